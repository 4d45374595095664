import type { Ended } from "@/components/intents/ended";
import type { Json, PlannedIntent } from "@/lib/domain/intent";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { partsOf } from "@/lib/domain/reviews/graph-query";
import { readScope } from "@/lib/domain/reviews/read-scope";

export interface MadeReview {
  readonly label: string;
  readonly intentId: string;
  /** Its id in the directory. */
  readonly reviewId: string;
}

/** What a run made, what is not known, and what did not happen and may be tried again. */
export interface WhatBecame {
  readonly made: readonly MadeReview[];
  /** Sent, and not answered: the history resolves it. Nothing like it may be sent again before. */
  readonly unknown: readonly string[];
  readonly notDone: readonly PlannedIntent[];
}

/** Sorts the outcomes of creating reviews. */
export function whatBecame(ended: readonly Ended[]): WhatBecame {
  const made: MadeReview[] = [];
  const unknown: string[] = [];
  const notDone: PlannedIntent[] = [];
  for (const { planned, result } of ended) {
    const became = result.outcome?.result;
    if (became === "unknown") unknown.push(planned.label);
    else if (became !== "done" && became !== "already-so") notDone.push(planned);
    else {
      const { label, intent } = planned;
      made.push({ label, intentId: intent.id, reviewId: result.subject?.id ?? "" });
    }
  }
  return { made, unknown, notDone };
}

/** The draft of what was not created: with several groups, only theirs, so that none is reviewed twice. */
export function draftOfTheRest(draft: ReviewDraft, notDone: readonly PlannedIntent[]): ReviewDraft {
  if (draft.scope.kind !== "groups") return draft;
  const left = new Set(notDone.map(({ intent }) => groupIn(intent.request.body)));
  const groupIds = draft.scope.groupIds.filter((id) => left.has(id.toLowerCase()));
  return { ...draft, scope: { ...draft.scope, groupIds } };
}

function groupIn(body: Json): string | null {
  const scope = readScope(partsOf(body).scope, null);
  return scope.kind === "group" ? scope.groupId.toLowerCase() : null;
}
