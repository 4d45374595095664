import type { FieldState } from "@/components/wizard/use-wizard";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import type { DraftEdit } from "@/lib/domain/reviews/edit-draft";

/** What every step of the wizard is given. */
export interface StepForm {
  readonly draft: ReviewDraft;
  readonly edit: (edit: DraftEdit) => void;
  readonly field: FieldState;
  /** The name of a group, person or application; null while it is unknown. */
  readonly nameOf: (id: string) => string | null;
}
