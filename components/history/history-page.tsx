"use client";

import dynamic from "next/dynamic";
import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { HistoryRegular } from "@fluentui/react-icons";
import { parseAsString, parseAsStringLiteral } from "nuqs";
import { useMemo, useState } from "react";
import { ApiFailure } from "@/components/directory/api-failure";
import { ListMenus } from "@/components/list/list-menus";
import { useColumnChoice } from "@/components/list/use-column-choice";
import { useListState } from "@/components/list/use-list-state";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportCsvButton } from "@/components/ui/export-csv-button";
import { ExportJsonButton } from "@/components/ui/export-json-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { HistoryRow } from "@/lib/contract/history";
import { counted } from "@/lib/domain/number-text";
import { useServices } from "@/lib/services/services";
import { useHistory } from "@/lib/queries/history";
import { readWholeHistory } from "@/lib/services/read-history";
import { namesOrNone } from "@/lib/queries/people";
import { reviewersOf } from "./decider";
import { HistoryFilterBar } from "./history-filter-bar";
import { KIND_CHOICES, requestFor, RESULT_CHOICES } from "./history-filters";
import { historyFile } from "./history-file";
import { historySheet } from "./history-sheet";
import { HISTORY_COLUMNS, HistoryTable } from "./history-table";
import { useUnresolved } from "@/lib/queries/unresolved";
import { mayResolve } from "@/components/entries/may-resolve";

const EntryPanel = dynamic(() => import("./entry-panel").then((module) => module.EntryPanel), {
  ssr: false,
});

// Seldom needed, and it brings all that reads the directory.
const ResolveNotice = dynamic(
  () => import("./resolve-notice").then((module) => module.ResolveNotice),
  { ssr: false },
);

/** Nothing, or the operations of which nobody knows what became, as far as this person may resolve them. */
function UnresolvedBanner() {
  const { me } = useServices();
  const { data } = useUnresolved();
  const rows = data?.filter((row) => mayResolve(row, me)) ?? [];
  return rows.length === 0 ? null : <ResolveNotice rows={rows} />;
}

/** What the history keeps in the address. It is read a page at a time from the server, which has one order. */
const HISTORY_LIST = {
  filters: {
    guest: parseAsString,
    actor: parseAsString,
    plan: parseAsString,
    subject: parseAsString,
    kind: parseAsStringLiteral(KIND_CHOICES),
    result: parseAsStringLiteral(RESULT_CHOICES),
    from: parseAsString,
    to: parseAsString,
  },
  sorts: [],
  defaultSort: null,
  panel: { name: "entry", history: "push" },
} as const;

const CHOICE = {
  list: "history",
  columns: HISTORY_COLUMNS,
  onAPhone: ["about", "when", "operation", "outcome"],
};

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

/** What was decided in this tenant, newest first, as the ledger has it. */
export function HistoryPage() {
  const styles = useStyles();
  const list = useListState(HISTORY_LIST);
  const choice = useColumnChoice(CHOICE);
  const { filters, openId } = list;
  const { api, graph, me } = useServices();
  const request = useMemo(() => requestFor(filters), [filters]);
  const history = useHistory(request);
  const rows = useMemo(
    () => history.data?.pages.flatMap((page) => page.rows) ?? [],
    [history.data],
  );
  const open = rows.find((row) => row.id === openId);
  // The panel stays while it closes: taken away at once, it would leave the page behind it hidden from screen readers.
  const [shown, setShown] = useState<HistoryRow | null>(null);
  if (open !== undefined && open !== shown) setShown(open);

  return (
    <>
      <PageHeader
        title="History"
        actions={
          <>
            <AppLink href="/history/integrity">Check integrity</AppLink>
            <ListMenus list={list} choice={choice} />
            <ExportCsvButton
              fileName="guestlist-history"
              disabled={rows.length === 0}
              sheet={async () => {
                const whole = await readWholeHistory(api, request);
                return historySheet(whole, await namesOrNone({ graph }, reviewersOf(whole)));
              }}
            />
            <ExportJsonButton
              fileName="guestlist-history"
              disabled={rows.length === 0}
              gather={async () =>
                historyFile(await readWholeHistory(api, request), me.tenantId, request)
              }
            />
          </>
        }
      >
        Every operation and what came of every review, newest first. Entries can be added, never
        changed or removed.
      </PageHeader>
      <UnresolvedBanner />
      <HistoryFilterBar filters={filters} onChange={list.filter} />
      {history.isPending && <Spinner label="Reading the history" />}
      {history.isError && (
        <ApiFailure
          error={history.error}
          notDone="The list below is incomplete."
          onRetry={() => void history.refetch()}
        />
      )}
      {history.isSuccess && rows.length === 0 && (
        <Nothing filtered={list.isFiltered} onClear={list.clearFilters} />
      )}
      {openId !== null && open === undefined && history.isSuccess && (
        <Notice intent="info">
          The entry of this link isn&apos;t in the list yet. Load more entries, or clear the
          filters.
        </Notice>
      )}
      {rows.length > 0 && (
        <HistoryTable
          rows={rows}
          hiddenColumns={choice.hidden}
          openId={openId}
          onOpen={list.open}
        />
      )}
      {rows.length > 0 && (
        <div className={styles.more} role="status">
          <span>
            {`${counted(rows.length, "entry", "entries")}${history.hasNextPage ? " so far" : " in total"}`}
          </span>
          {history.hasNextPage && (
            <Button
              disabledFocusable={history.isFetchingNextPage}
              onClick={() => void history.fetchNextPage()}
            >
              {history.isFetchingNextPage ? "Reading…" : "Load more"}
            </Button>
          )}
        </div>
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
