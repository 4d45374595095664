import type { Json } from "@/lib/domain/json";
import type { Known } from "@/lib/domain/known";
import {
  type GraphRequest,
  type Operation,
  OPERATION_KINDS,
  type OperationStep,
  REASON_MAX,
  type Subject,
  SUBJECT_TYPES,
} from "@/lib/domain/operation";
import { STANDING_KINDS } from "@/lib/domain/standing";
import { id } from "./id";
import "./jitless";
import { z } from "zod";

export const reasonOnWire = z.string().trim().min(1).max(REASON_MAX);

/** Most requests that one operation may have. */
const STEPS_MAX = 50;

/**
 * Longest request body, as JSON, that a step may carry: a review with hundreds of named reviewers in each of three
 * stages, and what Graph adds to it, stays below.
 */
const BODY_MAX = 200_000;

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
  z.strictObject({ kind: z.literal("unknown") }),
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

/** Policies, domains and settings are no GUIDs. */
const nameInGraph = z.string().min(1).max(500);

export const subjectOnWire = z.strictObject({
  type: z.enum(SUBJECT_TYPES),
  id: nameInGraph,
}) satisfies z.ZodType<Subject>;

/** How deep a value may be nested: walking it, here and in the database, must not overflow a stack. */
const DEPTH_MAX = 32;

/** Whether a value is JSON that survives storing and reading unchanged. */
export function isJson(value: unknown, depth = 0): value is Json {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value);
    case "object":
      if (value === null) return true;
      return depth < DEPTH_MAX && Object.values(value).every((inner) => isJson(inner, depth + 1));
    default:
      return false;
  }
}

const body = z.custom<Json>(
  (value) => isJson(value) && JSON.stringify(value).length <= BODY_MAX,
  "Must be JSON, not deeply nested and not too long.",
);

export const requestOnWire = z.strictObject({
  method: z.enum(["POST", "PATCH", "PUT", "DELETE"]),
  path: z.string().startsWith("/").max(1_000),
  body,
}) satisfies z.ZodType<GraphRequest>;

const stepOnWire = z.strictObject({
  id,
  name: z.string().min(1).max(100),
  request: requestOnWire,
}) satisfies z.ZodType<OperationStep>;

export const operationOnWire = z.strictObject({
  id,
  planId: id,
  kind: z.enum(OPERATION_KINDS),
  subject: subjectOnWire,
  guestId: id.nullable(),
  reason: reasonOnWire,
  known: knownOnWire.nullable(),
  undoes: id.nullable(),
  steps: z.array(stepOnWire).max(STEPS_MAX),
}) satisfies z.ZodType<Operation>;
