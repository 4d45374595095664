"use client";

import { FactList, Facts } from "@/components/ui/fact-list";
import { JsonText } from "@/components/ui/json-text";
import { Section } from "@/components/ui/section";
import { AppLink } from "@/components/ui/app-link";
import type { HistoryRow } from "@/lib/contract/history";
import { guestFacts } from "./guest-facts";
import { knownFacts } from "./known-facts";
import { EarlierOutcomes, outcomeFacts } from "./outcome-facts";
import { whoFacts } from "./who-facts";

type Intended = Extract<HistoryRow, { kind: "intended" }>;

function subjectFacts({ intent, subject }: Intended) {
  const notYet = intent.subject.id === intent.id && subject.id === intent.id;
  if (notYet) {
    return [{ name: "Object id", fact: "None is known: nothing says that it was made." }];
  }
  const now = {
    name: "Now",
    fact: <AppLink href={`/reviews/${subject.id}`}>Open review</AppLink>,
  };
  return [
    { name: "Object id", fact: <code>{subject.id}</code> },
    ...(subject.type === "review" ? [now] : []),
  ];
}

/** What was about to be changed: who, why, the exact request, and what became of it. */
export function IntendedEntry({ row }: { readonly row: Intended }) {
  const { method, path, body } = row.intent.request;
  return (
    <>
      <FactList title="Intent" facts={whoFacts(row)} />
      <FactList title="Outcome" facts={outcomeFacts(row)} />
      <EarlierOutcomes row={row} />
      <Section title="The exact request">
        <Facts
          facts={[
            { name: "Method", fact: <code>{method}</code> },
            { name: "Path", fact: <code>{path}</code> },
          ]}
        />
        {body !== null && <JsonText label="Body of the request" json={body} />}
      </Section>
      <FactList
        title={row.subject.type === "review" ? "Review" : "Group"}
        facts={subjectFacts(row)}
      />
      {row.guest !== null && <FactList title="Guest" facts={guestFacts(row.guest)} />}
      {row.intent.known !== null && (
        <FactList title="Known at that moment" facts={knownFacts(row.intent.known)} />
      )}
    </>
  );
}
