"use client";

import { numberText } from "@/lib/domain/number-text";
import { nextSort } from "@/components/list/next-sort";
import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import {
  AddRegular,
  ArrowSyncRegular,
  ClipboardTaskListLtrRegular,
  PeopleSearchRegular,
} from "@fluentui/react-icons";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { VirtualGrid } from "@/components/grid/virtual-grid";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportCsvButton } from "@/components/ui/export-csv-button";
import { PageHeader } from "@/components/ui/page-header";
import { useNarrow } from "@/components/ui/use-narrow";
import { useServices } from "@/lib/services/services";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reviews-problem";
import { CommandButton } from "@/components/ui/command-button";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { MadeAfterAllBanner } from "./made-after-all-banner";
import { useMayExecute } from "@/components/plan/use-may-execute";
import { CoverageOfList } from "./coverage-of-list";
import { DuplicatesNotice } from "./duplicates-notice";
import { REVIEW_COLUMNS } from "./review-columns";
import { ReviewFilters } from "./review-filters";
import { narrowsReviews, REVIEW_SORTS, type ReviewRow, selectReviews } from "./review-query";
import { UnrecordedNotice } from "./unrecorded-notice";
import { useListCoverage } from "./use-list-coverage";
import { useReviewQuery } from "./use-review-query";
import { useReviewRows } from "./use-review-rows";

const ON_A_PHONE = ["name", "status", "guests"];

/** Columns that are not shown: most of them on a phone, and the guests where nothing of them is known or read. */
const hiddenColumns = (narrow: boolean, withCoverage: boolean): readonly string[] =>
  REVIEW_COLUMNS.map(({ id }) => id).filter(
    (id) => (narrow && !ON_A_PHONE.includes(id)) || (id === "guests" && !withCoverage),
  );

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minHeight: 0,
  },
  bar: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, flexShrink: 0 },
});

const rowId = ({ review }: ReviewRow) => review.id;
const rowLabel = ({ review }: ReviewRow) => review.name;
const NO_FILTERS = { q: null, status: null, mine: null };

/** Every access review of the tenant: what it is about, when it runs, how far it is, and what it does in the end. */
export function ReviewsPage() {
  const styles = useStyles();
  const narrow = useNarrow();
  const router = useRouter();
  const { me } = useServices();
  const whyNot = useMayExecute()("create-review");
  const { query, coverageWanted, change } = useReviewQuery();
  const coverage = useListCoverage(coverageWanted);
  const { reviews, instances, rows } = useReviewRows(coverage.known?.byReview ?? null);
  const withCoverage = coverage.known !== null || coverage.reading;
  const hidden = useMemo(() => hiddenColumns(narrow, withCoverage), [narrow, withCoverage]);
  const shown = useMemo(() => selectReviews(rows, query, me.userId), [rows, query, me.userId]);
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
    <div className={styles.page}>
      <PageHeader
        title="Reviews"
        actions={
          <ExportCsvButton
            fileName="access-reviews"
            disabled={shown.length === 0}
            sheet={() => ({
              columns: ["Review id", ...REVIEW_COLUMNS.map(({ label }) => label), "Created with"],
              rows: shown.map((row) => [
                rowId(row),
                ...REVIEW_COLUMNS.map(({ text }) => text?.(row) ?? ""),
                row.review.operationId === null ? "" : "Guestlist",
              ]),
            })}
          />
        }
      >
        Access reviews of guests: who decides, until when, and what happens if nobody does.
      </PageHeader>
      <div role="toolbar" aria-label="Reviews" className={styles.bar}>
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
              void change({ coverage: true });
              if (coverageWanted || !coverage.incomplete) coverage.refetch();
            }}
          >
            {coverage.isFetching
              ? "Reading coverage …"
              : coverage.incomplete
                ? "Read coverage"
                : "Read coverage again"}
          </Button>
        )}
      </div>
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
      {reviews.isSuccess && <CoverageOfList coverage={coverage} />}
      <DuplicatesNotice rows={rows} />
      <MadeAfterAllBanner rows={rows} />
      <UnrecordedNotice rows={rows} />
      {reviews.data?.length === 0 && (
        <EmptyState
          icon={<ClipboardTaskListLtrRegular />}
          title="No access review yet"
          action={whyNot === null ? newReview : <AppLink href="/reviews/mine">My reviews</AppLink>}
        >
          {whyNot === null
            ? "A review asks somebody every quarter who of your guests still needs their access, and takes it away from those nobody answers for."
            : `Nobody has made one here. ${whyNot}`}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <ReviewFilters query={query} change={change} />
          <Text size={200} role="status">
            {`${numberText(shown.length)} of ${numberText(rows.length)} ${rows.length === 1 ? "review" : "reviews"}.`}
          </Text>
        </>
      )}
      {shown.length > 0 && (
        <VirtualGrid
          label="Access reviews"
          columns={REVIEW_COLUMNS}
          hiddenColumns={hidden}
          count={shown.length}
          rowAt={(index) => shown[index]}
          rowId={rowId}
          rowLabel={rowLabel}
          onOpen={({ review }) => {
            router.push(`/reviews/${review.id}`);
          }}
          sort={query.sort}
          onSort={(column) => {
            const next = nextSort(REVIEW_SORTS, column, query.sort);
            if (next !== null) void change(next);
          }}
        />
      )}
      {rows.length > 0 && shown.length === 0 && (
        <EmptyState
          icon={<ClipboardTaskListLtrRegular />}
          title="No review matches"
          action={
            narrowsReviews(query) && (
              <Button onClick={() => void change(NO_FILTERS)}>Clear the filters</Button>
            )
          }
        >
          Try fewer filters or another spelling.
        </EmptyState>
      )}
    </div>
  );
}
