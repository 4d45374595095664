import { counted } from "@/lib/domain/number-text";
import { dateText } from "./calendar";
import type { Guest } from "./guest";
import type { Policy } from "./policy";
import { joinedAt, type Standing } from "./standing";
import type { Days } from "./time";

/** The sentence that explains a guest's standing. */
export function explainStanding(standing: Standing, guest: Guest, policy: Policy): string {
  switch (standing.kind) {
    case "blocked":
      return "Sign-in is blocked.";
    case "pending":
      return standing.waitingDays === null
        ? "Invited at an unknown time and has not accepted."
        : `Invited ${ago(standing.waitingDays)} and has not accepted${overdue(standing.overdue, policy)}.`;
    case "unknown":
      return standing.because === "sign-ins-unreadable"
        ? "Sign-ins could not be read, so the standing is unknown."
        : "Sign-ins have not been read yet.";
    case "stale":
      return `Last signed in ${ago(standing.idleDays)}; ${limit(policy)}`;
    case "active":
      return standing.because === "seen-lately"
        ? `Last signed in ${ago(standing.idleDays)}; ${limit(policy)}`
        : `${arrival(guest)} ${ago(standing.ageDays)}; new for ${counted(policy.newGuestGraceDays, "day")}.`;
    case "never-signed-in":
      return neverSeen(standing.ageDays, guest);
  }
}

function neverSeen(ageDays: Days | null, guest: Guest): string {
  const since = ageDays === null ? "created at an unknown time" : `created ${ago(ageDays)}`;
  // An attempt is not a sign-in: lastSignInDateTime includes failed ones.
  // https://learn.microsoft.com/graph/api/resources/signinactivity
  return guest.lastAttemptAt === null
    ? `Has never signed in; ${since}.`
    : `No successful sign-in is recorded; last attempt on ${dateText(guest.lastAttemptAt)}, ${since}.`;
}

function arrival(guest: Guest): string {
  const accepted = guest.redemption.kind === "redeemed" && guest.redemption.at === joinedAt(guest);
  return accepted ? "Accepted the invitation" : "Created";
}

function overdue(isOverdue: boolean, policy: Policy): string {
  return isOverdue ? `; overdue after ${counted(policy.pendingAfterDays, "day")}` : "";
}

function limit(policy: Policy): string {
  return `stale after ${counted(policy.staleAfterDays, "day")}.`;
}

function ago(count: Days): string {
  return count === 0 ? "today" : `${counted(count, "day")} ago`;
}
