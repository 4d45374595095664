"use client";

import { Link } from "@fluentui/react-components";
import { FactList } from "@/components/ui/fact-list";
import type { HistoryRow } from "@/lib/contract/history";
import { guestOf } from "@/components/entries/about-entry";
import type { HistoryFilters } from "./history-filters";

interface Like {
  readonly name: string;
  readonly text: string;
  readonly filter: Partial<HistoryFilters>;
}

function likes(row: HistoryRow): readonly Like[] {
  const guest = guestOf(row);
  const plan = planOf(row);
  return [
    ...(guest === null
      ? []
      : [{ name: "Guest", text: "All about this guest", filter: { guest: guest.id } }]),
    ...subjectLikes(row),
    { name: "Person", text: "All by this person", filter: { actor: row.actor.id } },
    ...(plan === null ? [] : [{ name: "Plan", text: "All of the same plan", filter: { plan } }]),
  ];
}

function planOf(row: HistoryRow): string | null {
  return row.kind === "planned" ? row.operation.planId : null;
}

function subjectLikes(row: HistoryRow): readonly Like[] {
  switch (row.kind) {
    case "planned": {
      const { type, id: subject } = row.subject;
      // All about a guest is found by the guest.
      if (type === "guest") return [];
      const name = type === "review" ? "Review" : "Group";
      return [{ name, text: `All about this ${type}`, filter: { subject } }];
    }
    case "review-result":
      return [
        { name: "Review", text: "All about this review", filter: { subject: row.result.reviewId } },
      ];
    case "template-saved":
      return [
        { name: "Template", text: "All about this template", filter: { subject: row.templateId } },
      ];
    case "person-erased":
      return [
        { name: "Erased person", text: "All erasures of them", filter: { subject: row.personId } },
      ];
    case "policy-set":
    case "unreadable":
      return [];
  }
}

/** Ways from one entry to all that share something with it. */
export function MoreLikeThis(props: {
  readonly row: HistoryRow;
  readonly onFilter: (change: Partial<HistoryFilters>) => void;
}) {
  return (
    <FactList
      title="More like this"
      facts={likes(props.row).map(({ name, text, filter }) => ({
        name,
        fact: (
          <Link
            as="button"
            inline
            onClick={() => {
              props.onFilter(filter);
            }}
          >
            {text}
          </Link>
        ),
      }))}
    />
  );
}
