import { reviewDraftOnWire } from "./review-draft";
import "./jitless";
import { z } from "zod";

/** GET /api/review-templates: what the tenant's people saved and nobody took away, by name. */
export const reviewTemplatesAnswer = z.object({
  templates: z.array(
    z.object({
      templateId: z.string(),
      name: z.string(),
      draft: reviewDraftOnWire,
      savedAt: z.number(),
      savedBy: z.object({
        id: z.string(),
        /** Null when the card was erased. */
        displayName: z.string().nullable(),
      }),
    }),
  ),
});

export type ReviewTemplatesAnswer = z.infer<typeof reviewTemplatesAnswer>;
