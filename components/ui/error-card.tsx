"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Notice } from "./notice";

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0, listStyleType: "none" },
  reference: {
    marginTop: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** Shows a failure: what happened, what was not done, what to try. */
export function ErrorCard(props: {
  readonly happened: string;
  readonly notDone?: string;
  readonly tryThis?: string;
  /** A code or id to quote to support. */
  readonly reference?: string | null;
  readonly actions?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <Notice intent="error" title={props.happened} actions={props.actions}>
      <ul className={styles.list}>
        {props.notDone !== undefined && <li>{props.notDone}</li>}
        {props.tryThis !== undefined && <li>{props.tryThis}</li>}
      </ul>
      {props.reference != null && (
        <div className={styles.reference}>
          Reference: <code>{props.reference}</code>
        </div>
      )}
    </Notice>
  );
}
