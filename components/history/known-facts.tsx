import { invitationFact, lastSignInFact } from "@/components/directory/guest-facts";
import { STANDING_WORD } from "@/components/directory/guest-labels";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { Known } from "@/lib/domain/known";

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
    { name: "Last sign-in", fact: lastSignInFact(known.lastSeen) },
    { name: "Invitation", fact: invitationFact(known.redemption) },
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
