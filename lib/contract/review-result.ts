import { NOT_APPLIED_REASONS, type ReviewResult } from "@/lib/domain/reviews/result";
import { REASON_MAX } from "@/lib/domain/operation";
import { id } from "./id";
import "./jitless";
import { z } from "zod";

const instant = z.number().int().nullable();
const word = z.string().max(100);

export const reviewResultOnWire = z.strictObject({
  reviewId: id,
  instanceId: id,
  itemId: id,
  guestId: id,
  resourceId: id.nullable(),
  resourceName: z.string().max(256).nullable(),
  startsAt: instant,
  endsAt: instant,
  instanceStatus: word,
  decision: word,
  recommendation: word.nullable(),
  justification: z.string().max(REASON_MAX).nullable(),
  reviewedBy: id.nullable(),
  reviewedAt: instant,
  applyResult: word,
  appliedAt: instant,
  access: z.enum(["gone", "still-there", "account-gone", "unread"]),
  notApplied: z.enum(NOT_APPLIED_REASONS).nullable(),
}) satisfies z.ZodType<ReviewResult>;
