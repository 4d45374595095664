"use client";

import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { STANDING_WORD } from "@/components/guests/words";
import { AppLink } from "@/components/ui/app-link";
import { FactList } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";
import type { LastSeen, Redemption } from "@/lib/domain/guest";
import { AuditMatch } from "./audit-match";
import { chainFacts } from "./chain-facts";
import type { HistoryFilters } from "./history-filters";
import { OutcomeBadge } from "./outcome-badge";
import { EVIDENCE_MEANING, EVIDENCE_WORD } from "./words";

type Decided = Extract<HistoryRow, { kind: "decided" }>;

function seenWords(seen: LastSeen): ReactNode {
  switch (seen.kind) {
    case "at":
      return <Moment at={seen.at} as="full" />;
    case "never":
      return "Never";
    case "unread":
      return "Not read yet at that moment";
    case "unreadable":
      return "Sign-ins could not be read";
  }
}

function redemptionWords(redemption: Redemption): ReactNode {
  switch (redemption.kind) {
    case "redeemed":
      return redemption.at === null ? "Redeemed" : <Moment at={redemption.at} as="full" />;
    case "pending":
      return redemption.since === null ? (
        "Pending"
      ) : (
        <>
          Pending since <Moment at={redemption.since} as="full" />
        </>
      );
    case "not-invited":
      return "Was not invited";
  }
}

function outcomeFacts(row: Decided) {
  const { outcome } = row;
  if (row.decision === "keep") {
    return [
      { name: "Result", fact: "Recorded: to keep a guest changes nothing in the directory." },
    ];
  }
  if (outcome === null) {
    const fact = "Nobody knows yet: no outcome was recorded. Settle it by reading the directory.";
    return [{ name: "Result", fact }];
  }
  const { evidence, detail, requestId, recordedAt } = outcome;
  return [
    { name: "Result", fact: <OutcomeBadge row={row} /> },
    ...(detail === null ? [] : [{ name: "Detail", fact: detail }]),
    { name: "Evidence", fact: `${EVIDENCE_WORD[evidence]}. ${EVIDENCE_MEANING[evidence]}` },
    { name: "Recorded", fact: <Moment at={recordedAt} as="full" /> },
    ...(requestId === null ? [] : [{ name: "Graph request", fact: <code>{requestId}</code> }]),
  ];
}

function knownFacts({ known }: Decided) {
  const standing = known.standing === "deleted" ? "Deleted" : STANDING_WORD[known.standing];
  const { staleAfterDays, newGuestGraceDays, pendingAfterDays } = known.policy;
  return [
    { name: "Standing", fact: `${standing}. ${known.explanation}` },
    { name: "Last sign-in", fact: seenWords(known.lastSeen) },
    { name: "Invitation", fact: redemptionWords(known.redemption) },
    {
      name: "Created",
      fact: known.createdAt === null ? "Unknown" : <Moment at={known.createdAt} as="full" />,
    },
    { name: "Sign-in was", fact: known.enabled ? "Allowed" : "Blocked" },
    { name: "Type", fact: known.userType === "guest" ? "Guest" : "External member" },
    {
      name: "Policy",
      fact: `Stale after ${staleAfterDays} days, grace ${newGuestGraceDays}, pending after ${pendingAfterDays}`,
    },
  ];
}

/** A decision about a guest: who, when, why, what was known, and what became of it. */
export function DecidedEntry(props: {
  readonly row: Decided;
  readonly onFilter: (change: Partial<HistoryFilters>) => void;
}) {
  const { row, onFilter } = props;
  const only = (text: string, change: Partial<HistoryFilters>) => (
    <Link
      as="button"
      inline
      onClick={() => {
        onFilter(change);
      }}
    >
      {text}
    </Link>
  );
  return (
    <>
      <FactList
        title="Decision"
        facts={[
          {
            name: "Who",
            fact: <PersonName name={row.actor.displayName} fallback={row.actor.id} />,
          },
          { name: "When", fact: <Moment at={row.recordedAt} as="full" /> },
          { name: "Why", fact: <PersonName name={row.reason} /> },
          ...(row.undoes === null ? [] : [{ name: "Takes back", fact: <code>{row.undoes}</code> }]),
        ]}
      />
      <FactList title="Outcome" facts={outcomeFacts(row)} />
      <AuditMatch row={row} />
      <FactList title="Known at that moment" facts={knownFacts(row)} />
      <FactList
        title="Guest"
        facts={[
          {
            name: "Name",
            fact: (
              <PersonName
                name={row.guest.displayName}
                fallback="Erased: the chain keeps only the object id"
              />
            ),
          },
          { name: "Mail", fact: <PersonName name={row.guest.mail} fallback="None" /> },
          { name: "Object id", fact: <code>{row.guest.id}</code> },
          {
            name: "Now",
            fact: <AppLink href={`/guests?guest=${row.guest.id}`}>Open guest</AppLink>,
          },
        ]}
      />
      <FactList
        title="More like this"
        facts={[
          { name: "Guest", fact: only("All about this guest", { guest: row.guest.id }) },
          { name: "Person", fact: only("All by this person", { actor: row.actor.id }) },
          { name: "Plan", fact: only("All of the same plan", { plan: row.planId }) },
        ]}
      />
      <FactList title="In the ledger" facts={chainFacts(row)} />
    </>
  );
}
