"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { Commands } from "./commands";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, minWidth: 0 },
});

/** One button of a command bar. */
export interface Command<Kind extends string> {
  readonly kind: Kind;
  readonly label: string;
  readonly icon: ReactElement;
  /** It ends or deletes something: it does not look like the others. */
  readonly danger?: boolean;
}

interface CommandBarProps<Kind extends string> {
  /** Names the toolbar. */
  readonly label: string;
  readonly commands: readonly Command<Kind>[];
  /** Why a command cannot be given now; null when nothing speaks against it. */
  readonly whyNot: (kind: Kind) => string | null;
  readonly onCommand: (kind: Kind) => void;
  /** What follows the commands: refresh, links. */
  readonly children?: ReactNode;
}

/** What can be done to what a page shows; a command that is not possible says why before it is pressed. */
export function CommandBar<Kind extends string>(props: CommandBarProps<Kind>) {
  const styles = useStyles();
  const { label, commands, whyNot, onCommand, children } = props;
  return (
    <div role="toolbar" aria-label={label} className={styles.bar}>
      <Commands
        commands={commands.map(({ kind, label: text, icon, danger = false }) => ({
          ...{ key: kind, label: text, icon, danger, whyNot: whyNot(kind) },
          onClick: () => {
            onCommand(kind);
          },
        }))}
      />
      {children}
    </div>
  );
}
