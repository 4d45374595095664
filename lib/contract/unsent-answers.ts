import "./jitless";
import { z } from "zod";

/** An answer that has not reached the ledger, as the tab holds it: ids and what was decided, no name and no mail. */
export interface UnsentAnswer<Decision extends string> {
  /** What the item belongs to, for example the instance of a review. */
  readonly group: string;
  readonly itemId: string;
  readonly decision: Decision;
  readonly justification: string;
}

/** The unsent answers of a tab, among the decisions that its inbox offers. */
export function unsentAnswersInTab<Decision extends string>(decisions: readonly Decision[]) {
  const unsentAnswer = z.object({
    group: z.string(),
    itemId: z.string(),
    decision: z.enum(decisions),
    justification: z.string(),
  });
  // Each by itself: one that this version does not understand takes no other with it.
  return z.array(z.unknown()).transform((answers): readonly UnsentAnswer<Decision>[] =>
    answers.flatMap((answer) => {
      const parsed = unsentAnswer.safeParse(answer);
      return parsed.success ? [parsed.data] : [];
    }),
  );
}
