"use client";

import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { Notice } from "@/components/ui/notice";
import { useSecondsUntil } from "@/components/ui/use-seconds-until";
import { useDoors } from "@/lib/queries/doors";
import { type GivenAnswer, isNotAccepted } from "./answer";
import type { AnswerQueue, QueueView } from "./answer-queue";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "20px",
  },
  words: { color: tokens.colorNeutralForeground2 },
});

const answers = (count: number) =>
  count === 1 ? "1 answer" : `${count.toLocaleString("en")} answers`;

/** Whom Microsoft wants to see before more can be sent; null where nobody is asked for. */
function asked(given: readonly GivenAnswer[]) {
  for (const { state } of given) {
    if (typeof state === "string" || !("stopped" in state)) continue;
    const { stopped } = state;
    if (stopped.kind === "consent-missing") return { scopes: stopped.scopes, claims: null };
    if (stopped.kind === "sign-in-needed") return stopped;
  }
  return null;
}

interface SendingStatusProps {
  readonly queue: AnswerQueue;
  readonly view: QueueView;
  /** Shows those whose answer was not accepted. */
  readonly onShow: () => void;
}

/** How far the answers of this visit are, what is waited for, and which were not accepted. */
export function SendingStatus({ queue, view, onShow }: SendingStatusProps) {
  const styles = useStyles();
  const { ask } = useDoors();
  const waiting = useSecondsUntil(view.waitingUntil);
  const refused = useMemo(
    () => [...view.answers.values()].filter(({ state }) => isNotAccepted(state)),
    [view.answers],
  );
  const person = asked(refused);
  return (
    <>
      <div role="status" className={styles.line}>
        {view.underWay > 0 ? (
          <>
            <Spinner size="extra-tiny" />
            <Text size={200} className={styles.words}>
              {answers(view.underWay)} on the way
              {waiting !== null && `: Microsoft Graph asks us to wait ${String(waiting)} s`}
            </Text>
          </>
        ) : (
          view.answers.size > refused.length && (
            <Text size={200} className={styles.words}>
              {answers(view.answers.size - refused.length)} sent
            </Text>
          )
        )}
      </div>
      {refused.length > 0 && (
        <Notice
          intent="warning"
          title={`${answers(refused.length)} ${refused.length === 1 ? "is" : "are"} not in the review`}
          actions={
            <>
              <Button size="small" onClick={onShow}>
                Show them
              </Button>
              <Button
                size="small"
                onClick={() => {
                  if (person === null) queue.tryAgain(refused);
                  else ask(person.scopes, person.claims ?? undefined);
                }}
              >
                {person === null ? "Try again" : "Sign in again"}
              </Button>
            </>
          }
        >
          Each says at its row what happened. What was there before still holds.
        </Notice>
      )}
    </>
  );
}
