"use client";

import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { type Line, LineList } from "@/components/ui/line-list";
import { numberText } from "@/lib/domain/number-text";

const LINES_MAX = 200;

const useStyles = makeStyles({
  // A heading brings its own padding: its text is in line with what stands around.
  group: { margin: `0 -${tokens.spacingHorizontalM}` },
  panel: { margin: `0 0 ${tokens.spacingVerticalS}`, paddingTop: tokens.spacingVerticalXS },
});

/** Collapsible parts, one below the other; each opens and closes by itself. */
export function CollapsibleGroup({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <Accordion className={styles.group} collapsible multiple>
      {children}
    </Accordion>
  );
}

/** A part that is closed until a person opens it. */
export function Collapsible(props: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <AccordionItem value={props.id}>
      <AccordionHeader as="h3" size="medium">
        {props.title}
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>{props.children}</AccordionPanel>
    </AccordionItem>
  );
}

/** A collapsible list of names; nothing where there are none. */
export function CollapsibleLines(props: {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Line[];
  /** Stands behind the title; the number of lines when absent. */
  readonly brief?: string;
}) {
  const { id, title, lines } = props;
  if (lines.length === 0) return null;
  const brief = props.brief ?? numberText(lines.length);
  return (
    <Collapsible id={id} title={`${title} (${brief})`}>
      <LineList label={title} lines={lines} most={LINES_MAX} />
    </Collapsible>
  );
}
