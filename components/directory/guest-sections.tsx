"use client";

import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { CopyButton } from "@/components/ui/copy-button";
import { Moment } from "@/components/ui/moment";
import { FactList, Facts } from "@/components/ui/fact-list";
import { PersonName } from "@/components/ui/person-name";
import { PlainList, Section } from "@/components/ui/section";
import type { Guest } from "@/lib/domain/guest";
import { useInviter } from "@/lib/queries/inviter";
import { invitationFact, lastAttemptFact, lastSignInFact } from "./guest-facts";
import { IDENTITY_WORD, USER_TYPE_WORD } from "./guest-labels";

const useStyles = makeStyles({
  copied: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
  },
});

const instant = (at: number | null) => (at === null ? "Unknown" : <Moment at={at} as="full" />);

interface OfGuest {
  readonly guest: Guest;
}

/** Who this is, and where they prove it. */
export function IdentitySection({ guest }: OfGuest) {
  return (
    <FactList
      title="Identity"
      facts={[
        { name: "Mail", fact: <Copied what="mail" text={guest.mail} /> },
        { name: "Partner", fact: <PersonName name={guest.partner} fallback="Unknown" /> },
        { name: "Identity provider", fact: IDENTITY_WORD[guest.identityClass] },
        { name: "Type", fact: USER_TYPE_WORD[guest.userType] },
        { name: "Sign-in", fact: guest.enabled ? "Allowed" : "Blocked" },
        { name: "Created", fact: instant(guest.createdAt) },
        { name: "User principal name", fact: <PersonName name={guest.userPrincipalName} /> },
        { name: "Object ID", fact: <Copied what="object ID" text={guest.id} /> },
      ]}
    />
  );
}

/** A text that others need elsewhere, with the button that copies it. */
function Copied({ what, text }: { readonly what: string; readonly text: string | null }) {
  const styles = useStyles();
  return (
    <span className={styles.copied}>
      <PersonName name={text} fallback="None" />
      {text !== null && <CopyButton text={() => text} label={`Copy ${what}`} />}
    </span>
  );
}

/** How they came here. */
export function InvitationSection({ guest }: OfGuest) {
  const inviter = useInviter(guest.id);
  return (
    <FactList
      title="Invitation"
      facts={[
        { name: "State", fact: invitationFact(guest.redemption) },
        { name: "Invited by", fact: <Inviter inviter={inviter} /> },
        { name: "Created as", fact: guest.creationType ?? "Unknown" },
      ]}
    />
  );
}

function Inviter({ inviter }: { readonly inviter: ReturnType<typeof useInviter> }) {
  if (inviter.isPending) return "Reading the audit log …";
  if (inviter.isError) return "The audit log could not be read";
  if (inviter.data === null) return "Not in the audit log, which keeps at most 30 days";
  return <PersonName name={inviter.data.displayName} fallback={inviter.data.id ?? "Unknown"} />;
}

/** Their sign-ins. Only successful ones decide the standing. */
export function SignInsSection({ guest }: OfGuest) {
  return (
    <Section title="Sign-ins">
      <Facts
        facts={[
          { name: "Last successful", fact: lastSignInFact(guest.lastSeen) },
          { name: "Last attempt", fact: lastAttemptFact(guest) },
        ]}
      />
      <Text size={200}>Attempts include failed ones, so they don't show use.</Text>
    </Section>
  );
}

/** Their sponsors. */
export function SponsorsSection({ guest }: OfGuest) {
  return (
    <Section title="Sponsors">
      {guest.sponsors.length === 0 ? (
        <Text>This guest has no sponsor.</Text>
      ) : (
        <PlainList>
          {guest.sponsors.map(({ id, displayName }) => (
            <li key={id}>
              <PersonName name={displayName} fallback={id} />
            </li>
          ))}
        </PlainList>
      )}
    </Section>
  );
}
