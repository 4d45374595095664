"use client";

import { useMayRecord } from "@/components/directory/use-may-record";
import { numberText } from "@/lib/domain/number-text";
import { Button } from "@fluentui/react-components";
import { ApiFailure } from "@/components/directory/api-failure";
import { inHistoryTitle, recordedToast } from "@/components/entries/recording-labels";
import { Notice } from "@/components/ui/notice";
import { sayToast } from "@/components/ui/toast";
import { guestsIn } from "@/lib/commands/gather-results";
import { useRecordResults } from "@/lib/commands/use-record-results";
import { resultOf } from "@/lib/domain/reviews/reconcile";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import { useRecordedItems } from "@/lib/queries/recorded-results";
import { CommandButton } from "@/components/ui/command-button";
import { TextLink } from "@/components/ui/text-link";
import type { ResultLine } from "@/lib/domain/reviews/access-results";

interface RecordBarProps {
  readonly instance: ReviewInstance;
  readonly lines: readonly ResultLine[];
}

/** What of this instance is in the history, and the copy of what is not: Entra forgets results, the history does not. */
export function RecordBar({ instance, lines }: RecordBarProps) {
  const recorded = useRecordedItems(instance.reviewId);
  const record = useRecordResults();
  const whyNot = useMayRecord();
  const there = recorded.data?.itemsOf(instance.id);
  const recordedCount = lines.filter(({ item }) => there?.has(item.id) === true).length;
  const all = recordedCount === lines.length;
  const link = (
    <TextLink href={`/history?subject=${instance.reviewId}&kind=review-result`}>
      Show them in the history
    </TextLink>
  );
  if (recorded.isError) {
    return (
      <ApiFailure
        error={recorded.error}
        notDone="Guestlist couldn't check which results are in the history."
        onRetry={() => void recorded.refetch()}
      />
    );
  }
  if (record.isError) {
    return (
      <ApiFailure
        error={record.error}
        notDone="Not all results are in the history."
        onRetry={record.reset}
      />
    );
  }
  if (recorded.data === undefined) return null;
  const run = async () => {
    const results = lines.map(({ item, access, notApplied }) =>
      resultOf(item, instance, { access, notApplied }),
    );
    record.mutate(
      { results, guests: await guestsIn(lines) },
      {
        onSuccess: (done) => {
          sayToast(recordedToast(done));
        },
      },
    );
  };
  const { progress } = record;
  const button = progress ? (
    <Button size="small" disabledFocusable>
      {`Saving ${numberText(progress.done)} of ${numberText(progress.of)} …`}
    </Button>
  ) : (
    <CommandButton
      appearance={all ? "secondary" : "primary"}
      whyNot={whyNot}
      onClick={() => {
        run().catch(reportError);
      }}
    >
      {all ? "Save again" : "Save results"}
    </CommandButton>
  );
  return (
    <Notice
      intent={all ? "success" : "warning"}
      title={inHistoryTitle(recordedCount, lines.length, recorded.data.complete)}
      actions={button}
    >
      {all
        ? "If results have changed since, save them again; what is saved stays. To correct a wrong result, open its entry. "
        : "Microsoft Entra keeps results for a limited time, and deletes them with the guest. "}
      {recordedCount > 0 && link}
    </Notice>
  );
}
