import type { NewEntry } from "@/lib/contract/entries";
import type { Decision } from "@/lib/domain/decision";
import type { Outcome } from "@/lib/domain/outcome";

export interface DecidedBody {
  readonly decision: Decision;
  /** Fingerprint of the guest's card, in hex; null when none was sent. */
  readonly guestCard: string | null;
}

export interface CarriedOutBody {
  readonly decisionId: string;
  readonly guestId: string;
  readonly outcome: Outcome;
}

export type PolicySetBody = Pick<Extract<NewEntry, { kind: "policy-set" }>, "policy" | "reason">;

/** What an entry says: ids, facts, fingerprints and the reason, never a name or a mail of ours. */
export type Body = DecidedBody | CarriedOutBody | PolicySetBody;

/** The body as the chain keeps it. */
export function bodyOf(entry: NewEntry, guestCard: string | null): Body {
  switch (entry.kind) {
    case "decided":
      return { decision: entry.decision, guestCard };
    case "carried-out":
      return { decisionId: entry.decisionId, guestId: entry.guestId, outcome: entry.outcome };
    case "policy-set":
      return { policy: entry.policy, reason: entry.reason };
  }
}

/** What was asked, read back from what is kept: a repeated request is told from another one by it. */
export function askedOf(id: string, kind: NewEntry["kind"], body: Body): unknown {
  return "decision" in body ? { id, kind, decision: body.decision } : { id, kind, ...body };
}

/** The columns that repeat parts of the body, for filters. */
export function columnsOf(entry: NewEntry): {
  readonly guestId: string | null;
  readonly decisionId: string | null;
  readonly planId: string | null;
} {
  switch (entry.kind) {
    case "decided": {
      const { id: decisionId, guestId, planId } = entry.decision;
      return { guestId, decisionId, planId };
    }
    case "carried-out":
      return { guestId: entry.guestId, decisionId: entry.decisionId, planId: null };
    case "policy-set":
      return { guestId: null, decisionId: null, planId: null };
  }
}
