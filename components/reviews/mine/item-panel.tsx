"use client";

import { GuestHistory } from "@/components/entries/guest-history";
import { decisionWord, recommendationWord } from "@/components/entries/review-item-labels";
import { answerProblem } from "@/components/inbox/answer-labels";
import { GuestPanel } from "@/components/inbox/guest-panel";
import { Facts } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PersonName } from "@/components/ui/person-name";
import { Section } from "@/components/ui/section";
import type { ReviewSettings } from "@/lib/domain/reviews/review";
import { whyRecommended } from "@/lib/domain/reviews/item-sentences";
import { type ItemRow, reviewInbox } from "./review-inbox";

interface ItemPanelProps {
  readonly row: ItemRow;
  readonly settings: ReviewSettings;
}

/** What there is to know about one item before it is decided. */
export function ItemPanel({ row, settings }: ItemPanelProps) {
  const guestId = row.item.principal.id;
  const problem =
    row.answer === undefined ? null : answerProblem(row.answer.state, reviewInbox.place);
  return (
    <>
      {problem !== null && <Notice intent="warning">{problem}</Notice>}
      <GuestPanel guestId={guestId} listed={row.guest} more={<GuestHistory guestId={guestId} />}>
        <Section title="This item">
          <Facts facts={itemFacts(row, settings)} />
        </Section>
      </GuestPanel>
    </>
  );
}

function itemFacts({ item, answer, decision, guest }: ItemRow, settings: ReviewSettings) {
  const justification = answer?.justification ?? item.justification ?? "";
  return [
    {
      name: "Access to",
      fact: (
        <PersonName
          name={item.resource?.displayName ?? null}
          fallback={item.resource?.id ?? "Not provided"}
        />
      ),
    },
    {
      name: "Recommendation",
      fact: `${recommendationWord(item.recommendation)}. ${whyRecommended(item, settings, guest?.guest.lastSeen)}`,
    },
    { name: "Decision", fact: decisionWord(decision ?? "NotReviewed") },
    ...(decision !== null && justification !== ""
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
