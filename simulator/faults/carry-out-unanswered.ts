import type { IncomingCall } from "../graph/dispatch.ts";
import type { Effect } from "../state/entities.ts";

/**
 * Carries a request out and marks its effects as not answered, or as answered with an error, so that tests can tell
 * what happened from what the caller was told.
 */
export async function carryOutUnanswered<Result>(
  call: IncomingCall,
  answered: Exclude<Effect["answered"], "yes">,
  run: () => Promise<Result>,
): Promise<Result> {
  const { effects } = call.tenant.directory;
  const before = effects.length;
  try {
    return await run();
  } finally {
    for (const effect of effects.slice(before)) {
      if (cameFrom(effect, call)) effect.answered = answered;
    }
  }
}

/** Others may change things in the meantime: only effects of this request count. */
function cameFrom(effect: Effect, call: IncomingCall): boolean {
  const { userId } = call.caller;
  if (effect.actorId !== userId) return false;
  if (call.path === "/$batch") return true;
  const path = call.path.startsWith("/me/") ? `/users/${userId}${call.path.slice(3)}` : call.path;
  return effect.method === call.method && (effect.path === path || effect.path === call.path);
}
