import { type NewReviewDraft, newReviewDraft } from "@/lib/contract/drafts";
import { tabStorage } from "@/lib/services/tab-storage";

/** The review that a person is writing in this tab and has not created yet. */
export const newReviewDraftStorage = tabStorage<NewReviewDraft>("new-review-draft", newReviewDraft);
