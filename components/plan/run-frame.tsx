"use client";

import {
  Button,
  DialogActions,
  DialogBody,
  DialogTitle,
  makeStyles,
  Spinner,
} from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { DialogColumn } from "@/components/ui/dialog-column";
import { Notice } from "@/components/ui/notice";
import type { RunSnapshot } from "@/lib/runner/run";
import { type OperationLine, RunView } from "./run-view";

const useStyles = makeStyles({
  // Fluent's grid would press several long buttons into columns of one word a line.
  actions: { display: "flex", flexWrap: "wrap", justifyContent: "flex-end", width: "100%" },
});

interface RunFrameProps {
  readonly title: string;
  readonly operations: readonly OperationLine[];
  readonly snapshot: RunSnapshot | null;
  /** How many ended how, once all is over. */
  readonly summary?: string;
  /** What is still to be known once all is done. */
  readonly note?: ReactNode;
  /** Nothing more is sent: somebody stopped it before this dialog was opened. */
  readonly isStopping?: boolean;
  /** Closes the dialog while the run goes on; absent where the page waits for the outcome. */
  readonly onLeave?: () => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
  /** What can be done about the outcomes, once all is over. */
  readonly children: ReactNode;
}

/** A run in a dialog: how far it is, what became of each operation, and stopping it. */
export function RunFrame(props: RunFrameProps) {
  const { title, operations, snapshot, summary, note, onLeave, onStop, onClose, children } = props;
  const styles = useStyles();
  const [stopped, setStopped] = useState(false);
  const stopping = stopped || props.isStopping === true;
  const over = snapshot !== null && snapshot.result !== null;
  return (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogColumn>
        {stopping && !over && (
          <Notice intent="info">
            Nothing more is sent. What was sent without an answer is looked up, which can take half
            a minute.
          </Notice>
        )}
        {snapshot ? (
          <RunView
            operations={operations}
            snapshot={snapshot}
            {...(summary !== undefined && { summary })}
          />
        ) : (
          <Spinner label="Recording the operations" />
        )}
        {note}
      </DialogColumn>
      <DialogActions fluid className={styles.actions}>
        {over ? (
          <>
            {children}
            <Button appearance="primary" onClick={onClose}>
              Close
            </Button>
          </>
        ) : (
          <>
            {onLeave && <Button onClick={onLeave}>Continue in the background</Button>}
            <Button
              disabledFocusable={stopping}
              onClick={() => {
                setStopped(true);
                onStop();
              }}
            >
              {stopping ? "Stopping …" : "Stop"}
            </Button>
          </>
        )}
      </DialogActions>
    </DialogBody>
  );
}
