"use client";

import {
  Button,
  DialogActions,
  DialogBody,
  DialogTitle,
  Spinner,
} from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { DialogColumn } from "@/components/ui/dialog-column";
import { Notice } from "@/components/ui/notice";
import type { RunSnapshot } from "@/lib/runner/run";
import { type OperationLine, RunView } from "./run-view";

interface RunFrameProps {
  readonly title: string;
  readonly operations: readonly OperationLine[];
  readonly snapshot: RunSnapshot | null;
  /** What is still to be known once all is done. */
  readonly note?: ReactNode;
  readonly onStop: () => void;
  readonly onClose: () => void;
  /** What can be done about the outcomes, once all is over. */
  readonly children: ReactNode;
}

/** A run in a dialog: how far it is, what became of each operation, and stopping it. */
export function RunFrame({
  title,
  operations,
  snapshot,
  note,
  onStop,
  onClose,
  children,
}: RunFrameProps) {
  const [stopping, setStopping] = useState(false);
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
          <RunView operations={operations} snapshot={snapshot} />
        ) : (
          <Spinner label="Recording the operations" />
        )}
        {note}
      </DialogColumn>
      <DialogActions>
        {over ? (
          <>
            {children}
            <Button appearance="primary" onClick={onClose}>
              Close
            </Button>
          </>
        ) : (
          <Button
            disabledFocusable={stopping}
            onClick={() => {
              setStopping(true);
              onStop();
            }}
          >
            {stopping ? "Stopping …" : "Stop"}
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}
