"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { DecisionWorkspace } from "@/components/inbox/decision-workspace";
import { useGuestPlaces } from "@/components/inbox/guest-facts";
import type { ItemFilter } from "@/components/inbox/use-item-list";
import { useNarrow } from "@/components/ui/use-narrow";
import type { Decision } from "@/lib/domain/reviews/plan-answers";
import { matchesDecision } from "@/lib/domain/reviews/item-facts";
import type { ReviewItem, ReviewSettings } from "@/lib/domain/reviews/review";
import type { SortKey as GuestSort } from "@/lib/inventory/inventory";
import { keys } from "@/lib/queries/keys";
import { useServices } from "@/lib/services/services";
import { itemColumns } from "./item-columns";
import { ItemFilters } from "./item-filters";
import { consequenceOf } from "@/lib/domain/reviews/item-sentences";
import { ItemPanel } from "./item-panel";
import { type ItemSort, type MyItemList, selectItems } from "./my-item-list";
import { factsOf, reviewInbox, type useReviewAnswers } from "./review-inbox";

const ON_A_PHONE = ["guest", "decision"];

/** The columns that only the list of guests can sort. */
const GUEST_SORTS: Readonly<Partial<Record<ItemSort, GuestSort>>> = {
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
  readonly list: MyItemList;
  /** Why nothing can be decided; null when it can. */
  readonly whyNot: string | null;
  readonly onHelp: () => void;
}

/** The items of one instance, and what can be decided about them. */
export function ReviewWorkspace({ settings, list, ...session }: ReviewWorkspaceProps) {
  const { items } = session;
  const { text, filters, sort } = list;
  const client = useQueryClient();
  const { me } = useServices();
  const narrow = useNarrow();
  const places = useGuestPlaces((sort && GUEST_SORTS[sort.by]) ?? null);
  const filter: ItemFilter<ReviewItem, Decision> = useMemo(
    () => ({
      select: (all, decisions) =>
        selectItems(all, { text, filters, sort }, { ...factsOf(decisions, me.userId), places }),
      matches: (item, decisions) => matchesDecision(item, filters, factsOf(decisions, me.userId)),
    }),
    [text, filters, sort, places, me.userId],
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
      filters={(decisions) => <ItemFilters list={list} items={items} decisions={decisions} />}
      onClearFilters={list.clearFilters}
      activeId={list.openId}
      onActive={list.open}
      columns={columns}
      hiddenColumns={hiddenColumns}
      sort={sort}
      onSort={list.toggleSort}
      panel={(row) => <ItemPanel row={row} settings={settings} />}
      requirement={isRequired ? "Required to approve." : null}
      requirementOf={(decision) => (isRequired && decision === "Approve" ? REQUIRED : null)}
      consequenceOf={(parts) => consequenceOf(parts, settings)}
      onNotAccepted={onNotAccepted}
      onRefused={onRefused}
    />
  );
}
