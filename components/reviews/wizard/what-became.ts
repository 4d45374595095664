import type { Ended } from "@/components/plan/ended";
import type { Json } from "@/lib/domain/json";
import { isDone } from "@/lib/domain/outcome";
import type { PlannedOperation } from "@/lib/domain/plan";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { partsOf } from "@/lib/domain/reviews/graph-query";
import { readScope } from "@/lib/domain/reviews/read-scope";

export interface MadeReview {
  readonly label: string;
  readonly operationId: string;
  /** Its id in the directory. */
  readonly reviewId: string;
}

/** What a run made, what is not known, and what did not happen and may be tried again. */
export interface WhatBecame {
  readonly made: readonly MadeReview[];
  /** Sent, and not answered: the history resolves it. Nothing like it may be sent again before. */
  readonly unknown: readonly string[];
  readonly notDone: readonly PlannedOperation[];
}

/** Sorts the outcomes of creating reviews. */
export function whatBecame(ended: readonly Ended[]): WhatBecame {
  const made: MadeReview[] = [];
  const unknown: string[] = [];
  const notDone: PlannedOperation[] = [];
  for (const { planned, result } of ended) {
    const { outcome } = result;
    if (outcome?.result === "unknown") unknown.push(planned.label);
    else if (outcome === null || !isDone(outcome)) notDone.push(planned);
    else {
      const { label, operation } = planned;
      made.push({ label, operationId: operation.id, reviewId: result.subject?.id ?? "" });
    }
  }
  return { made, unknown, notDone };
}

/** The draft of what was not created: with several groups, only theirs, so that none is reviewed twice. */
export function draftOfTheRest(
  draft: ReviewDraft,
  notDone: readonly PlannedOperation[],
): ReviewDraft {
  if (draft.scope.kind !== "groups") return draft;
  const left = new Set(
    notDone.map(({ operation }) => groupIn(operation.steps[0]?.request.body ?? null)),
  );
  const groupIds = draft.scope.groupIds.filter((id) => left.has(id.toLowerCase()));
  return { ...draft, scope: { ...draft.scope, groupIds } };
}

function groupIn(body: Json): string | null {
  const scope = readScope(partsOf(body).scope, null);
  return scope.kind === "group" ? scope.groupId.toLowerCase() : null;
}
