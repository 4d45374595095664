import { guestPlanDraft, undoDraft } from "@/lib/contract/drafts";
import { tabStorage } from "@/lib/services/tab-storage";
import { GUEST_PLAN_DRAFT, UNDO_DRAFT } from "./draft-names";

/** The operation on guests that a person was about to confirm when they left for the consent page. */
export const guestPlanDraftStorage = tabStorage(GUEST_PLAN_DRAFT, guestPlanDraft);

/** The undo that a person was about to confirm when they left for the consent page. */
export const undoDraftStorage = tabStorage(UNDO_DRAFT, undoDraft);
