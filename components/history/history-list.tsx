"use client";

import dynamic from "next/dynamic";
import { Button, makeStyles, Spinner, Switch, tokens } from "@fluentui/react-components";
import { HistoryRegular } from "@fluentui/react-icons";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useMemo, useState } from "react";
import { ApiFailure } from "@/components/directory/api-failure";
import { ListMenus } from "@/components/list/list-menus";
import { SearchText } from "@/components/list/search-text";
import { useColumnChoice } from "@/components/list/use-column-choice";
import type { ListState } from "@/components/list/use-list-state";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorCard } from "@/components/ui/error-card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { ApiError } from "@/lib/contract/api-error";
import type { HistoryRequest, HistoryRow, PlanSummary } from "@/lib/contract/history";
import { numberText } from "@/lib/domain/number-text";
import { useHistory } from "@/lib/queries/history";
import { HistoryExports } from "./history-exports";
import { HistoryFilterBar } from "./history-filter-bar";
import { goesByPlan, type HistoryFilters } from "./history-filters";
import { HISTORY_COLUMNS, HistoryTable } from "./history-table";
import { NeverBegun } from "./never-begun";
import { PlanBar, planOf } from "./plan-row";
import { PrintButton, PrintNote } from "./print-history";
import { UnresolvedBanner } from "@/components/entries/unresolved-banner";

const EntryPanel = dynamic(() => import("./entry-panel").then((module) => module.EntryPanel), {
  ssr: false,
});

const CHOICE = {
  list: "history",
  columns: HISTORY_COLUMNS,
  onAPhone: ["about", "when", "operation", "outcome"],
};

/** What the history is, under its heading. */
export const HISTORY_WORDS =
  "Every operation and every recorded result of a review, newest first. Entries can be added, never changed or removed.";

const useStyles = makeStyles({
  more: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
});

function Nothing(props: { readonly filtered: boolean; readonly onClear: () => void }) {
  return props.filtered ? (
    <EmptyState
      icon={<HistoryRegular />}
      title="No entry matches these filters"
      action={<Button onClick={props.onClear}>Clear all filters</Button>}
    />
  ) : (
    <EmptyState
      icon={<HistoryRegular />}
      title="Nothing is recorded yet"
      action={<AppLink href="/guests">Go to the guests</AppLink>}
    >
      Every operation on a guest, a review or a group appears here: who decided it, when and why,
      what was known at that time, and what came of it.
    </EmptyState>
  );
}

/** Why the list was not read; a search that finds too many people is no failure. */
function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  if (error instanceof ApiError && error.kind === "invalid" && error.field === "q") {
    return <ErrorCard happened={error.message} notDone="No entries are shown." />;
  }
  return <ApiFailure error={error} notDone="The list below is incomplete." onRetry={onRetry} />;
}

const NO_PLANS: readonly PlanSummary[] = [];

const ROWS = ["plan", "entry"] as const;

/** Whether plans have a row each. A link to one entry shows entries, so that it is among them. */
function useRowsByPlan(request: HistoryRequest, openId: string | null) {
  const [rows, setRows] = useQueryState("by", parseAsStringLiteral(ROWS));
  const [beganAtEntry] = useState(openId !== null);
  const isPossible = goesByPlan(request);
  const isChosen = rows === null ? !beganAtEntry : rows === "plan";
  const choose = (byPlan: boolean) => void setRows(byPlan ? "plan" : "entry");
  return { isPossible, byPlan: isPossible && isChosen, choose };
}

function countText(rows: readonly HistoryRow[], plans: readonly PlanSummary[], hasMore: boolean) {
  const [one, several] = rows.some((row) => planOf(row, plans) !== null)
    ? ["row", "rows"]
    : ["entry", "entries"];
  return `${numberText(rows.length)} ${rows.length === 1 ? one : several}${hasMore ? " so far" : " in total"}`;
}

/** The entries that an address asks for. */
export function HistoryList(props: {
  readonly list: ListState<HistoryFilters>;
  readonly request: HistoryRequest;
}) {
  const styles = useStyles();
  const { list, request } = props;
  const choice = useColumnChoice(CHOICE);
  const { filters, openId } = list;
  const { isPossible, byPlan, choose } = useRowsByPlan(request, openId);
  const history = useHistory(
    useMemo(() => (byPlan ? { ...request, by: "plan" as const } : request), [request, byPlan]),
  );
  const pages = history.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages]);
  const plans = useMemo(() => pages?.flatMap((page) => page.plans) ?? [], [pages]);
  const open = rows.find((row) => row.id === openId);
  // The panel stays while it closes: taken away at once, it would leave the page behind it hidden from screen readers.
  const [shown, setShown] = useState<HistoryRow | null>(null);
  if (open !== undefined && open !== shown) setShown(open);
  const count = countText(rows, byPlan ? plans : NO_PLANS, history.hasNextPage);
  const readAll = async () => {
    let hasMore = history.hasNextPage;
    while (hasMore) {
      const read = await history.fetchNextPage();
      if (read.isError) return false;
      hasMore = read.hasNextPage;
    }
    return true;
  };

  return (
    <>
      <PageHeader
        title="History"
        actions={
          <>
            <AppLink href="/history/integrity">Check integrity</AppLink>
            <ListMenus list={list} choice={choice} />
            <PrintButton disabled={rows.length === 0} readAll={readAll} />
            <HistoryExports request={request} disabled={rows.length === 0} />
          </>
        }
      >
        {HISTORY_WORDS}
      </PageHeader>
      <UnresolvedBanner />
      <HistoryFilterBar
        filters={filters}
        onChange={list.filter}
        search={
          <SearchText
            label="Search the history"
            placeholder="Guest, mail or person"
            text={list.text}
            onSearch={list.search}
          />
        }
      >
        {isPossible && (
          <Switch
            label="One row per plan"
            checked={byPlan}
            onChange={(_, { checked }) => {
              choose(checked);
            }}
          />
        )}
      </HistoryFilterBar>
      {history.isPending && <Spinner label="Reading the history" />}
      {history.isError && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {history.isSuccess && rows.length === 0 && (
        <Nothing filtered={list.isFiltered} onClear={list.clearFilters} />
      )}
      {openId !== null && open === undefined && history.isSuccess && (
        <Notice intent="info">
          The entry of this link isn&apos;t in the list yet. Load more entries, or clear the
          filters.
        </Notice>
      )}
      {request.plan !== undefined && (
        <>
          <NeverBegun plan={plans.at(-1)} />
          <PlanBar planId={request.plan} rows={rows} hasMore={history.hasNextPage} />
        </>
      )}
      {rows.length > 0 && (
        <>
          <PrintNote rows={rows.length} hasMore={history.hasNextPage} request={request} />
          <HistoryTable
            rows={rows}
            plans={byPlan ? plans : NO_PLANS}
            filters={filters}
            hiddenColumns={choice.hidden}
            openId={openId}
            onOpen={list.open}
          />
          <div className={styles.more} role="status" data-screen-only>
            <span>{count}</span>
            {history.hasNextPage && (
              <Button
                disabledFocusable={history.isFetchingNextPage}
                onClick={() => void history.fetchNextPage()}
              >
                {history.isFetchingNextPage ? "Reading…" : "Load more"}
              </Button>
            )}
          </div>
        </>
      )}
      {shown !== null && (
        <EntryPanel
          row={shown}
          open={open !== undefined}
          onClose={() => {
            list.open(null);
          }}
          onFilter={(change) => {
            list.open(null);
            list.filter(change);
          }}
        />
      )}
    </>
  );
}
