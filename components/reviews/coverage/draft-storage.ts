import { catchAllPlanDraft } from "@/lib/contract/drafts";
import { tabStorage } from "@/lib/services/tab-storage";

/** The plan for the catch-all group that a person was about to confirm when they left for the consent page. */
export const catchAllDraftStorage = tabStorage("catch-all-draft", catchAllPlanDraft);
