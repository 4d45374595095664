"use client";

import { mintId } from "@/lib/services/mint-id";
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { Ended } from "@/components/plan/operation-outcomes";
import { PlanDialog } from "@/components/plan/plan-dialog";
import { LineList } from "@/components/ui/line-list";
import { counted, numberText } from "@/lib/domain/number-text";
import type { PlannedOperation } from "@/lib/domain/plan";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import type { GuestRow } from "@/lib/inventory/inventory";
import { usePolicy } from "@/lib/queries/policy";
import type { RunResult } from "@/lib/runner/run";
import { decisionsWith, type Item, stateOf } from "./answer";
import type { AnswerQueue, QueueView } from "./answer-queue";
import { readGuests } from "./guest-facts";
import { type Inbox, optionOf } from "./inbox";

const SHOWN = 100;

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** An item of a bulk decision, and what is decided about it. */
export interface BulkPart<I extends Item, Decision extends string> {
  readonly item: I;
  readonly decision: Decision;
}

/** One decision about many items, or what is recommended for each. */
export interface BulkRequest<I extends Item, Decision extends string> {
  readonly kind: Decision | "recommended";
  readonly parts: readonly BulkPart<I, Decision>[];
}

interface BulkDialogProps<I extends Item, Decision extends string> {
  readonly open: boolean;
  readonly inbox: Inbox<I, Decision>;
  readonly request: BulkRequest<I, Decision>;
  /** What follows for whom. */
  readonly consequence: string;
  readonly queue: AnswerQueue<I, Decision>;
  readonly view: QueueView<I, Decision>;
  readonly onClose: (ran: boolean) => void;
}

function titleOf<I extends Item, Decision extends string>(
  inbox: Inbox<I, Decision>,
  { kind, parts }: BulkRequest<I, Decision>,
): { readonly title: string; readonly verb: string } {
  const items = counted(parts.length, "item");
  const count = numberText(parts.length);
  if (kind === "recommended") {
    return { title: `Accept the recommendations for ${items}`, verb: `Accept ${count}` };
  }
  const { verb } = optionOf(inbox, kind);
  return { title: `${verb}: ${items}`, verb: `${verb} (${count})` };
}

/** The guests of these items as the tab's list has them; null while it is read. */
function useGuestsOf<I extends Item>(
  guestIdOf: (item: I) => string | null,
  parts: readonly { readonly item: I }[],
): ReadonlyMap<string, GuestRow> | null {
  const [guests, setGuests] = useState<ReadonlyMap<string, GuestRow> | null>(null);
  useEffect(() => {
    readGuests(parts.flatMap(({ item }) => guestIdOf(item) ?? []))
      .then(setGuests)
      .catch((error: unknown) => {
        // What the list cannot say is not known; that is no reason to decide nothing.
        reportError(error);
        setGuests(new Map());
      });
  }, [guestIdOf, parts]);
  return guests;
}

/** The request of the first step: each item has its own, and trying again keeps it. */
const pathOf = (planned: PlannedOperation | undefined) => planned?.operation.steps[0]?.request.path;

/** One justification for many: what changes, the run, and what became of each. */
export function BulkDialog<I extends Item, Decision extends string>(
  props: BulkDialogProps<I, Decision>,
) {
  const { open, inbox, request, queue, view, onClose } = props;
  const { parts } = request;
  const styles = useStyles();
  const guests = useGuestsOf(inbox.guestIdOf, parts);
  const policy = usePolicy().data?.policy ?? DEFAULT_POLICY;
  const again = useMemo(() => {
    const decisions = decisionsWith(inbox.decisionOf, view.answers);
    return parts.filter(({ item }) => decisions.of(item) !== null).length;
  }, [inbox, parts, view.answers]);
  const planWith = (justification: string, guests: ReadonlyMap<string, GuestRow>) => {
    const answers = parts.map((part) => ({ ...part, justification }));
    return inbox.plan(answers, { mintId, guests, policy });
  };
  const plan = (justification: string) => {
    // Earlier answers are sent first: the last word is to be the last.
    if (guests === null || view.underWay > 0 || parts.length === 0) return null;
    return planWith(justification, guests);
  };
  /** Tells the list what became of the answers, before the items are read anew. */
  const learn = (result: RunResult | null, ended: readonly Ended[]) => {
    const { operations } = planWith("", new Map());
    const partOf = new Map(parts.map((part, index) => [pathOf(operations[index]), part]));
    queue.learn(
      ended.flatMap(({ planned, result: ofOne }) => {
        const part = partOf.get(pathOf(planned));
        const state = stateOf(ofOne, { stopped: result?.stopped ?? null });
        if (part === undefined || state === null) return [];
        const { id, reason } = planned.operation;
        return [{ ...part, justification: reason, operationId: id, state }];
      }),
    );
  };
  return (
    <PlanDialog
      open={open}
      {...titleOf(inbox, request)}
      plan={plan}
      consequence={props.consequence}
      danger={parts.some(({ decision }) => optionOf(inbox, decision).isDanger === true)}
      onClose={(ran, result, ended) => {
        learn(result, ended);
        onClose(ran);
      }}
    >
      <div className={styles.box}>
        {again > 0 && (
          <Text>
            {again === 1
              ? "1 of them is decided already: that decision is replaced."
              : `${numberText(again)} of them are decided already: those decisions are replaced.`}
          </Text>
        )}
        <LineList
          label="What is decided"
          most={SHOWN}
          lines={parts.map(({ item, decision }) => ({
            id: item.id,
            name: inbox.nameOf(item),
            word: optionOf(inbox, decision).word,
            detail: inbox.detailOf(item),
          }))}
        />
      </div>
    </PlanDialog>
  );
}
