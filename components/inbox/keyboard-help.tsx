"use client";

import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from "@fluentui/react-components";
import { KeyboardRegular } from "@fluentui/react-icons";
import { Fragment } from "react";
import { keysOf } from "./decision-keys";
import type { DecisionOption } from "./inbox";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalS} 0 0`,
  },
  help: { margin: 0 },
  key: {
    display: "inline-block",
    minWidth: "1.6em",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    textAlign: "center",
  },
});

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
  const styles = useStyles();
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
        <Text>While the focus is in the list:</Text>
        <dl className={styles.list}>
          {[...keysOf(props.options), ...GRID_KEYS].map(({ key, help }) => (
            <Fragment key={key}>
              <dt>
                <kbd className={styles.key}>{key}</kbd>
              </dt>
              <dd className={styles.help}>{help}</dd>
            </Fragment>
          ))}
        </dl>
      </PopoverSurface>
    </Popover>
  );
}
