"use client";

import { numberText } from "@/lib/domain/number-text";
import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { Notice } from "@/components/ui/notice";
import { useSecondsUntil } from "@/components/ui/use-seconds-until";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import { useServices } from "@/lib/services/services";
import { type GivenAnswer, isNotAccepted } from "./answer";
import type { AnswerQueue, QueueView } from "./answer-queue";
import { whyNotAccepted } from "./answer-labels";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "20px",
  },
  words: { color: tokens.colorNeutralForeground2 },
});

const answers = (count: number) => (count === 1 ? "1 answer" : `${numberText(count)} answers`);

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

interface SendingProps {
  readonly queue: AnswerQueue;
  readonly view: QueueView;
}

const refusedIn = (view: QueueView) =>
  [...view.answers.values()].filter(({ state }) => isNotAccepted(state));

/** How far the answers of this visit are, and what is waited for. */
export function SendingLine({ view }: Pick<SendingProps, "view">) {
  const styles = useStyles();
  const waiting = useSecondsUntil(view.waitingUntil);
  const sent = useMemo(() => view.answers.size - refusedIn(view).length, [view]);
  return (
    <div role="status" aria-label="Sending" className={styles.line}>
      {view.underWay > 0 ? (
        <>
          <Spinner size="extra-tiny" aria-label="Sending" />
          <Text size={200} className={styles.words}>
            {answers(view.underWay)} on the way
            {waiting !== null && `: Microsoft Graph asks us to wait ${String(waiting)} s`}
          </Text>
        </>
      ) : (
        sent > 0 && (
          <Text size={200} className={styles.words}>
            {answers(sent)} sent
          </Text>
        )
      )}
    </div>
  );
}

interface NotAcceptedProps extends SendingProps {
  /** As they were last read: an answer that is tried again is one to what is shown now. */
  readonly items: readonly ReviewItem[];
  readonly instanceId: string;
  /** Shows those whose answer was not accepted. */
  readonly onShow: () => void;
}

/** Which answers are not in the review, and what can be done about them; nothing where all are. */
export function NotAccepted({ queue, view, items, instanceId, onShow }: NotAcceptedProps) {
  const { ask } = useServices();
  const refused = useMemo(
    () => refusedIn(view).filter(({ item }) => item.instanceId === instanceId),
    [view, instanceId],
  );
  const person = asked(refused);
  if (refused.length === 0) return null;
  return (
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
              if (person === null) queue.tryAgain(refused, items);
              else ask(person.scopes, person.claims ?? undefined);
            }}
          >
            {person === null ? "Try again" : "Sign in again"}
          </Button>
        </>
      }
    >
      What was there before still holds. {whyNotAccepted(refused[0]?.state ?? "waiting")}
    </Notice>
  );
}
