import type { HistoryRow } from "@/lib/contract/history";
import type { EntryKind } from "./words";

/** What sort of entry a row is. */
export function kindOf(row: HistoryRow): EntryKind {
  if (row.kind === "decided") return row.decision;
  return row.kind === "intended" ? row.intent.kind : row.kind;
}

/** The guest of a row, if it is about one. */
export function guestOf(row: HistoryRow) {
  return "guest" in row ? row.guest : null;
}

/** What a row is about where that is no guest. */
export function thingOf(row: HistoryRow): string {
  switch (row.kind) {
    case "intended":
      return namedIn(row.intent.request.body) ?? SUBJECT_WORD[row.subject.type];
    case "policy-set":
      return "Settings of this tenant";
    case "template-saved":
      return row.name;
    case "decided":
    case "review-result":
      return "Erased guest";
  }
}

export const SUBJECT_WORD = { review: "An access review", group: "A group" } as const;

/** The name that a request gives to what it makes or changes. */
function namedIn(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("displayName" in body)) return null;
  return typeof body.displayName === "string" ? body.displayName : null;
}
