import { GUEST_OPERATION_KINDS } from "@/lib/domain/operation";
import type { ChangeDraft } from "@/lib/domain/reviews/change-draft";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { reviewDraftInWork } from "./review-draft";
import "./jitless";
import { z } from "zod";

// What a tab holds while a person is on the way to the consent page and back: ids and words, no names. A draft in work
// may be empty or wrong in its contents, which is for the forms to say: only its form is checked.

/** An operation on guests that was not confirmed yet. */
export const guestPlanDraft = z.object({
  /** The command bar that it was begun at. */
  bar: z.string(),
  kind: z.enum(GUEST_OPERATION_KINDS),
  ids: z.array(z.string()).readonly(),
  reason: z.string(),
});

export type GuestPlanDraft = z.infer<typeof guestPlanDraft>;

/** An undo that was not confirmed yet. */
export const undoDraft = z.object({ planId: z.string(), reason: z.string() });

/** The catch-all group that was about to be made or filled. */
export const catchAllPlanDraft = z.object({
  reason: z.string(),
  /** The group that was made just before; null while there was none. */
  groupId: z.string().nullable(),
  guestIds: z.array(z.string()).readonly(),
});

export type CatchAllPlanDraft = z.infer<typeof catchAllPlanDraft>;

const changeDraft = z.object({
  durations: z.array(z.number()),
  endKind: z.enum(["never", "on", "after"]),
  endDate: z.string(),
  occurrences: z.number(),
  ifNobodyAnswers: z.enum(["Deny", "Approve", "Recommendation"]).nullable(),
  autoApply: z.boolean(),
  mails: z.boolean(),
  reminders: z.boolean(),
  justificationOnApproval: z.boolean(),
  reviewerIds: z.array(z.string()).nullable(),
}) satisfies z.ZodType<ChangeDraft>;

/** A command on a review that was not confirmed yet. */
export const reviewCommandDraft = z.object({
  reviewId: z.string(),
  reason: z.string(),
  /** A change that was being written, and the review as it was then: others may have changed it since. */
  change: z.object({ before: changeDraft, draft: changeDraft }).nullable().catch(null),
});

export type ReviewCommandDraft = Omit<z.infer<typeof reviewCommandDraft>, "change"> & {
  readonly change: { readonly before: ChangeDraft; readonly draft: ChangeDraft } | null;
};

/** Settings that are not saved yet: the fields as they stand, right or wrong. */
export const policyDraft = z.object({
  /** The entry that set what they were begun from; null where nobody had set anything. */
  replaces: z.string().nullable(),
  draft: z.object({
    staleAfterDays: z.number(),
    newGuestGraceDays: z.number(),
    pendingAfterDays: z.number(),
    confirmAbove: z.number(),
    protectedAccounts: z
      .array(z.object({ id: z.string(), because: z.enum(["excluded", "break-glass"]) }))
      .readonly(),
    reason: z.string(),
  }),
});

/** A review that is not created yet. */
export const newReviewDraft = z.object({
  /** The template, and the group if any, that it was begun with. */
  source: z.string(),
  draft: reviewDraftInWork,
  /** The reason that was typed before the page was left for consent; null otherwise. */
  reason: z.string().nullable().catch(null),
  /** Why protected accounts may lose access, and the question that this answers. */
  exception: z.object({ to: z.string(), text: z.string() }).nullable().catch(null),
});

export type NewReviewDraft = Omit<z.infer<typeof newReviewDraft>, "draft"> & {
  readonly draft: ReviewDraft;
};
