"use client";

import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { FootprintSection } from "@/components/directory/footprint-section";
import { SponsorsSection } from "@/components/directory/guest-sections";
import { GuestHistory } from "@/components/entries/guest-history";
import { StandingBadge } from "@/components/directory/standing-badge";
import { Facts } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PersonName } from "@/components/ui/person-name";
import { Section } from "@/components/ui/section";
import type { ReviewSettings } from "@/lib/domain/reviews/review";
import type { GuestRow } from "@/lib/inventory/inventory";
import { useGuest, useProgress } from "@/lib/inventory/use-inventory";
import { decisionWord, recommendationWord } from "@/components/entries/review-item-labels";
import type { ItemRow } from "./item-columns";
import { useDebouncedValue } from "@/components/ui/use-debounced-value";
import { trouble, whyNoFacts, whyRecommended } from "./answer-labels";

/** Walking on within this time does not ask Graph about everybody on the way. */
const DEBOUNCE_MILLISECONDS = 250;

const useStyles = makeStyles({
  standing: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalS,
  },
});

interface ItemPanelProps {
  readonly row: ItemRow;
  readonly settings: ReviewSettings;
}

/** What there is to know about one item before it is decided. */
export function ItemPanel({ row, settings }: ItemPanelProps) {
  const guestId = row.item.principal.id;
  const { row: known } = useGuest(guestId);
  const debouncedId = useDebouncedValue(guestId, DEBOUNCE_MILLISECONDS);
  const wrong = row.answer === undefined ? null : trouble(row.answer.state);
  return (
    <>
      {wrong !== null && <Notice intent="warning">{wrong}</Notice>}
      <GuestStanding known={known ?? row.known ?? null} />
      <Section title="This item">
        <Facts facts={itemFacts(row, settings)} />
      </Section>
      {known && <SponsorsSection guest={known.guest} />}
      {debouncedId === guestId ? (
        <>
          <FootprintSection guestId={guestId} />
          <GuestHistory guestId={guestId} />
        </>
      ) : (
        <Spinner size="tiny" label="Reading about this guest" labelPosition="after" />
      )}
    </>
  );
}

function GuestStanding({ known }: { readonly known: GuestRow | null }) {
  const styles = useStyles();
  const progress = useProgress();
  return (
    <Section title="Standing">
      {known === null ? (
        <Text>{whyNoFacts(progress)}</Text>
      ) : (
        <div className={styles.standing}>
          <StandingBadge standing={known.standing.kind} />
          <Text>{known.explanation}</Text>
        </div>
      )}
      {known !== null && (
        <Facts facts={[{ name: "Last successful sign-in", fact: lastSuccess(known) }]} />
      )}
    </Section>
  );
}

function lastSuccess({ guest: { lastSeen } }: GuestRow) {
  switch (lastSeen.kind) {
    case "at":
      return <Moment at={lastSeen.at} as="full" />;
    case "never":
      return "None recorded";
    case "unread":
      return "Not read yet";
    case "unreadable":
      return "You may not read sign-ins, or the organization has no licence for it";
  }
}

function itemFacts({ item, answer, decided }: ItemRow, settings: ReviewSettings) {
  const justification = answer?.justification ?? item.justification ?? "";
  return [
    {
      name: "Access to",
      fact: (
        <PersonName
          name={item.resource?.displayName ?? null}
          fallback={item.resource?.id ?? "Not said"}
        />
      ),
    },
    {
      name: "Recommendation",
      fact: `${recommendationWord(item.recommendation)}. ${whyRecommended(item, settings)}`,
    },
    { name: "My decision", fact: decisionWord(decided) },
    ...(decided !== "NotReviewed" && justification !== ""
      ? [{ name: "Justification", fact: <PersonName name={justification} /> }]
      : []),
    ...(answer === undefined && item.reviewedBy !== null && item.reviewedAt !== null
      ? [
          {
            name: "Decided",
            fact: (
              <>
                <Moment at={item.reviewedAt} as="full" /> by{" "}
                <PersonName name={item.reviewedBy.displayName} fallback={item.reviewedBy.id} />
              </>
            ),
          },
        ]
      : []),
  ];
}
