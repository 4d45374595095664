"use client";

import { numberText } from "@/lib/domain/number-text";
import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, HourglassRegular } from "@fluentui/react-icons";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportCsvButton } from "@/components/ui/export-csv-button";
import { ExportJsonButton } from "@/components/ui/export-json-button";
import { Notice } from "@/components/ui/notice";
import type { InstanceKind } from "@/lib/domain/reviews/plan-review";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";
import type { useResults } from "@/lib/queries/use-results";
import { useServices } from "@/lib/services/services";
import { Column } from "@/components/ui/column";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { mayHaveEnded, phaseOf } from "@/lib/domain/reviews/review-status";
import { DeletionNotice } from "./deletion-notice";
import { NotAppliedSection } from "./not-applied-section";
import { RecordBar } from "./record-bar";
import type { ResultCounts } from "@/lib/domain/reviews/access-results";
import { decisionsExport, decisionsSheet } from "@/components/entries/results-sheet";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", flexShrink: 0, gap: tokens.spacingHorizontalS },
});

function Summary({ counts }: { readonly counts: ResultCounts }) {
  const { denied, gone, left, unread } = counts;
  if (denied === 0)
    return <Notice intent="info">Nobody was denied: nothing had to be applied.</Notice>;
  const words = [
    `${numberText(denied)} denied: ${numberText(gone)} lost access`,
    left > 0 && `${numberText(left)} still ${left === 1 ? "has" : "have"} it`,
    unread > 0 && `${numberText(unread)} couldn't be checked`,
  ].filter((part) => part !== false);
  const intent = left > 0 ? "warning" : unread > 0 ? "info" : "success";
  return (
    <Notice intent={intent} title={`${words.join(", ")}.`}>
      Guestlist compared this with who is in the groups now, not only with what Entra reports.
    </Notice>
  );
}

interface ResultsSectionProps {
  readonly review: Review;
  readonly instance: ReviewInstance;
  readonly read: { readonly items: readonly ReviewItem[]; readonly complete: boolean };
  readonly results: ReturnType<typeof useResults>;
  readonly onAsk: (command: InstanceKind) => void;
}

/** Whether what was decided was done: each Deny against the real membership, what is left, and the way into the history. */
export function ResultsSection(props: ResultsSectionProps) {
  const { instance, read } = props;
  if (!mayHaveEnded(instance)) {
    return (
      <EmptyState icon={<HourglassRegular />} title="This instance hasn't ended">
        Entra applies decisions after the instance ends, even those made on the first day. Guestlist
        then checks here who really lost access.
      </EmptyState>
    );
  }
  if (!read.complete)
    return <Text>Not all decisions have been read yet, so nothing is compared.</Text>;
  return <Results {...props} />;
}

function Results({ review, instance, read, results, onAsk }: ResultsSectionProps) {
  const styles = useStyles();
  const { now } = useServices();
  const { items } = read;
  const { access, lines, counts } = results;
  if (items.length === 0) {
    return (
      <EmptyState icon={<CheckmarkCircleRegular />} title="Nobody was reviewed">
        Nobody was in scope when it started, so there was nothing to apply.
      </EmptyState>
    );
  }
  return (
    <Column>
      {phaseOf(instance.status) === "unknown" && (
        <Notice intent="info" title="Guestlist doesn't know this status">
          Whether this instance has ended is unknown. What follows is what the directory shows now.
        </Notice>
      )}
      <DeletionNotice review={review} instance={instance} items={items} />
      {access.isPending && <Spinner label="Checking who is still in the groups" />}
      {access.isError && (
        <GraphFailureCard
          error={access.error}
          what="who is still in the groups"
          notDone="Entra's results were not compared with the directory."
          scopes={SCOPES_TO_READ_REVIEWS}
          onRetry={() => void access.refetch()}
        />
      )}
      {lines !== undefined && counts !== undefined && (
        <>
          <Summary counts={counts} />
          <RecordBar instance={instance} lines={lines} />
          <div className={styles.line}>
            <ExportCsvButton
              fileName="access-review-results"
              sheet={() => decisionsSheet(instance, lines)}
            />
            <ExportJsonButton
              fileName="access-review-results"
              gather={() => decisionsExport(review, instance, lines, now())}
            />
          </div>
          <NotAppliedSection
            lines={lines}
            onApply={() => {
              onAsk("apply-instance");
            }}
            onDone={() => void access.refetch()}
          />
        </>
      )}
    </Column>
  );
}
