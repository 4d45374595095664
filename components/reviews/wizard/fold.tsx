"use client";

import { numberText } from "@/lib/domain/number-text";
import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { LineList } from "@/components/ui/line-list";
import type { CheckLine } from "./checks-in-words";

const MOST = 200;

const useStyles = makeStyles({
  panel: { margin: `0 0 ${tokens.spacingVerticalS}`, paddingTop: tokens.spacingVerticalXS },
});

/** A part that is closed until a person opens it. */
export function Fold(props: {
  readonly value: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <AccordionItem value={props.value}>
      <AccordionHeader as="h3" size="medium">
        {props.title}
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>{props.children}</AccordionPanel>
    </AccordionItem>
  );
}

/** Names to be opened; nothing where there is none. */
export function FoldedLines(props: {
  readonly value: string;
  readonly title: string;
  readonly lines: readonly CheckLine[];
  /** What stands behind the title; how many lines there are when absent. */
  readonly brief?: string;
}) {
  const { value, title, lines } = props;
  if (lines.length === 0) return null;
  const brief = props.brief ?? numberText(lines.length);
  return (
    <Fold value={value} title={`${title} (${brief})`}>
      <LineList label={title} lines={lines} most={MOST} />
    </Fold>
  );
}
