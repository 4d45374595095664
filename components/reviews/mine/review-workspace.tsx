"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { DecisionWorkspace } from "@/components/inbox/decision-workspace";
import { useGuestPlaces } from "@/components/inbox/guest-facts";
import type { ItemFilter } from "@/components/inbox/use-item-list";
import { nextSort } from "@/components/list/use-list-state";
import { useNarrow } from "@/components/ui/use-narrow";
import type { Decision } from "@/lib/domain/reviews/plan-answers";
import type { ReviewItem, ReviewSettings } from "@/lib/domain/reviews/review";
import {
  matchesDecision,
  selectItems,
  SORT_KEYS,
  type SortKey,
} from "@/lib/domain/reviews/select-items";
import type { SortKey as GuestSort } from "@/lib/inventory/inventory";
import { keys } from "@/lib/queries/keys";
import { useServices } from "@/lib/services/services";
import { itemColumns } from "./item-columns";
import { ItemFilters } from "./item-filters";
import { consequenceOf } from "@/lib/domain/reviews/item-sentences";
import { ItemPanel } from "./item-panel";
import { factsOf, reviewInbox, type useReviewAnswers } from "./review-inbox";
import type { useMineAddress } from "./use-mine-address";

const ON_A_PHONE = ["guest", "decision"];
const NO_FILTERS = { q: null, decision: null, recommendation: null, refused: null };

/** The columns that only the list of guests can sort. */
const GUEST_SORTS: Readonly<Partial<Record<SortKey, GuestSort>>> = {
  standing: "standing",
  "last-seen": "last-seen",
  sponsor: "sponsor",
};

/** The rule of reviews that ask for a justification: https://learn.microsoft.com/graph/api/resources/accessreviewschedulesettings */
const REQUIRED = "This review asks for a justification with every approval.";

interface ReviewWorkspaceProps extends Pick<ReturnType<typeof useReviewAnswers>, "queue" | "view"> {
  readonly items: readonly ReviewItem[];
  readonly readAt: number;
  /** More items are still on their way. */
  readonly reading: boolean;
  readonly settings: ReviewSettings;
  readonly address: ReturnType<typeof useMineAddress>;
  /** Why nothing can be decided; null when it can. */
  readonly whyNot: string | null;
  readonly onHelp: () => void;
}

/** The items of one instance, and what can be decided about them. */
export function ReviewWorkspace({ settings, address, ...session }: ReviewWorkspaceProps) {
  const { items } = session;
  const { query, itemId, change } = address;
  const client = useQueryClient();
  const { me } = useServices();
  const narrow = useNarrow();
  const places = useGuestPlaces(GUEST_SORTS[query.sort.by] ?? null);
  const filter: ItemFilter<ReviewItem, Decision> = useMemo(
    () => ({
      select: (all, decisions) => selectItems(all, query, { ...factsOf(decisions), places }),
      matches: (item, decisions) => matchesDecision(item, query, factsOf(decisions)),
    }),
    [query, places],
  );
  const columns = useMemo(() => itemColumns(settings), [settings]);
  const hiddenColumns = useMemo(() => {
    if (narrow) return columns.map(({ id }) => id).filter((id) => !ON_A_PHONE.includes(id));
    const resources = new Set(items.map(({ resource }) => resource?.id));
    return resources.size > 1 ? [] : ["access"];
  }, [columns, items, narrow]);
  // The instance may have ended, or another reviewer may have decided.
  const onNotAccepted = useCallback(() => {
    void client.invalidateQueries({ queryKey: keys.myReviews(me), exact: true });
  }, [client, me]);
  const onRefused = useCallback(() => {
    void client.invalidateQueries({ queryKey: keys.myReviews(me) });
  }, [client, me]);
  const isRequired = settings.justificationOnApproval;
  return (
    <DecisionWorkspace
      {...session}
      inbox={reviewInbox}
      filter={filter}
      filters={(decisions) => (
        <ItemFilters query={query} items={items} decisions={decisions} change={change} />
      )}
      onClearFilters={() => void change(NO_FILTERS)}
      activeId={itemId}
      onActive={(item) => void change({ item })}
      columns={columns}
      hiddenColumns={hiddenColumns}
      sort={query.sort}
      onSort={(column) => {
        const next = nextSort(SORT_KEYS, column, query.sort);
        if (next !== null) void change(next);
      }}
      panel={(row) => <ItemPanel row={row} settings={settings} />}
      requirement={isRequired ? "Required to approve." : null}
      requirementOf={(decision) => (isRequired && decision === "Approve" ? REQUIRED : null)}
      consequenceOf={(parts) => consequenceOf(parts, settings)}
      onNotAccepted={onNotAccepted}
      onRefused={onRefused}
    />
  );
}
