import { knownWord } from "@/lib/domain/reviews/known-word";
import { readReviewers } from "@/lib/domain/reviews/read-reviewers";
import { readScope } from "@/lib/domain/reviews/read-scope";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import { REVIEW_STATUSES } from "@/lib/domain/reviews/review-status";
import { instantFromWire } from "../guests/instant-on-wire";
import "../jitless";
import { z } from "zod";

/** https://learn.microsoft.com/graph/api/resources/accessreviewinstance */
export const instanceOnWire = z.object({
  id: z.string().min(1),
  status: z.string().nullish(),
  startDateTime: z.string().nullish(),
  endDateTime: z.string().nullish(),
  scope: z.unknown().optional(),
  reviewers: z.unknown().optional(),
  fallbackReviewers: z.unknown().optional(),
});

/** One run of a review in our own nouns. */
export function instanceFromWire(
  wire: z.infer<typeof instanceOnWire>,
  reviewId: string,
): ReviewInstance {
  return {
    id: wire.id,
    reviewId,
    status: knownWord(REVIEW_STATUSES, wire.status),
    startsAt: instantFromWire(wire.startDateTime),
    endsAt: instantFromWire(wire.endDateTime),
    scope: readScope(wire.scope, undefined),
    reviewers: readReviewers(wire.reviewers),
    fallbackReviewers: readReviewers(wire.fallbackReviewers),
  };
}
