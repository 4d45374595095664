import { DECISION_KINDS, type Decision, type Known } from "@/lib/domain/decision";
import { STANDING_KINDS } from "@/lib/domain/standing";
import { id } from "./id";
import "./jitless";
import { z } from "zod";

/** Longest reason a person may give. */
export const REASON_MAX = 1_000;

const instant = z.number().int();

export const lastSeenOnWire = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("at"), at: instant }),
  z.strictObject({ kind: z.literal("never") }),
  z.strictObject({ kind: z.literal("unread") }),
  z.strictObject({ kind: z.literal("unreadable") }),
]);

export const redemptionOnWire = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("redeemed"), at: instant.nullable() }),
  z.strictObject({ kind: z.literal("pending"), since: instant.nullable() }),
  z.strictObject({ kind: z.literal("not-invited") }),
]);

const days = z.number().int().min(1).max(3_650);

export const knownOnWire = z.strictObject({
  standing: z.enum([...STANDING_KINDS, "deleted"]),
  explanation: z.string().max(500),
  lastSeen: lastSeenOnWire,
  redemption: redemptionOnWire,
  createdAt: instant.nullable(),
  enabled: z.boolean(),
  userType: z.enum(["guest", "member"]),
  policy: z.strictObject({
    staleAfterDays: days,
    newGuestGraceDays: z.number().int().min(0).max(3_650),
    pendingAfterDays: days,
  }),
}) satisfies z.ZodType<Known>;

export const decisionOnWire = z.strictObject({
  id,
  planId: id,
  kind: z.enum(DECISION_KINDS),
  guestId: id,
  reason: z.string().trim().min(1).max(REASON_MAX),
  known: knownOnWire,
  undoes: id.nullable(),
}) satisfies z.ZodType<Decision>;
