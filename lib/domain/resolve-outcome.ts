import { type AuditRecord, DETAIL_MAX, type Outcome } from "./outcome";
import type { Instant } from "./time";

/**
 * How late Entra's audit log may be. Microsoft names 2 minutes for 95 % and 5 minutes for 99 % of the records:
 * https://learn.microsoft.com/entra/identity/monitoring-health/reference-sla-performance
 */
const AUDIT_LATENCY_MILLISECONDS = 15 * 60_000;

/**
 * How long the log certainly has a record. Without a premium licence Entra keeps it for 7 days.
 * https://learn.microsoft.com/entra/identity/monitoring-health/reference-reports-data-retention
 */
const AUDIT_KEPT_MILLISECONDS = 6 * 86_400_000;

/** What Entra's audit log says of one request. */
export type AuditAnswer =
  /** A record carries the correlation id of the request. */
  | { readonly kind: "proven"; readonly record: AuditRecord }
  /**
   * The log was read and has none. `others`: it has the same activity on the object since then, by anybody; null where
   * that could not be asked.
   */
  | { readonly kind: "none"; readonly others: boolean | null }
  | { readonly kind: "not-read" };

/** What the directory shows of an operation; "unclear" where it cannot show it, or a later change may hide it. */
export type Shown = "shown" | "not-shown" | "unclear";

export interface Findings {
  /** The outcome that was recorded before; null while there is none. */
  readonly before: Outcome | null;
  /** When the operation was recorded, by the server's clock. */
  readonly recordedAt: Instant;
  /** The latest moment at which it may have been sent, by the same clock. A run may wait long before it sends. */
  readonly sentUntil: Instant;
  readonly now: Instant;
  readonly audit: AuditAnswer;
  readonly shown: Shown;
  /**
   * Whether the change is certainly this operation's: "marked" carries its id, "signed" names the person. With "none"
   * somebody else may have made the same change.
   */
  readonly attribution: "marked" | "signed" | "none";
}

/** The reason for an unknown outcome where an operation leaves nothing to read. */
export const LEAVES_NO_TRACE = "It leaves no trace to read, and the audit log has no record of it.";

/**
 * The outcome of an operation without a known answer, as far as it can be proven; null while it is too early to say.
 * What the directory shows proves nothing by itself: somebody else may have made the change, or undone it.
 */
export function resolveOutcome(findings: Findings): Outcome | null {
  const { audit, shown, attribution, before, recordedAt, sentUntil, now } = findings;
  if (audit.kind === "proven") return audited(audit.record, before);
  if (shown === "unclear") return unknown(before, UNCLEAR);
  if (shown === "shown" && attribution !== "none") return observed(before, "done", null);
  if (shown === "not-shown" && attribution === "signed")
    return observed(before, "failed", NOT_SIGNED);
  if (audit.kind === "not-read") return unknown(before, shown === "shown" ? UNPROVEN : UNREAD);
  if (now - recordedAt > AUDIT_KEPT_MILLISECONDS) {
    return unknown(before, shown === "shown" ? UNPROVEN : TOO_OLD);
  }
  if (mayBeLate(sentUntil, now)) return null;
  if (shown === "shown") return unknown(before, UNPROVEN);
  if (audit.others === null) return unknown(before, MAYBE_UNDONE);
  return audit.others ? unknown(before, OTHERS) : observed(before, "failed", NOT_APPLIED);
}

/** Whether Entra's audit log may still lack a record of a request that was sent until that instant. */
export function mayBeLate(sentUntil: Instant, now: Instant): boolean {
  return now - sentUntil < AUDIT_LATENCY_MILLISECONDS;
}

const UNCLEAR = "What the directory shows may be somebody else’s doing.";
const UNPROVEN =
  "The directory shows it, but no record of Entra's audit log proves that it was this request: somebody else may have done it.";
const UNREAD =
  "The directory does not show it. Somebody may have undone it since: Entra's audit log, which would tell, could not be read.";
const OTHERS =
  "The directory does not show it. Entra's audit log has the same act on this object, but not with the id of this request.";
const TOO_OLD =
  "The directory does not show it. Somebody may have undone it since: Entra's audit log, which would tell, does not go back that far.";
const MAYBE_UNDONE =
  "The directory does not show it, and Entra's audit log has no record of it. Whether somebody has undone it since cannot be told.";
const NOT_APPLIED =
  "Never sent, or not applied: the directory does not show it, and Entra's audit log has no record of it.";
const NOT_SIGNED = "The directory does not show it: never sent, not applied, or reset since.";

/**
 * The outcome of a request that was sent and not answered, after a reading in the same run. A visible change may be
 * somebody else's; a missing one may have been undone, or show later than usual. Entra's audit log has it within
 * minutes.
 */
export function lostOutcome(
  before: Outcome,
  shown: "shown" | "not-shown",
  attribution: Findings["attribution"],
): Outcome {
  const requestId = before.requestId;
  if (shown === "shown") {
    return attribution === "none"
      ? unknown(before, SHOWS_UNPROVEN)
      : { result: "done", evidence: "observed", detail: null, requestId };
  }
  const detail = (addition: string) => `${before.detail ?? ""} ${addition}`.trimStart();
  return attribution === "signed"
    ? { result: "failed", evidence: "observed", detail: detail(NOT_SIGNED), requestId }
    : unknown(before, detail(SHOWS_NOTHING));
}

const AUDIT_LATER = "Entra's audit log tells within minutes: resolve it in the history then.";
const SHOWS_UNPROVEN = `Sent, but not answered. The directory shows it; that it was this request is not proven. ${AUDIT_LATER}`;
const SHOWS_NOTHING = `The directory does not show it: not applied, or undone since. ${AUDIT_LATER}`;

/** The outcome that a record of Entra's audit log proves. */
export function audited(auditRecord: AuditRecord, before: Outcome | null): Outcome {
  return {
    result: "done",
    evidence: "audited",
    // Keep the note about what else was not done.
    detail: [
      before?.result === "done" ? before.detail : null,
      `Entra audit record ${auditRecord.id}`,
    ]
      .filter((part) => part !== null)
      .join(" ")
      .slice(0, DETAIL_MAX),
    requestId: before?.requestId ?? null,
    auditRecord,
  };
}

/** An unknown outcome, with the sentence that says why. */
export function unknown(before: Outcome | null, detail: string): Outcome {
  const requestId = before?.requestId ?? null;
  return { result: "unknown", evidence: "reported", detail, requestId };
}

function observed(
  before: Outcome | null,
  result: "done" | "failed",
  detail: string | null,
): Outcome {
  return { result, evidence: "observed", detail, requestId: before?.requestId ?? null };
}
