"use client";

import { numberText } from "@/lib/domain/number-text";
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { Ended } from "@/components/plan/ended";
import { PlanDialog } from "@/components/plan/plan-dialog";
import { LineList } from "@/components/ui/line-list";
import type { RunResult, Stopped } from "@/lib/runner/run";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import type { ReviewItem, ReviewSettings } from "@/lib/domain/reviews/review";
import { answerPath } from "@/lib/domain/reviews/plan-answers";
import type { GuestRow } from "@/lib/inventory/inventory";
import { inventory } from "@/lib/inventory/use-inventory";
import { usePolicy } from "@/lib/queries/policy";
import { decisionWord } from "@/components/entries/review-item-labels";
import { decidedAs, stateOf, type Verdict } from "./answer";
import type { AnswerQueue, QueueView } from "./answer-queue";
import { planByJustification } from "./plan-answers";
import { VERDICT_WORDS } from "./answer-labels";

const SHOWN = 100;

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** Which items are to be decided how. */
export interface BulkWanted {
  readonly kind: Verdict | "recommended";
  readonly parts: readonly { readonly item: ReviewItem; readonly verdict: Verdict }[];
}

interface BulkDialogProps {
  readonly open: boolean;
  readonly wanted: BulkWanted;
  readonly settings: ReviewSettings;
  readonly queue: AnswerQueue;
  readonly view: QueueView;
  readonly onClose: (ran: boolean) => void;
}

const items = (count: number) => (count === 1 ? "1 item" : `${numberText(count)} items`);

function titleOf({ kind, parts }: BulkWanted): string {
  return kind === "recommended"
    ? `Accept the recommendations for ${items(parts.length)}`
    : `${VERDICT_WORDS[kind].verb}: ${items(parts.length)}`;
}

function verbOf({ kind, parts }: BulkWanted): string {
  const count = numberText(parts.length);
  return kind === "recommended" ? `Accept ${count}` : `${VERDICT_WORDS[kind].verb} (${count})`;
}

/** What follows for whom, in a sentence each. */
function consequences({ parts }: BulkWanted, { applyAction }: ReviewSettings): string {
  const count = (verdict: Verdict) => parts.filter((part) => part.verdict === verdict).length;
  const said = (number: number, one: string, many: string) =>
    number === 0 ? [] : [`${numberText(number)} ${number === 1 ? one : many}`];
  const isDeleting = applyAction === "block-then-delete";
  return [
    ...(isDeleting
      ? said(
          count("Deny"),
          "is blocked once the review is applied, and deleted 30 days later.",
          "are blocked once the review is applied, and deleted 30 days later.",
        )
      : said(
          count("Deny"),
          "loses the access once the review is applied.",
          "lose the access once the review is applied.",
        )),
    ...said(count("Approve"), "keeps the access.", "keep the access."),
    ...said(
      count("DontKnow"),
      "keeps the access, and that you do not know is on record.",
      "keep the access, and that you do not know is on record.",
    ),
    "The reason becomes the justification in the review. Until the instance ends you can decide again.",
  ].join(" ");
}

/** The guests among these as the tab's list has them; null while it is asked. */
function useGuestsOf(wanted: BulkWanted): ReadonlyMap<string, GuestRow> | null {
  const [guests, setGuests] = useState<ReadonlyMap<string, GuestRow> | null>(null);
  useEffect(() => {
    const ids = wanted.parts.map(({ item }) => item.principal.id);
    inventory()
      .rows(ids)
      .then((rows) => {
        setGuests(new Map(rows.map((row) => [row.guest.id, row])));
      })
      .catch((error: unknown) => {
        // What the list cannot say is not known; that is no reason to decide nothing.
        reportError(error);
        setGuests(new Map());
      });
  }, [wanted]);
  return guests;
}

/** One justification for many: what changes, the run, and what became of each. */
export function BulkDialog({ open, wanted, settings, queue, view, onClose }: BulkDialogProps) {
  const styles = useStyles();
  const guests = useGuestsOf(wanted);
  const policy = usePolicy().data?.policy ?? DEFAULT_POLICY;
  const { parts } = wanted;
  const again = useMemo(
    () => parts.filter(({ item }) => decidedAs(item, view.answers.get(item.id)) !== "NotReviewed"),
    [parts, view.answers],
  );
  const plan = (justification: string) => {
    // What was answered before is sent before: the last word is to be the last.
    if (guests === null || view.underWay > 0 || parts.length === 0) return null;
    const answers = parts.map((part) => ({ ...part, justification }));
    const mintId = () => crypto.randomUUID();
    return planByJustification(answers, { mintId, guests, policy })[0]?.plan ?? null;
  };
  const close = (ran: boolean, result: RunResult | null, ended: readonly Ended[]) => {
    learn(queue, wanted, ended, result?.stopped ?? null);
    onClose(ran);
  };
  return (
    <PlanDialog
      open={open}
      title={titleOf(wanted)}
      verb={verbOf(wanted)}
      plan={plan}
      consequence={consequences(wanted, settings)}
      danger={parts.some(({ verdict }) => verdict === "Deny")}
      onClose={close}
    >
      <div className={styles.box}>
        {again.length > 0 && (
          <Text>
            {numberText(again.length)} of them {again.length === 1 ? "was" : "were"} decided before;
            that is replaced.
          </Text>
        )}
        <LineList
          label="What is decided"
          most={SHOWN}
          lines={parts.map(({ item, verdict }) => ({
            id: item.id,
            name: item.principal.displayName,
            word: decisionWord(verdict),
            detail: item.resource?.displayName ?? null,
          }))}
        />
      </div>
    </PlanDialog>
  );
}

/** Tells the list what became of the answers, before the review is read anew. */
function learn(
  queue: AnswerQueue,
  { parts }: BulkWanted,
  ended: readonly Ended[],
  stopped: Stopped | null,
): void {
  const byPath = new Map(parts.map(({ item, verdict }) => [answerPath(item), { item, verdict }]));
  queue.learn(
    ended.flatMap(({ planned: { operation }, result }) => {
      const part = byPath.get(operation.steps[0]?.request.path ?? "");
      const state = stateOf(result, { stopped });
      if (part === undefined || state === null) return [];
      return [{ ...part, justification: operation.reason, operationId: operation.id, state }];
    }),
  );
}
