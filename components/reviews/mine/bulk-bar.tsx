"use client";

import { SelectionBar, SelectionStatus } from "@/components/ui/selection-bar";
import { useNarrow } from "@/components/ui/use-narrow";
import { CommandButton } from "@/components/ui/command-button";
import { type Verdict, VERDICTS } from "./answer";
import { VERDICT_WORDS } from "./answer-labels";

interface BulkBarProps {
  readonly selected: number;
  /** Undecided items for which Entra recommends something. */
  readonly recommended: number;
  readonly whyNot: string | null;
  readonly onDecide: (verdict: Verdict) => void;
  readonly onAccept: () => void;
  readonly onClear: () => void;
}

/** Decides on all that are selected, or as recommended on all that are undecided. */
export function BulkBar(props: BulkBarProps) {
  const narrow = useNarrow();
  const { selected, recommended, whyNot } = props;
  const nobody = selected === 0 ? "Select items first: one by one, or all that match." : null;
  const nothing = recommended === 0 ? "Nothing undecided has a recommendation." : null;
  return (
    <SelectionBar label="Decide on the selection">
      {(selected > 0 || !narrow) &&
        VERDICTS.map((verdict) => (
          <CommandButton
            key={verdict}
            whyNot={whyNot ?? nobody}
            onClick={() => {
              props.onDecide(verdict);
            }}
          >
            {`${VERDICT_WORDS[verdict].verb} selected`}
          </CommandButton>
        ))}
      <CommandButton whyNot={whyNot ?? nothing} onClick={props.onAccept}>
        Accept recommendations
      </CommandButton>
      <SelectionStatus count={selected} onClear={props.onClear} />
    </SelectionBar>
  );
}
