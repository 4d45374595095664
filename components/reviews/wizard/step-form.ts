import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import type { Change } from "./wizard-state";

/** What every step of the wizard is given. */
export interface StepForm {
  readonly draft: ReviewDraft;
  readonly change: (change: Change) => void;
  /** The rule that a field breaks, once it may be said: after it was left, or after Next. */
  readonly errorAt: (field: string) => string | undefined;
  /** How a group, person or application is called; null where that is not known. */
  readonly nameOf: (id: string) => string | null;
}

/** What a control of a step needs to say what is wrong at it, and when it was left. */
export function fieldOf({ change, errorAt }: StepForm, field: string) {
  return {
    error: errorAt(field),
    onLeave: () => {
      change({ kind: "left", field });
    },
  };
}
