"use client";

import { Text } from "@fluentui/react-components";
import { useMemo } from "react";
import { AccountName } from "@/components/directory/account-name";
import { PolicyDiff } from "@/components/entries/policy-diff";
import { BECAUSE_WORD, LIMIT_WORD, limitText } from "@/components/entries/policy-labels";
import { FactList } from "@/components/ui/fact-list";
import { JsonText } from "@/components/ui/json-text";
import { PlainList, Section } from "@/components/ui/section";
import type { HistoryRow } from "@/lib/contract/history";
import { DEFAULT_POLICY, policyChanges } from "@/lib/domain/policy";
import { useAccountNames } from "@/lib/queries/accounts";
import { whoFacts } from "./who-facts";

const LIMITS = ["staleAfterDays", "newGuestGraceDays", "pendingAfterDays", "confirmAbove"] as const;

/** A change of the tenant's policy: who, when, why, what it changed, and what holds since. */
export function PolicyEntry(props: { readonly row: Extract<HistoryRow, { kind: "policy-set" }> }) {
  const { row } = props;
  const { policy, before } = row;
  const ids = useMemo(() => policy.protectedAccounts.map(({ id }) => id), [policy]);
  const names = useAccountNames(ids).data;
  const replaced = before ?? DEFAULT_POLICY;
  return (
    <>
      <FactList title="Change" facts={whoFacts(row)} />
      <Section title="What changed">
        {before === null && <Text block>Nobody had set anything before: the defaults held.</Text>}
        {policyChanges(replaced, policy).length === 0 ? (
          <Text block>Nothing differs from what held before.</Text>
        ) : (
          <PolicyDiff before={replaced} after={policy} />
        )}
      </Section>
      <FactList
        title="New values"
        facts={[
          ...LIMITS.flatMap((limit) => {
            const value = policy[limit];
            return value === undefined
              ? []
              : [{ name: LIMIT_WORD[limit], fact: limitText(limit, value) }];
          }),
          { name: "Protected accounts", fact: policy.protectedAccounts.length },
        ]}
      />
      {ids.length > 0 && (
        <Section title="Accounts protected since">
          <PlainList>
            {policy.protectedAccounts.map(({ id, because }) => (
              <li key={id}>
                <AccountName id={id} account={names?.get(id)} />
                {BECAUSE_WORD[because]}
              </li>
            ))}
          </PlainList>
        </Section>
      )}
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
