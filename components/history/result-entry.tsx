"use client";

import { NOT_APPLIED_WORD } from "@/lib/domain/reviews/not-applied-label";
import {
  applyResultWord,
  decisionWord,
  recommendationWord,
} from "@/components/entries/review-item-labels";
import { statusWord } from "@/components/entries/review-status-labels";
import { AppLink } from "@/components/ui/app-link";
import { FactList } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";
import { deciderOf } from "@/lib/domain/reviews/result";
import type { Instant } from "@/lib/domain/time";
import { correctionFacts, CorrectResult, EarlierAccess } from "./correct-result";
import { GuestFacts } from "./guest-facts";
import { OutcomeBadge } from "./outcome-badge";
import { recorderFacts } from "./who-facts";
import { DECIDER_WORD } from "@/components/entries/entry-labels";
import { useMemo } from "react";
import { useNames } from "@/lib/queries/people";

type Resulted = Extract<HistoryRow, { kind: "review-result" }>;

const moment = (at: Instant | null) => (at === null ? "Unknown" : <Moment at={at} as="full" />);

function decisionFacts({ result }: Resulted) {
  const { decision, recommendation, justification, reviewedAt } = result;
  const decider = deciderOf(result);
  return [
    { name: "Decision", fact: decisionWord(decision) },
    { name: "Recommendation", fact: recommendationWord(recommendation) },
    {
      name: "Decided by",
      fact:
        decider.kind === "reviewer" ? <PersonById id={decider.id} /> : DECIDER_WORD[decider.kind],
    },
    ...(reviewedAt === null ? [] : [{ name: "Decided", fact: moment(reviewedAt) }]),
    ...(justification === null
      ? []
      : [{ name: "Justification", fact: <PersonName name={justification} /> }]),
  ];
}

function appliedFacts(row: Resulted) {
  const { applyResult, appliedAt, notApplied } = row.result;
  return [
    { name: "Access", fact: <OutcomeBadge row={row} /> },
    ...(notApplied === null
      ? []
      : [{ name: "Why not applied", fact: NOT_APPLIED_WORD[notApplied] }]),
    { name: "Apply result", fact: applyResultWord(applyResult) },
    ...(appliedAt === null ? [] : [{ name: "Applied", fact: moment(appliedAt) }]),
    ...correctionFacts(row.correction),
  ];
}

/** What a review that has ended did to one guest's access, and what the directory showed of it. */
export function ResultEntry({ row }: { readonly row: Resulted }) {
  const { result } = row;
  return (
    <>
      <FactList title="Decision" facts={decisionFacts(row)} />
      <FactList title="What became of the access" facts={appliedFacts(row)} />
      <EarlierAccess row={row} />
      <CorrectResult row={row} />
      <FactList
        title="Review"
        facts={[
          {
            name: "Access to",
            fact: (
              <PersonName name={result.resourceName} fallback={result.resourceId ?? "Unknown"} />
            ),
          },
          { name: "Status", fact: statusWord(result.instanceStatus) },
          { name: "Began", fact: moment(result.startsAt) },
          { name: "Ended", fact: moment(result.endsAt) },
          { name: "Review id", fact: <code>{result.reviewId}</code> },
          { name: "Instance id", fact: <code>{result.instanceId}</code> },
          { name: "Item id", fact: <code>{result.itemId}</code> },
          {
            name: "Now",
            fact: <AppLink href={`/reviews/${result.reviewId}`}>Open review</AppLink>,
          },
        ]}
      />
      <GuestFacts guest={row.guest} />
      <FactList title="Copied into the history" facts={recorderFacts(row)} />
    </>
  );
}

/** A person of whom only the object id is known: the id, with the name in front while the directory has it. */
function PersonById({ id }: { readonly id: string }) {
  const people = useMemo(() => [{ kind: "user", id }] as const, [id]);
  const name = useNames(people).data?.get(id);
  return (
    <>
      {name !== undefined && (
        <>
          <PersonName name={name} />
          <br />
        </>
      )}
      <code>{id}</code>
    </>
  );
}
