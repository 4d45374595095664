"use client";

import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { FootprintSection } from "@/components/directory/footprint-section";
import { SignInsSection, SponsorsSection } from "@/components/directory/guest-sections";
import { GuestHistory } from "@/components/entries/guest-history";
import { StandingBadge } from "@/components/directory/standing-badge";
import { useWayBack } from "@/components/ui/use-way-back";
import { AppLink } from "@/components/ui/app-link";
import { FactList } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { SidePanel } from "@/components/ui/side-panel";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import { useGuest } from "@/lib/inventory/use-inventory";
import {
  applyResultWord,
  deciderText,
  recommendationWord,
} from "@/components/entries/review-item-labels";
import { DecisionBadge } from "@/components/entries/decision-badge";
import { LastSignIn } from "./item-columns";

const useStyles = makeStyles({
  body: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalXXL,
  },
  standing: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const moment = (at: number | null) => (at === null ? "Not yet" : <Moment at={at} as="full" />);

function decisionFacts(item: ReviewItem) {
  const { decision, reviewedAt, justification, applyResult, appliedAt, appliedBy } = item;
  return [
    { name: "Decision", fact: <DecisionBadge decision={decision} /> },
    { name: "Decided by", fact: <PersonName name={deciderText(item)} /> },
    { name: "Decided", fact: moment(reviewedAt) },
    { name: "Justification", fact: <PersonName name={justification} fallback="None" /> },
    { name: "Applied", fact: applyResultWord(applyResult) },
    ...(appliedAt === null ? [] : [{ name: "Applied on", fact: moment(appliedAt) }]),
    ...(appliedBy === null
      ? []
      : [
          {
            name: "Applied by",
            fact: <PersonName name={appliedBy.displayName} fallback={appliedBy.id} />,
          },
        ]),
  ];
}

/** What the tab's own list knows of the guest today, beside what the review froze at its start. */
function Standing({ guestId }: { readonly guestId: string }) {
  const styles = useStyles();
  const { row, pending } = useGuest(guestId);
  if (pending) return <Spinner size="tiny" label="Looking for this guest" />;
  if (row === null) {
    return <Text>Not in the list of guests: not read yet, deleted, or not a guest.</Text>;
  }
  return (
    <div className={styles.standing}>
      <StandingBadge standing={row.standing.kind} />
      <Text>{row.explanation}</Text>
    </div>
  );
}

function SignInsAndSponsors({ guestId }: { readonly guestId: string }) {
  const { row } = useGuest(guestId);
  return (
    row !== null && (
      <>
        <SignInsSection guest={row.guest} />
        <SponsorsSection guest={row.guest} />
      </>
    )
  );
}

interface ItemPanelProps {
  readonly item: ReviewItem;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** One person's access under review: what was decided and why, and everything that is known of the guest. */
export function ItemPanel({ item, open, onClose }: ItemPanelProps) {
  const styles = useStyles();
  useWayBack(item.id);
  const { principal, resource } = item;
  return (
    <SidePanel
      open={open}
      modal={false}
      label="Decision"
      title={<PersonName name={principal.displayName} fallback={principal.id} />}
      onClose={onClose}
    >
      <div className={styles.body}>
        <Standing guestId={principal.id} />
        <FactList
          title="Decision"
          facts={[
            {
              name: "Access to",
              fact: (
                <PersonName
                  name={resource?.displayName ?? null}
                  fallback={resource?.id ?? "Not provided"}
                />
              ),
            },
            ...decisionFacts(item),
          ]}
        />
        <FactList
          title="What Entra recommended"
          facts={[
            { name: "Recommendation", fact: recommendationWord(item.recommendation) },
            { name: "Last sign-in then", fact: <LastSignIn item={item} /> },
            { name: "User name", fact: <PersonName name={principal.userPrincipalName} /> },
            {
              name: "Guest",
              fact: <AppLink href={`/guests?guest=${principal.id}`}>Open guest</AppLink>,
            },
            { name: "Item id", fact: <code>{item.id}</code> },
          ]}
        />
        <SignInsAndSponsors guestId={principal.id} />
        <FootprintSection guestId={principal.id} />
        <GuestHistory guestId={principal.id} />
      </div>
    </SidePanel>
  );
}
