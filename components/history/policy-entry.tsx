"use client";

import { FactList } from "@/components/ui/fact-list";
import type { HistoryRow } from "@/lib/contract/history";
import { whoFacts } from "./who-facts";

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
