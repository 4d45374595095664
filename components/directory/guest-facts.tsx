import type { ReactNode } from "react";
import { Moment } from "@/components/ui/moment";
import type { Guest, LastSeen, Redemption } from "@/lib/domain/guest";

/** When a guest last signed in successfully; what could not be read is not "none". */
export function lastSignInFact(lastSeen: LastSeen): ReactNode {
  switch (lastSeen.kind) {
    case "at":
      return <Moment at={lastSeen.at} as="full" />;
    case "never":
      return "None recorded";
    case "unread":
      return "Not read yet";
    case "unreadable":
      return "Could not be read";
  }
}

/** When a guest last tried to sign in, with or without success. Attempts come with the sign-ins, or not at all. */
export function lastAttemptFact({ lastSeen, lastAttemptAt }: Guest): ReactNode {
  if (lastAttemptAt !== null) return <Moment at={lastAttemptAt} as="full" />;
  return lastSeen.kind === "at" ? "None recorded" : lastSignInFact(lastSeen);
}

/** What became of a guest's invitation. */
export function invitationFact(redemption: Redemption): ReactNode {
  switch (redemption.kind) {
    case "redeemed":
      return <>Accepted {redemption.at !== null && <Moment at={redemption.at} as="full" />}</>;
    case "pending":
      return <>Waiting {redemption.since !== null && <Moment at={redemption.since} as="full" />}</>;
    case "not-invited":
      return "None recorded";
    case "unknown":
      return "Unknown";
  }
}
