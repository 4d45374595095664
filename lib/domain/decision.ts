import type { LastSeen, Redemption } from "./guest";
import type { Policy } from "./policy";
import type { StandingKind } from "./standing";
import type { Instant } from "./time";

export const DECISION_KINDS = ["keep", "block", "unblock", "remove", "restore", "resend"] as const;

export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What was known of a guest at the moment of deciding: facts only, no name and no mail. */
export interface Known {
  readonly standing: StandingKind | "deleted";
  /** The sentence that explained the standing. */
  readonly explanation: string;
  readonly lastSeen: LastSeen;
  readonly redemption: Redemption;
  readonly createdAt: Instant | null;
  readonly enabled: boolean;
  readonly userType: "guest" | "member";
  readonly policy: Pick<Policy, "staleAfterDays" | "newGuestGraceDays" | "pendingAfterDays">;
}

/** One person's decision about one guest, minted in the tab so that a repeated request is the same decision. */
export interface Decision {
  readonly id: string;
  readonly planId: string;
  readonly kind: DecisionKind;
  readonly guestId: string;
  readonly reason: string;
  readonly known: Known;
  /** The decision that this one takes back. */
  readonly undoes: string | null;
}
