"use client";

import { CommandButton } from "@/components/ui/command-button";
import { type HiddenRows, SelectionBar, SelectionStatus } from "@/components/ui/selection-bar";
import { useNarrow } from "@/components/ui/use-narrow";
import { useOpenings } from "@/components/ui/use-openings";
import type { Decisions, Item } from "./answer";
import type { AnswerQueue, QueueView } from "./answer-queue";
import { BulkDialog, type BulkPart, type BulkRequest } from "./bulk-dialog";
import type { Inbox } from "./inbox";

interface BulkDecisionsProps<I extends Item, Decision extends string> {
  readonly inbox: Inbox<I, Decision>;
  readonly items: readonly I[];
  /** Those that are listed, in their order. */
  readonly shown: readonly I[];
  readonly decisions: Decisions<I, Decision>;
  readonly selectedIds: ReadonlySet<string>;
  /** Those of them that are not listed. */
  readonly hidden: HiddenRows;
  readonly onClear: () => void;
  readonly queue: AnswerQueue<I, Decision>;
  readonly view: QueueView<I, Decision>;
  /** Why nothing can be decided; null when it can. */
  readonly whyNot: string | null;
  readonly consequenceOf: (parts: readonly BulkPart<I, Decision>[]) => string;
  /** The decisions were made and the dialog is closed. */
  readonly onDecided: () => void;
}

/** Decides on all that are selected, or as recommended on all that are undecided. */
export function BulkDecisions<I extends Item, Decision extends string>(
  props: BulkDecisionsProps<I, Decision>,
) {
  const { inbox, items, shown, decisions, selectedIds, queue, view, whyNot } = props;
  const narrow = useNarrow();
  const { opening, begin, close } = useOpenings<BulkRequest<I, Decision>>();
  const recommended = items.flatMap((item) => {
    const decision = decisions.of(item) === null ? inbox.recommendationOf(item) : null;
    return decision === null ? [] : [{ item, decision }];
  });
  const open = (request: BulkRequest<I, Decision>) => {
    // Queued answers go first, so that the bulk plan cannot overtake them.
    void queue.flush();
    begin(request);
  };
  /** In the order in which they are shown, and after them those that no longer match. */
  const selected = () => [...new Set([...shown, ...items])].filter(({ id }) => selectedIds.has(id));
  const noSelection = selectedIds.size === 0 ? "Select items first." : null;
  const noRecommendation =
    recommended.length === 0 ? "No undecided item has a recommendation." : null;
  return (
    <>
      <SelectionBar label="Decide on the selection">
        {(selectedIds.size > 0 || !narrow) &&
          inbox.options.map(({ decision, verb }) => (
            <CommandButton
              key={decision}
              whyNot={whyNot ?? noSelection}
              onClick={() => {
                open({ kind: decision, parts: selected().map((item) => ({ item, decision })) });
              }}
            >
              {`${verb} selected`}
            </CommandButton>
          ))}
        <CommandButton
          whyNot={whyNot ?? noRecommendation}
          onClick={() => {
            open({ kind: "recommended", parts: recommended });
          }}
        >
          Accept recommendations
        </CommandButton>
        <SelectionStatus count={selectedIds.size} hidden={props.hidden} onClear={props.onClear} />
      </SelectionBar>
      {opening && (
        <BulkDialog
          key={opening.key}
          open={opening.open}
          inbox={inbox}
          request={opening.about}
          consequence={props.consequenceOf(opening.about.parts)}
          queue={queue}
          view={view}
          onClose={(ran) => {
            close();
            if (!ran) return;
            props.onClear();
            props.onDecided();
          }}
        />
      )}
    </>
  );
}
