import type { HistoryRow } from "@/lib/contract/history";
import { labelsOfOperation } from "@/lib/operations/registry";
import { ENTRY_WORD, type EntryKind } from "./entry-labels";

/** What sort of entry a row is. */
export function kindOf(row: HistoryRow): EntryKind {
  return row.kind === "planned" ? row.operation.kind : row.kind;
}

/** What a row is called: of an operation whose rest was tried again, what that rest is. */
export function entryWord(row: HistoryRow): string {
  return row.kind === "planned" ? labelsOfOperation(row.operation).name : ENTRY_WORD[kindOf(row)];
}

/** The guest of a row, if it is about one. */
export function guestOf(row: HistoryRow) {
  return "guest" in row ? row.guest : null;
}

/** What a row is about where that is no guest. */
export function thingOf(row: HistoryRow): string {
  switch (row.kind) {
    case "planned":
      return namedIn(row.operation.steps[0]?.request.body) ?? SUBJECT_WORD[row.subject.type];
    case "policy-set":
      return "Settings of this tenant";
    case "template-saved":
      return row.name;
    case "person-erased":
      return row.personId;
    case "unreadable":
      return "Cannot be read";
    case "review-result":
      return "Erased guest";
  }
}

export const SUBJECT_WORD = {
  guest: "Erased guest",
  review: "An access review",
  group: "A group",
} as const;

/** The name that a request gives to what it makes or changes. */
function namedIn(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("displayName" in body)) return null;
  return typeof body.displayName === "string" ? body.displayName : null;
}
