"use client";

import { Button, Popover, PopoverSurface, PopoverTrigger } from "@fluentui/react-components";
import { KeyboardRegular } from "@fluentui/react-icons";
import { KeyList } from "@/components/ui/key-list";
import { keysOf } from "./decision-keys";
import type { DecisionOption } from "./inbox";

const GRID_KEYS = [
  { key: "Space", help: "Select the item" },
  { key: "Ctrl+A", help: "Select all that match" },
] as const;

/** The keys of a list of items. */
export function KeyboardHelp(props: {
  readonly options: readonly DecisionOption<string>[];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  return (
    <Popover
      trapFocus
      withArrow
      positioning="below-end"
      open={props.open}
      onOpenChange={(_event, { open }) => {
        props.onOpenChange(open);
      }}
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<KeyboardRegular />}>Keyboard shortcuts</Button>
      </PopoverTrigger>
      <PopoverSurface aria-label="Keyboard shortcuts" tabIndex={-1}>
        <KeyList
          title="While the focus is in the list:"
          keys={[...keysOf(props.options), ...GRID_KEYS]}
        />
      </PopoverSurface>
    </Popover>
  );
}
