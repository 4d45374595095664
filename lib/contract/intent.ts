import {
  INTENT_KINDS,
  type Intent,
  type Json,
  SUBJECT_TYPES,
  type Subject,
} from "@/lib/domain/intent";
import { knownOnWire, REASON_MAX } from "./decision";
import { id } from "./id";
import { isJson } from "./json";
import "./jitless";
import { z } from "zod";

/**
 * Longest request body, as JSON, that an intent may carry: a review with hundreds of named reviewers in each of three
 * stages, and what Graph adds to it, stays below.
 */
const BODY_MAX = 200_000;

export const subjectOnWire = z.strictObject({
  type: z.enum(SUBJECT_TYPES),
  id,
}) satisfies z.ZodType<Subject>;

const body = z.custom<Json>(
  (value) => isJson(value) && JSON.stringify(value).length <= BODY_MAX,
  "Must be JSON, not deeply nested and not too long.",
);

export const intentOnWire = z.strictObject({
  id,
  planId: id,
  kind: z.enum(INTENT_KINDS),
  subject: subjectOnWire,
  guestId: id.nullable(),
  reason: z.string().trim().min(1).max(REASON_MAX),
  request: z.strictObject({
    method: z.enum(["POST", "PATCH", "PUT", "DELETE"]),
    path: z.string().startsWith("/").max(1_000),
    body,
  }),
  known: knownOnWire.nullable(),
}) satisfies z.ZodType<Intent>;
