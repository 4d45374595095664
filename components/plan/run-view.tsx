"use client";

import { numberText } from "@/lib/domain/number-text";
import { makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { LineList } from "@/components/ui/line-list";
import { Notice } from "@/components/ui/notice";
import { useSecondsUntil } from "@/components/ui/use-seconds-until";
import { isDone } from "@/lib/domain/outcome";
import { whyNotSent } from "@/lib/operations/outcomes";
import type { OperationState, RunSnapshot } from "@/lib/runner/run";
import { notWrittenWords, recordingOf } from "./recording";
import { NOT_SENT, notSentWords, stateWords, stoppedWords } from "./plan-labels";
import { timeLeftWords } from "./duration";

const SHOWN = 200;
/** Longest time that writing a group of outcomes takes when all is well. */
const WRITING_MILLISECONDS = 5_000;

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

/** What did not go well comes first: that is what people look for. */
function urgency(state: OperationState | undefined): number {
  if (state === undefined || typeof state === "string") return 2;
  if ("stopped" in state) return 1;
  if (whyNotSent(state) !== null) return 2;
  return isDone(state) ? 3 : 1;
}

function detailOf(state: OperationState | undefined, notDone: string | undefined): string | null {
  if (state === undefined || typeof state === "string") return null;
  if ("stopped" in state) return notSentWords(state);
  const failed = state.result === "refused" || state.result === "failed";
  const detail = whyNotSent(state) ?? state.detail;
  if (!failed || notDone === undefined) return detail;
  return detail === null ? notDone : `${notDone} ${detail}`;
}

/** What still waits when a run is over was never sent; by somebody else, where they run the plan. */
function wordFor(
  state: OperationState | undefined,
  { sendsNothing = false }: Pick<OperationLine, "sendsNothing">,
  result: RunSnapshot["result"],
): string {
  if (state === "recorded" && (sendsNothing || result !== null)) return "Recorded";
  if (result === null || (state !== undefined && state !== "waiting")) return stateWords(state);
  return result.stopped?.kind === "already-running" ? `${NOT_SENT} from here` : NOT_SENT;
}

/** One operation of a run, as people see it. */
export interface OperationLine {
  readonly id: string;
  /** Of the line, and what is shown when there is no name. */
  readonly key: string;
  readonly name: string;
  /** Tells guests of the same name apart. */
  readonly mail?: string | null;
  /** Being recorded is all there is to do. */
  readonly sendsNothing?: boolean;
  /** What did not happen if it fails; nothing more than Graph's answer is said when absent. */
  readonly notDone?: string;
}

interface RunViewProps {
  readonly operations: readonly OperationLine[];
  readonly snapshot: RunSnapshot;
  /** How many ended how, once all is over. */
  readonly summary?: string;
}

/** A run under way or at its end: how far, how fast, what is waited for, and what became of each. */
export function RunView({ operations, snapshot, summary = "" }: RunViewProps) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The button that confirmed is gone, and the focus must not go with it. Not to "Stop": Enter may still be held.
    list.current?.focus();
  }, []);
  const waiting = useSecondsUntil(snapshot.waitingUntil);
  const { finished, total, perSecond, states, result, unsaved } = snapshot;
  const recording = recordingOf(snapshot);
  const isHeldUp = useHeldFor(recording === "held-up", WRITING_MILLISECONDS);
  const isBehind = isHeldUp || recording === "given-up";
  const inHistory = numberText(Math.max(0, finished - unsaved));
  const written = result === null && finished > 0 ? `, ${inHistory} in the history` : "";
  const leftOut = [...states.values()].filter(
    (state) => typeof state === "object" && "stopped" in state,
  );
  const isLooking = result === null && finished > 0 && finished + leftOut.length === total;
  const rate = result === null && perSecond > 0 ? `, ${perSecond.toFixed(1)} a second` : "";
  const timeLeft = timeLeftWords(snapshot);
  const lines = operations
    .map((operation) => ({ operation, state: states.get(operation.id) }))
    .sort((one, other) => urgency(one.state) - urgency(other.state));
  return (
    <div className={styles.box}>
      <div role="status">
        <ProgressBar
          aria-label="Operations carried out"
          value={finished}
          max={Math.max(1, total)}
        />
        <Text>
          {numberText(finished)} of {numberText(total)}
          {rate}
          {written}
          {timeLeft !== null && `, ${timeLeft}`}
          {waiting !== null && `. Microsoft Graph asks us to wait ${String(waiting)} s`}
          {waiting === null && isLooking && ". Checking the directory for the result"}
        </Text>
        {summary !== "" && (
          <Text block weight="semibold">
            {summary}
          </Text>
        )}
      </div>
      {result?.stopped && <Notice intent="warning">{stoppedWords(result.stopped)}</Notice>}
      {isBehind && <Notice intent="warning">{notWrittenWords(unsaved)}</Notice>}
      <LineList
        ref={list}
        label="Outcomes"
        most={SHOWN}
        lines={lines.map(({ operation, state }) => ({
          id: operation.key,
          name: operation.name,
          mail: operation.mail ?? null,
          word: wordFor(state, operation, result),
          detail: detailOf(state, operation.notDone),
        }))}
      />
    </div>
  );
}

/** Whether a condition has held without a break for some time and still does. */
function useHeldFor(isActive: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  if (!isActive && lasts) setLasts(false);
  useEffect(() => {
    if (!isActive) return;
    const timer = setTimeout(() => {
      setLasts(true);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [isActive, milliseconds]);
  return isActive && lasts;
}
