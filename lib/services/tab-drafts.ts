import {
  catchAllPlanDraft,
  guestPlanDraft,
  type NewReviewDraft,
  newReviewDraft,
  policyDraft,
  type ReviewCommandDraft,
  reviewCommandDraft,
  undoDraft,
} from "@/lib/contract/drafts";
import { GUEST_PLAN_DRAFT, UNDO_DRAFT } from "./draft-names";
import { tabStorage } from "./tab-storage";

/** The operation on guests that a person was about to confirm when they left for the consent page. */
export const guestPlanDraftStorage = tabStorage(GUEST_PLAN_DRAFT, guestPlanDraft);

/** The undo that a person was about to confirm when they left for the consent page. */
export const undoDraftStorage = tabStorage(UNDO_DRAFT, undoDraft);

/** The review that a person is writing in this tab and has not created yet. */
export const newReviewDraftStorage = tabStorage<NewReviewDraft>("new-review-draft", newReviewDraft);

/** The settings that a person is changing in this tab and has not saved yet. */
export const policyDraftStorage = tabStorage("policy-draft", policyDraft);

/** The command on a review that a person was about to confirm when they left for the consent page. */
export const commandDraftStorage = tabStorage<ReviewCommandDraft>(
  "review-command-draft",
  reviewCommandDraft,
);

/** The plan for the catch-all group that a person was about to confirm when they left for the consent page. */
export const catchAllDraftStorage = tabStorage("catch-all-draft", catchAllPlanDraft);
