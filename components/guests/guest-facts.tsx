"use client";

import { Text } from "@fluentui/react-components";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { Guest } from "@/lib/domain/guest";
import { useInviter } from "@/lib/queries/inviter";
import { Facts, PanelList, PanelSection } from "./facts";
import { IDENTITY_WORD, USER_TYPE_WORD } from "./words";

const instant = (at: number | null) => (at === null ? "Unknown" : <Moment at={at} as="full" />);

interface OfGuest {
  readonly guest: Guest;
}

/** Who this is, and where they prove it. */
export function IdentitySection({ guest }: OfGuest) {
  return (
    <PanelSection title="Identity">
      <Facts
        facts={[
          ["Mail", <PersonName key="mail" name={guest.mail} fallback="None" />],
          ["Partner", guest.partner === "" ? "Unknown" : guest.partner],
          ["Identity provider", IDENTITY_WORD[guest.identityClass]],
          ["Type", USER_TYPE_WORD[guest.userType]],
          ["Sign-in", guest.enabled ? "Allowed" : "Blocked"],
          ["Created", instant(guest.createdAt)],
          ["User principal name", <PersonName key="upn" name={guest.userPrincipalName} />],
          ["Object id", guest.id],
        ]}
      />
    </PanelSection>
  );
}

function redemptionWords({ redemption }: Guest) {
  switch (redemption.kind) {
    case "redeemed":
      return <>Accepted {redemption.at !== null && <Moment at={redemption.at} as="full" />}</>;
    case "pending":
      return <>Waiting {redemption.since !== null && <Moment at={redemption.since} as="full" />}</>;
    case "not-invited":
      return "None recorded";
  }
}

/** How they came here. */
export function InvitationSection({ guest }: OfGuest) {
  const inviter = useInviter(guest.id);
  return (
    <PanelSection title="Invitation">
      <Facts
        facts={[
          ["State", redemptionWords(guest)],
          ["Invited by", <Inviter key="by" inviter={inviter} />],
          ["Created as", guest.creationType ?? "Unknown"],
        ]}
      />
    </PanelSection>
  );
}

function Inviter({ inviter }: { readonly inviter: ReturnType<typeof useInviter> }) {
  if (inviter.isPending) return "Looking in the audit log …";
  if (inviter.isError) return "The audit log could not be read";
  if (inviter.data === null) return "Not in the audit log any more: it keeps 30 days";
  return <PersonName name={inviter.data.displayName} fallback={inviter.data.id ?? "Unknown"} />;
}

function lastSuccess({ lastSeen }: Guest) {
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

/** When they were here: successes decide, attempts are only shown. */
export function SignInsSection({ guest }: OfGuest) {
  return (
    <PanelSection title="Sign-ins">
      <Facts
        facts={[
          ["Last successful", lastSuccess(guest)],
          [
            "Last attempt",
            guest.lastAttemptAt === null ? (
              "None recorded"
            ) : (
              <Moment at={guest.lastAttemptAt} as="full" />
            ),
          ],
        ]}
      />
      <Text size={200}>Attempts include failed ones, so they say nothing about use.</Text>
    </PanelSection>
  );
}

/** Who vouches for them. */
export function SponsorsSection({ guest }: OfGuest) {
  return (
    <PanelSection title="Sponsors">
      {guest.sponsors.length === 0 ? (
        <Text>Nobody vouches for this guest.</Text>
      ) : (
        <PanelList>
          {guest.sponsors.map(({ id, displayName }) => (
            <li key={id}>
              <PersonName name={displayName} fallback={id} />
            </li>
          ))}
        </PanelList>
      )}
    </PanelSection>
  );
}
