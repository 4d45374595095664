import type { Progress } from "./decide.ts";

const chosen = "_simulator_account";
const consented = "_simulator_consented";

/** What the pages of this sign-in have decided, carried in the authorize request itself. */
export function progressOf(query: URLSearchParams): Progress {
  return { chosen: query.get(chosen), consented: query.get(consented) === "yes" };
}

export function withoutProgress(query: URLSearchParams): URLSearchParams {
  const bare = new URLSearchParams(query);
  bare.delete(chosen);
  bare.delete(consented);
  return bare;
}

/** The authorize request to go on with after a page was answered. */
export function withProgress(query: URLSearchParams, progress: Progress): URLSearchParams {
  const next = withoutProgress(query);
  if (progress.chosen !== null) next.set(chosen, progress.chosen);
  if (progress.consented) next.set(consented, "yes");
  return next;
}
