import { knownWord } from "@/lib/domain/reviews/known-word";
import { operationIdIn } from "@/lib/domain/reviews/marker";
import { readReviewers } from "@/lib/domain/reviews/read-reviewers";
import { readScope } from "@/lib/domain/reviews/read-scope";
import type { Review, ReviewStage } from "@/lib/domain/reviews/review";
import { REVIEW_STATUSES } from "@/lib/domain/reviews/review-status";
import { instantFromWire } from "../guests/instant-on-wire";
import "../jitless";
import { z } from "zod";
import { personFromWire, personOnWire } from "./person-on-wire";
import { settingsFromWire, settingsOnWire } from "./settings-on-wire";

/** https://learn.microsoft.com/graph/api/resources/accessreviewstagesettings */
const stageOnWire = z.object({
  stageId: z.string().nullish(),
  durationInDays: z.number().nullish(),
  reviewers: z.unknown().optional(),
  fallbackReviewers: z.unknown().optional(),
  decisionsThatWillMoveToNextStage: z.array(z.string()).nullish(),
});

/**
 * https://learn.microsoft.com/graph/api/resources/accessreviewscheduledefinition; what we do not use is kept as it is,
 * since a change has to send the whole object back.
 */
export const reviewOnWire = z.looseObject({
  id: z.string().min(1),
  displayName: z.string().nullish(),
  descriptionForAdmins: z.string().nullish(),
  descriptionForReviewers: z.string().nullish(),
  createdDateTime: z.string().nullish(),
  createdBy: personOnWire.loose().nullish(),
  status: z.string().nullish(),
  scope: z.unknown().optional(),
  instanceEnumerationScope: z.unknown().optional(),
  reviewers: z.unknown().optional(),
  fallbackReviewers: z.unknown().optional(),
  settings: z.unknown().optional(),
  stageSettings: z.unknown().optional(),
});

export type ReviewOnWire = z.infer<typeof reviewOnWire>;

/** An access review in our own nouns. */
export function reviewFromWire(wire: ReviewOnWire): Review {
  const descriptionForAdmins = wire.descriptionForAdmins ?? "";
  const settings = settingsOnWire.safeParse(wire.settings);
  return {
    id: wire.id,
    name: wire.displayName ?? "",
    descriptionForAdmins,
    descriptionForReviewers: wire.descriptionForReviewers ?? "",
    createdAt: instantFromWire(wire.createdDateTime),
    createdBy: personFromWire(wire.createdBy),
    status: knownWord(REVIEW_STATUSES, wire.status),
    scope: readScope(wire.scope, wire.instanceEnumerationScope),
    reviewers: readReviewers(wire.reviewers),
    fallbackReviewers: readReviewers(wire.fallbackReviewers),
    stages: stagesFromWire(wire.stageSettings),
    settings: settingsFromWire(settings.success ? settings.data : null),
    operationId: operationIdIn(descriptionForAdmins),
    asGiven: wire,
  };
}

function stagesFromWire(value: unknown): readonly ReviewStage[] {
  const stages = z.array(stageOnWire).safeParse(value);
  if (!stages.success) return [];
  return stages.data.map((stage, index) => ({
    id: stage.stageId ?? String(index + 1),
    durationDays: stage.durationInDays ?? 0,
    reviewers: readReviewers(stage.reviewers),
    fallbackReviewers: readReviewers(stage.fallbackReviewers),
    passesOn: stage.decisionsThatWillMoveToNextStage ?? [],
  }));
}
