"use client";

import { Link } from "@fluentui/react-components";
import { FactList } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";
import { chainFacts } from "./chain-facts";
import type { HistoryFilters } from "./history-filters";

/** A change of the tenant's policy: who, when, why, and what has held since. */
export function PolicyEntry(props: {
  readonly row: Extract<HistoryRow, { kind: "policy-set" }>;
  readonly onFilter: (change: Partial<HistoryFilters>) => void;
}) {
  const { row } = props;
  const { policy } = row;
  return (
    <>
      <FactList
        title="Change"
        facts={[
          {
            name: "Who",
            fact: <PersonName name={row.actor.displayName} fallback={row.actor.id} />,
          },
          { name: "When", fact: <Moment at={row.recordedAt} as="full" /> },
          { name: "Why", fact: <PersonName name={row.reason} /> },
        ]}
      />
      <FactList
        title="What has held since"
        facts={[
          { name: "Stale after", fact: `${policy.staleAfterDays} days` },
          { name: "Grace for new guests", fact: `${policy.newGuestGraceDays} days` },
          { name: "Pending too long after", fact: `${policy.pendingAfterDays} days` },
          { name: "Protected accounts", fact: policy.protectedAccounts.length },
        ]}
      />
      <FactList
        title="More like this"
        facts={[
          {
            name: "Person",
            fact: (
              <Link
                as="button"
                inline
                onClick={() => {
                  props.onFilter({ actor: row.actor.id });
                }}
              >
                All by this person
              </Link>
            ),
          },
        ]}
      />
      <FactList title="In the ledger" facts={chainFacts(row)} />
    </>
  );
}
