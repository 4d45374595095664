import type { LastSeen, Redemption } from "./guest";
import type { Policy } from "./policy";
import type { StandingKind } from "./standing";
import type { Instant } from "./time";

/** What was known of a guest when an operation was planned: facts only, no name and no mail. */
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
