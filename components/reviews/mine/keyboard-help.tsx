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
import { KEYS } from "./keys";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalS} 0 0`,
  },
  says: { margin: 0 },
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
  { key: "Space", says: "Select the item" },
  { key: "Ctrl+A", says: "Select all that match" },
] as const;

/** The keys of the list. */
export function KeyboardHelp(props: {
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
        <Button icon={<KeyboardRegular />}>Keyboard</Button>
      </PopoverTrigger>
      <PopoverSurface aria-label="Keys of the list" tabIndex={-1}>
        <Text>While the focus is in the list of items:</Text>
        <dl className={styles.list}>
          {[...KEYS, ...GRID_KEYS].map(({ key, says }) => (
            <Fragment key={key}>
              <dt>
                <kbd className={styles.key}>{key}</kbd>
              </dt>
              <dd className={styles.says}>{says}</dd>
            </Fragment>
          ))}
        </dl>
      </PopoverSurface>
    </Popover>
  );
}
