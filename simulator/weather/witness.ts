import type { IncomingCall } from "../graph/dispatch.ts";
import type { Effect } from "../state/entities.ts";

/**
 * Carries a request out and marks what it changed as not answered, or answered with an error: the caller will not
 * hear the truth, and tests must be able to tell.
 */
export async function carriedOutUnheard<Result>(
  call: IncomingCall,
  answered: Exclude<Effect["answered"], "yes">,
  act: () => Promise<Result>,
): Promise<Result> {
  const { effects } = call.tenant.directory;
  const before = effects.length;
  try {
    return await act();
  } finally {
    for (const effect of effects.slice(before)) {
      if (cameFrom(effect, call)) effect.answered = answered;
    }
  }
}

/** Others may have acted meanwhile: only what this caller did with this request is unheard. */
function cameFrom(effect: Effect, call: IncomingCall): boolean {
  const { userId } = call.caller;
  if (effect.actorId !== userId) return false;
  if (call.path === "/$batch") return true;
  const path = call.path.startsWith("/me/") ? `/users/${userId}${call.path.slice(3)}` : call.path;
  return effect.method === call.method && (effect.path === path || effect.path === call.path);
}
