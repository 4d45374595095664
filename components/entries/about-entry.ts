import type { HistoryRow } from "@/lib/contract/history";
import { labelsOfOperation } from "@/lib/operations/registry";
import { ENTRY_WORD, type EntryKind } from "./entry-labels";
import { decisionWord } from "./review-item-labels";

/** What sort of entry a row is. */
export function kindOf(row: HistoryRow): EntryKind {
  return row.kind === "planned" ? row.operation.kind : row.kind;
}

/** What a row is called: of an operation whose rest was tried again, what that rest is. */
export function entryWord(row: HistoryRow): string {
  return row.kind === "planned" ? labelsOfOperation(row.operation).name : ENTRY_WORD[kindOf(row)];
}

/** What a reviewer decided, in a word: of a result, or of an answer as it was sent; null of everything else. */
export function decisionIn(row: HistoryRow): string | null {
  if (row.kind === "review-result") return decisionWord(row.result.decision);
  if (row.kind !== "planned" || row.operation.kind !== "answer-item") return null;
  const decision = textIn(row.operation.steps[0]?.request.body, "decision");
  return decision === null ? null : decisionWord(decision);
}

/** The guest of a row, if it is about one. */
export function guestOf(row: HistoryRow) {
  return "guest" in row ? row.guest : null;
}

/** What a row is about where that is no guest. */
export function thingOf(row: HistoryRow): string {
  switch (row.kind) {
    case "planned":
      return (
        textIn(row.operation.steps[0]?.request.body, "displayName") ??
        SUBJECT_WORD[row.subject.type]
      );
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

/** A text that a request sets. */
function textIn(body: unknown, name: string): string | null {
  const value: unknown =
    typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === "string" ? value : null;
}
