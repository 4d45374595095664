"use client";

import type { ReviewRow } from "@/lib/queries/use-review-rows";
import { Button, Spinner, Switch } from "@fluentui/react-components";
import {
  AddRegular,
  ArrowSyncRegular,
  ClipboardTaskListLtrRegular,
  PeopleSearchRegular,
} from "@fluentui/react-icons";
import { useRouter } from "next/navigation";
import { parseAsBoolean, parseAsStringLiteral, useQueryState } from "nuqs";
import { useMemo } from "react";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { FilterBar } from "@/components/list/filter-bar";
import { FilterSelect } from "@/components/list/filter-select";
import { listSheet } from "@/components/list/list-sheet";
import { ListTable } from "@/components/list/list-table";
import { selectRows } from "@/components/list/select-rows";
import { useListState } from "@/components/list/use-list-state";
import { useMayExecute } from "@/components/plan/use-may-execute";
import { AppLink } from "@/components/ui/app-link";
import { Column } from "@/components/ui/column";
import { CommandButton } from "@/components/ui/command-button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Toolbar } from "@/components/ui/toolbar";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";
import { useServices } from "@/lib/services/services";
import { CoverageNotice } from "./coverage-notice";
import { DuplicatesNotice } from "./duplicates-notice";
import { LateReviewsNotice } from "./late-reviews-notice";
import { REVIEW_COLUMNS } from "./review-columns";
import { PHASES, REVIEW_SORTS, reviewRules } from "./review-list";
import { UnrecordedNotice } from "./unrecorded-notice";
import { useListCoverage } from "@/lib/queries/use-list-coverage";
import { useReviewRows } from "@/lib/queries/use-review-rows";

/** What the list keeps in the address. */
const REVIEW_LIST = {
  filters: { status: parseAsStringLiteral(PHASES), mine: parseAsBoolean.withDefault(false) },
  sorts: REVIEW_SORTS,
  defaultSort: { by: "status", descending: false },
} as const;

const ON_A_PHONE = ["name", "status", "guests"];

/** Where no coverage is read or known, there is nothing to show of the guests. */
const WITHOUT_COVERAGE = REVIEW_COLUMNS.filter(({ id }) => id !== "guests");

const PHASE_WORD: Readonly<Record<(typeof PHASES)[number], string>> = {
  running: "In progress",
  ahead: "Not started",
  over: "Ended",
};

const PHASE_OPTIONS = PHASES.map((value) => ({ value, word: PHASE_WORD[value] }));

const rowId = ({ review }: ReviewRow) => review.id;
const rowLabel = ({ review }: ReviewRow) => review.name;

const EXPORTED = [
  ...REVIEW_COLUMNS,
  {
    label: "Created with",
    text: ({ review }: ReviewRow) => (review.operationId === null ? "" : "Guestlist"),
  },
];

/** Every access review of the tenant: what it is about, when it runs, how far it is, and what it does in the end. */
export function ReviewsPage() {
  const router = useRouter();
  const { me } = useServices();
  const whyNot = useMayExecute()("create-review");
  const list = useListState(REVIEW_LIST);
  // In the address, so that a person who has to consent first comes back to it.
  const [withCoverage, setWithCoverage] = useQueryState(
    "coverage",
    parseAsBoolean.withDefault(false),
  );
  const coverage = useListCoverage(withCoverage);
  const { reviews, instances, rows } = useReviewRows(coverage.known?.byReview ?? null);
  const showsCoverage = coverage.known !== null || coverage.reading;
  const rules = useMemo(() => reviewRules(me.userId), [me.userId]);
  const { text, filters, sort } = list;
  const shown = useMemo(
    () => selectRows(rows, { text, filters, sort }, rules),
    [rows, text, filters, sort, rules],
  );
  const newReview = (
    <CommandButton
      icon={<AddRegular />}
      appearance="primary"
      whyNot={whyNot}
      onClick={() => {
        router.push("/reviews/new");
      }}
    >
      New review
    </CommandButton>
  );
  return (
    <Column>
      <PageHeader title="Reviews">
        Access reviews of guests: who decides, until when, and what happens if nobody does.
      </PageHeader>
      <Toolbar label="Reviews">
        {newReview}
        <Button
          size="small"
          icon={<ArrowSyncRegular />}
          disabledFocusable={reviews.isFetching}
          onClick={() => {
            void reviews.refetch();
            void instances.refetch();
          }}
        >
          {reviews.isFetching ? "Reading …" : "Refresh"}
        </Button>
        {rows.length > 0 && (
          <Button
            size="small"
            icon={<PeopleSearchRegular />}
            disabledFocusable={coverage.isFetching}
            onClick={() => {
              void setWithCoverage(true);
              if (withCoverage || !coverage.incomplete) coverage.refetch();
            }}
          >
            {coverage.isFetching
              ? "Reading coverage …"
              : coverage.incomplete
                ? "Calculate coverage"
                : "Calculate coverage again"}
          </Button>
        )}
      </Toolbar>
      {reviews.isPending && <Spinner label="Reading the access reviews" />}
      {reviews.isError && (
        <GraphFailureCard
          error={reviews.error}
          what="the access reviews"
          notDone="Nothing was changed."
          scopes={SCOPES_TO_READ_REVIEWS}
          onRetry={() => void reviews.refetch()}
        />
      )}
      {instances.isError && reviews.isSuccess && (
        <GraphFailureCard
          error={instances.error}
          what="the instances of the reviews"
          notDone="The list shows no dates and no progress."
          scopes={SCOPES_TO_READ_REVIEWS}
          onRetry={() => void instances.refetch()}
        />
      )}
      {reviews.isSuccess && <CoverageNotice coverage={coverage} />}
      <DuplicatesNotice rows={rows} />
      <LateReviewsNotice rows={rows} />
      <UnrecordedNotice rows={rows} />
      {reviews.data?.length === 0 && (
        <EmptyState
          icon={<ClipboardTaskListLtrRegular />}
          title="No access reviews yet"
          action={whyNot === null ? newReview : <AppLink href="/reviews/mine">My reviews</AppLink>}
        >
          {whyNot === null
            ? "A review asks reviewers regularly which guests still need their access, and removes the access of guests who aren't confirmed."
            : `Nobody has created one here. ${whyNot}`}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <FilterBar
            label="Filter the reviews"
            list={list}
            search={{ label: "Search reviews", placeholder: "Name, scope or reviewer" }}
          >
            <FilterSelect
              label="Status"
              any="Any status"
              value={filters.status}
              options={PHASE_OPTIONS}
              onChange={(value) => {
                list.filter({ status: PHASES.find((phase) => phase === value) ?? null });
              }}
            />
            <Switch
              label="Created by me"
              checked={filters.mine}
              onChange={(_event, { checked }) => {
                list.filter({ mine: checked });
              }}
            />
          </FilterBar>
          <ListTable
            name="reviews"
            label="Access reviews"
            list={list}
            noun={["review", "reviews"]}
            rows={shown}
            of={rows.length}
            columns={showsCoverage ? REVIEW_COLUMNS : WITHOUT_COVERAGE}
            onAPhone={ON_A_PHONE}
            rowId={rowId}
            rowLabel={rowLabel}
            onOpen={({ review }) => {
              router.push(`/reviews/${review.id}`);
            }}
            icon={<ClipboardTaskListLtrRegular />}
            export={{
              fileName: "access-reviews",
              sheet: () => listSheet(shown, EXPORTED, { label: "Review id", of: rowId }),
            }}
          />
        </>
      )}
    </Column>
  );
}
