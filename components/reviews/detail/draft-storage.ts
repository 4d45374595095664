import { type ReviewCommandDraft, reviewCommandDraft } from "@/lib/contract/drafts";
import { tabStorage } from "@/lib/services/tab-storage";

/** The command on a review that a person was about to confirm when they left for the consent page. */
export const commandDraftStorage = tabStorage<ReviewCommandDraft>(
  "review-command-draft",
  reviewCommandDraft,
);
