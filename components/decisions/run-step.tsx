"use client";

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { PlanRun } from "@/lib/commands/use-run-plan";
import type { Plan } from "@/lib/domain/plan";
import { RunView } from "./run-view";
import { UndoPlan } from "./undo-plan";
import { KIND_WORDS } from "./words";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface RunStepProps {
  readonly plan: Plan;
  readonly run: PlanRun;
  readonly onRun: (plan: Plan) => void;
  /** Plans anew for those for whom it did not work; nothing is sent again by itself. */
  readonly onRetry: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The run, what became of each guest, and what can be done about that. */
export function RunStep({ plan, run, onRun, onRetry, onClose }: RunStepProps) {
  const styles = useStyles();
  const { verb, done } = KIND_WORDS[plan.kind];
  const { snapshot } = run;
  const [stopping, setStopping] = useState(false);
  const over = snapshot !== null && snapshot.result !== null;
  const failed = (snapshot?.result?.settled ?? [])
    .filter(({ outcome }) => outcome?.result === "failed" || outcome?.result === "refused")
    .flatMap(({ guestId }) => guestId ?? []);
  return (
    <DialogBody>
      <DialogTitle>{over ? done : verb}</DialogTitle>
      <DialogContent className={styles.content}>
        {stopping && !over && (
          <Notice intent="info">
            Nothing more is sent. What was sent without an answer is looked up, which can take half
            a minute.
          </Notice>
        )}
        {snapshot ? (
          <RunView plan={plan} snapshot={snapshot} />
        ) : (
          <Spinner label="Recording the decisions" />
        )}
      </DialogContent>
      <DialogActions>
        {over ? (
          <>
            {failed.length > 0 && (
              <Button
                onClick={() => {
                  onRetry(failed);
                }}
              >
                Try {failed.length.toLocaleString("en")} again
              </Button>
            )}
            <UndoPlan plan={plan} snapshot={snapshot} onRun={onRun} />
            <Button appearance="primary" onClick={onClose}>
              Close
            </Button>
          </>
        ) : (
          <Button
            disabledFocusable={stopping}
            onClick={() => {
              setStopping(true);
              run.stop();
            }}
          >
            {stopping ? "Stopping …" : "Stop"}
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}
