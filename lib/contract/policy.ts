import type { Policy } from "@/lib/domain/policy";
import { id } from "./id";
import "./jitless";
import { z } from "zod";

/** Largest `confirmAbove`. */
const CONFIRM_ABOVE_MAX = 100_000;

const days = (least: number) => z.number().int().min(least).max(3_650);

export const policyOnWire = z.strictObject({
  staleAfterDays: days(1),
  newGuestGraceDays: days(0),
  pendingAfterDays: days(1),
  protectedAccounts: z
    .array(z.strictObject({ id: id, because: z.enum(["excluded", "break-glass"]) }))
    .max(1_000),
  /** Entries of versions before this limit have none. */
  confirmAbove: z.number().int().min(1).max(CONFIRM_ABOVE_MAX).optional(),
}) satisfies z.ZodType<Policy>;

/** GET /api/policy: what holds now, and who set it when and why; nobody has while `set` is null. */
export const policyAnswer = z.object({
  policy: policyOnWire,
  set: z
    .object({
      /** The entry that set it: what a change of it has to name as replaced. */
      entryId: z.string(),
      at: z.number(),
      by: z.object({ id: z.string(), name: z.string().nullable() }),
      reason: z.string(),
    })
    .nullable(),
});

export type PolicyAnswer = z.infer<typeof policyAnswer>;
