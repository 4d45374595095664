"use client";

import { FactList } from "@/components/ui/fact-list";
import type { HistoryRow } from "@/lib/contract/history";
import { whoFacts } from "./who-facts";
import { JsonText } from "@/components/ui/json-text";
import { Section } from "@/components/ui/section";

/** A change of the tenant's policy: who, when, why, and what has held since. */
export function PolicyEntry(props: { readonly row: Extract<HistoryRow, { kind: "policy-set" }> }) {
  const { row } = props;
  const { policy } = row;
  return (
    <>
      <FactList title="Change" facts={whoFacts(row)} />
      <FactList
        title="What has held since"
        facts={[
          { name: "Stale after", fact: `${policy.staleAfterDays} days` },
          { name: "Grace for new guests", fact: `${policy.newGuestGraceDays} days` },
          { name: "Pending too long after", fact: `${policy.pendingAfterDays} days` },
          { name: "Protected accounts", fact: policy.protectedAccounts.length },
        ]}
      />
    </>
  );
}

/** A template for reviews that was saved or taken away. */
export function TemplateEntry(props: {
  readonly row: Extract<HistoryRow, { kind: "template-saved" }>;
}) {
  const { row } = props;
  return (
    <>
      <FactList
        title="Change"
        facts={[
          ...whoFacts(row),
          { name: "What", fact: row.draft === null ? "Taken away" : "Saved" },
          { name: "Template", fact: <code>{row.templateId}</code> },
        ]}
      />
      {row.draft !== null && (
        <Section title="The template">
          <JsonText label="The template" json={row.draft} />
        </Section>
      )}
    </>
  );
}

const THROUGH = {
  page: "The page Erase a person",
  command: "A command on the server; who ran it is what they said",
} as const;

/** That a person was erased: who did it, when and why, and how much went. */
export function ErasureEntry(props: {
  readonly row: Extract<HistoryRow, { kind: "person-erased" }>;
}) {
  const { row } = props;
  return (
    <>
      <FactList title="Erasure" facts={whoFacts(row)} />
      <FactList
        title="What was erased"
        facts={[
          { name: "Person", fact: <code>{row.personId}</code> },
          { name: "Cards", fact: row.cards },
          { name: "Texts", fact: row.texts },
          { name: "Through", fact: THROUGH[row.through] },
        ]}
      />
    </>
  );
}
