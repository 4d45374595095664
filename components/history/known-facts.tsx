import type { ReactNode } from "react";
import { STANDING_WORD } from "@/components/directory/guest-labels";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { Known } from "@/lib/domain/known";
import type { LastSeen, Redemption } from "@/lib/domain/guest";

function seenWords(seen: LastSeen): ReactNode {
  switch (seen.kind) {
    case "at":
      return <Moment at={seen.at} as="full" />;
    case "never":
      return "Never";
    case "unread":
      return "Not read yet at that moment";
    case "unreadable":
      return "Sign-ins could not be read";
  }
}

function redemptionWords(redemption: Redemption): ReactNode {
  switch (redemption.kind) {
    case "redeemed":
      return redemption.at === null ? "Redeemed" : <Moment at={redemption.at} as="full" />;
    case "pending":
      return redemption.since === null ? (
        "Pending"
      ) : (
        <>
          Pending since <Moment at={redemption.since} as="full" />
        </>
      );
    case "not-invited":
      return "Was not invited";
  }
}

/** What was known of the guest at the moment of the entry. */
export function knownFacts(known: Known) {
  const standing = known.standing === "deleted" ? "Deleted" : STANDING_WORD[known.standing];
  const { staleAfterDays, newGuestGraceDays, pendingAfterDays } = known.policy;
  return [
    {
      name: "Standing",
      fact: (
        <>
          {standing}. <PersonName name={known.explanation} />
        </>
      ),
    },
    { name: "Last sign-in", fact: seenWords(known.lastSeen) },
    { name: "Invitation", fact: redemptionWords(known.redemption) },
    {
      name: "Created",
      fact: known.createdAt === null ? "Unknown" : <Moment at={known.createdAt} as="full" />,
    },
    { name: "Sign-in was", fact: known.enabled ? "Allowed" : "Blocked" },
    { name: "Type", fact: known.userType === "guest" ? "Guest" : "External member" },
    {
      name: "Policy",
      fact: `Stale after ${staleAfterDays} days, grace ${newGuestGraceDays}, pending after ${pendingAfterDays}`,
    },
  ];
}
