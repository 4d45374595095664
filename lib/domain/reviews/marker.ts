import { GUID } from "../guid";

/**
 * The words at the end of a review's description for administrators by which it is found again when Graph's answer to
 * its creation was lost. They also lead from the review to the entry in the history.
 */
export function markerOf(operationId: string): string {
  return `[guestlist ${operationId.toLowerCase()}]`;
}

/** The operation whose review this is; null when the text has no marker of ours. */
export function operationIdIn(text: string): string | null {
  const found = [...text.matchAll(new RegExp(`\\[guestlist[\\s:]+(${GUID})\\s*\\]`, "gi"))];
  return found.at(-1)?.[1]?.toLowerCase() ?? null;
}

/** The description as people wrote it, without our marker. */
export function withoutMarker(text: string): string {
  return text.replace(new RegExp(`\\s*\\[guestlist[\\s:]+${GUID}\\s*\\]`, "gi"), "").trim();
}

/** The description with exactly this marker at its end. */
export function withMarker(text: string, marker: string): string {
  return `${withoutMarker(text)} ${marker}`.trimStart();
}
