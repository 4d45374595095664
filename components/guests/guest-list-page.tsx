"use client";

import { PeopleSearchRegular } from "@fluentui/react-icons";
import dynamic from "next/dynamic";
import { type ReactNode, useCallback } from "react";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { GuestsReadAt } from "@/components/directory/read-at";
import { ReadingProgress } from "@/components/directory/reading-progress";
import type { GridColumn } from "@/components/grid/column";
import { useSelection } from "@/components/grid/use-selection";
import { FilterBar } from "@/components/list/filter-bar";
import { ListGrid } from "@/components/list/list-grid";
import { ListActions, ListMenus } from "@/components/list/list-menus";
import { listSheet } from "@/components/list/list-sheet";
import { useColumnChoice } from "@/components/list/use-column-choice";
import type { ListState } from "@/components/list/use-list-state";
import { GuestCommandBar } from "@/components/plan/guest-command-bar";
import { Announcement } from "@/components/ui/announcement";
import { Column } from "@/components/ui/column";
import { ExportCsvButton } from "@/components/ui/export-csv-button";
import { PageHeader } from "@/components/ui/page-header";
import { useDebouncedValue } from "@/components/ui/use-debounced-value";
import { numberText } from "@/lib/domain/number-text";
import type { GuestOperationKind } from "@/lib/domain/operation";
import type { GuestQuery, GuestRow, QueryAnswer } from "@/lib/inventory/inventory";
import {
  inventory,
  type useGuests,
  useNeighbors,
  useProgress,
} from "@/lib/inventory/use-inventory";
import type { SetProblem } from "./use-guest-sets";

const GuestPanel = dynamic(() => import("./guest-panel").then(({ GuestPanel }) => GuestPanel), {
  ssr: false,
});

const ON_A_PHONE = ["name", "standing", "age"];

const STILL_READING = { title: "No guests yet", words: "The guests are still being read." };
const NO_MATCH = { title: "No guests match" };
const NOT_WHOLE = {
  title: "None found so far",
  words: "Not all guests could be read, so there may be some.",
};

const rowId = ({ guest }: GuestRow) => guest.id;
const rowLabel = ({ guest }: GuestRow) => guest.displayName;

interface GuestListPageProps {
  readonly title: string;
  /** The list's name in what the browser remembers of it. */
  readonly name: string;
  readonly label: string;
  readonly list: ListState;
  readonly query: GuestQuery;
  readonly guests: ReturnType<typeof useGuests>;
  readonly columns: readonly GridColumn<GuestRow>[];
  readonly hiddenColumns?: readonly string[];
  readonly offers: readonly GuestOperationKind[];
  readonly summary: (answer: QueryAnswer) => string;
  /** Why what a filter asks for is not known; null where nothing is missing. */
  readonly problem: SetProblem | null;
  /** What is said when there is nobody although nothing narrows the list. */
  readonly nobody: { readonly title: string; readonly words: string };
  readonly banner?: ReactNode;
  readonly filters: ReactNode;
}

/** A page of guests: found and narrowed, what can be decided about those selected, and the panel of the open one. */
export function GuestListPage(props: GuestListPageProps) {
  const { list, query, guests, columns, hiddenColumns } = props;
  const progress = useProgress();
  const choice = useColumnChoice({
    list: props.name,
    columns,
    onAPhone: ON_A_PHONE,
    ...(hiddenColumns && { hidden: hiddenColumns }),
  });
  const total = guests.answer?.total ?? 0;
  const everybody = useCallback(() => inventory().ids(query), [query]);
  const { ids, selection, hidden, clear, choose } = useSelection(
    total,
    everybody,
    guests.answer?.version,
  );
  const { phase } = progress;
  const reading = ["idle", "directory", "sign-ins"].includes(phase) || !guests.upToDate;
  const isWhole = !reading && progress.complete;
  const nobody = list.isFiltered ? NO_MATCH : props.nobody;
  const nothing = isWhole ? nobody : reading ? STILL_READING : NOT_WHOLE;
  // A set that is not known finds nobody, which says nothing about who is in it.
  const isAnswered = guests.answer?.unknownSets.length === 0;
  return (
    <Column>
      <PageHeader
        title={props.title}
        actions={
          <>
            <GuestsReadAt />
            <ListActions>
              <ListMenus list={list} choice={choice} />
              <ExportCsvButton
                fileName={isWhole ? "guests" : "guests-so-far"}
                disabled={total === 0}
                sheet={async () => {
                  const rows = await inventory().window(query, 0, total);
                  return listSheet(rows, columns, { label: "Object id", of: rowId });
                }}
              />
            </ListActions>
          </>
        }
      >
        {isAnswered && total > 0 && props.summary(guests.answer)}
      </PageHeader>
      <CountAnnouncement count={!isAnswered || reading || guests.pending ? null : total} />
      <ReadingProgress progress={progress} />
      {props.banner}
      {props.problem !== null && (
        <GraphFailureCard
          error={props.problem.error}
          what={props.problem.what}
          notDone="Who matches the filter is not known."
          scopes={props.problem.scopes}
          onRetry={props.problem.retry}
        />
      )}
      <FilterBar
        label="Filter the guests"
        list={list}
        search={{ label: "Search guests", placeholder: "Name, mail or partner" }}
      >
        {props.filters}
      </FilterBar>
      <GuestCommandBar
        ids={ids}
        onClear={clear}
        onRestore={choose}
        offers={props.offers}
        // Before the list has answered, nobody is known to be hidden.
        {...(isAnswered &&
          !guests.pending && {
            hidden: { ...hidden, show: list.isFiltered ? list.clearFilters : null },
          })}
      />
      <ListGrid
        label={props.label}
        list={list}
        columns={columns}
        hiddenColumns={choice.hidden}
        rows={{
          count: total,
          rowAt: guests.rowAt,
          askFor: guests.askFor,
          isPending: !isAnswered || guests.pending,
        }}
        rowId={rowId}
        rowLabel={rowLabel}
        onOpen={({ guest }) => {
          list.open(guest.id);
        }}
        selection={selection}
        nothing={{
          icon: <PeopleSearchRegular />,
          ...nothing,
        }}
      />
      {list.openId !== null && <OpenGuest {...props} guestId={list.openId} />}
    </Column>
  );
}

type OpenGuestProps = Pick<GuestListPageProps, "list" | "query" | "guests"> & {
  readonly guestId: string;
};

function OpenGuest({ guestId, list, query, guests }: OpenGuestProps) {
  const neighbors = useNeighbors(query, guestId, guests.answer?.version ?? null);
  return (
    <GuestPanel
      guestId={guestId}
      neighbors={neighbors}
      onOpen={list.open}
      onClose={() => {
        list.open(null);
      }}
    />
  );
}

/** Until a number that keeps changing is read out, in milliseconds. */
const CALM = 500;

/** Reads out how many match, once that holds: not while the list is read, and not at each letter of a search. */
function CountAnnouncement({ count }: { readonly count: number | null }) {
  const calm = useDebouncedValue(count, CALM);
  return <Announcement>{calm === null ? "" : `${numberText(calm)} in the list`}</Announcement>;
}
