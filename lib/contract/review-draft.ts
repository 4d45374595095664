import { FREQUENCIES, type ReviewDraft } from "@/lib/domain/reviews/draft";
import { id } from "./id";
import "./jitless";
import { z } from "zod";

/** Most groups or people that one list of a draft may hold. */
const LIST_MAX = 500;

/** What the contents of a draft have to be; its form is always the same. */
interface Contents {
  readonly text: z.ZodType<string, string>;
  readonly id: z.ZodType<string, string>;
  readonly days: z.ZodType<number, number>;
  readonly times: z.ZodType<number, number>;
  readonly date: z.ZodType<string, string>;
  /** Most groups or people in one list. */
  readonly listMax: number;
}

function draftOf({ text, id, days, times, date, listMax }: Contents) {
  const ids = z.array(id).max(listMax);
  const scope = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("all-groups"), teamsOnly: z.boolean() }),
    z.strictObject({ kind: z.literal("groups"), groupIds: ids, inactiveDays: days.nullable() }),
    z.strictObject({ kind: z.literal("inactive-over-groups"), inactiveDays: days }),
    z.strictObject({ kind: z.literal("application"), servicePrincipalId: id }),
  ]);
  const reviewers = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("owners") }),
    z.strictObject({ kind: z.literal("people"), userIds: ids }),
    z.strictObject({ kind: z.literal("managers") }),
    z.strictObject({ kind: z.literal("self") }),
  ]);
  const end = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("never") }),
    z.strictObject({ kind: z.literal("on"), date }),
    z.strictObject({ kind: z.literal("after"), occurrences: times }),
  ]);
  return z.strictObject({
    name: text,
    descriptionForAdmins: text,
    descriptionForReviewers: text,
    scope,
    stages: z
      .array(z.strictObject({ reviewers, fallbackIds: ids, durationDays: days }))
      .min(1)
      .max(3),
    schedule: z.strictObject({ frequency: z.enum(FREQUENCIES), startDate: date, end }),
    consequence: z.strictObject({
      ifNobodyAnswers: z.enum(["Deny", "Approve", "Recommendation"]).nullable(),
      autoApply: z.boolean(),
      applyAction: z.enum(["remove-access", "block-then-delete"]),
      justificationOnApproval: z.boolean(),
      mails: z.boolean(),
      reminders: z.boolean(),
      recommendations: z.boolean(),
      lookBackDays: days.nullable(),
    }),
  }) satisfies z.ZodType<ReviewDraft>;
}

/** A draft that can be saved as a template; whether a review can be made of it is judged when it is used. */
export const reviewDraftOnWire = draftOf({
  text: z.string().max(2_000),
  id,
  days: z.number().int().min(1).max(3_650),
  times: z.number().int().min(1).max(1_000),
  date: z.iso.date(),
  listMax: LIST_MAX,
});

/** A draft in work: its contents may be empty or wrong, which is for the form to say and no reason to lose them. */
export const reviewDraftInWork = draftOf({
  text: z.string(),
  id: z.string(),
  days: z.number(),
  times: z.number(),
  date: z.string(),
  listMax: Infinity,
});
