"use client";

import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { Notice } from "@/components/ui/notice";
import { useSecondsUntil } from "@/components/ui/use-seconds-until";
import { counted } from "@/lib/domain/number-text";
import { useServices } from "@/lib/services/services";
import { answersAgain, isNotAccepted, type Item, type QueuedAnswer } from "./answer";
import { whyNotAccepted } from "./answer-labels";
import type { AnswerQueue, QueueView } from "./answer-queue";
import type { Inbox } from "./inbox";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "20px",
  },
  words: { color: tokens.colorNeutralForeground2 },
});

/** What Microsoft wants a person to do before more can be sent; null where it is nothing. */
function signInNeeded(answers: readonly QueuedAnswer<Item, string>[]) {
  for (const { state } of answers) {
    if (typeof state === "string" || !("stopped" in state)) continue;
    const { stopped } = state;
    if (stopped.kind === "consent-missing") return { scopes: stopped.scopes, claims: null };
    if (stopped.kind === "sign-in-needed") return stopped;
  }
  return null;
}

function notAcceptedIn<I extends Item, Decision extends string>(view: QueueView<I, Decision>) {
  return [...view.answers.values()].filter(({ state }) => isNotAccepted(state));
}

/** How far the answers of this visit are, and what is waited for. */
export function SendingLine({ view }: { readonly view: QueueView<Item, string> }) {
  const styles = useStyles();
  const waiting = useSecondsUntil(view.waitingUntil);
  const sent = useMemo(() => view.answers.size - notAcceptedIn(view).length, [view]);
  return (
    <div role="status" aria-label="Sending" className={styles.line}>
      {view.underWay > 0 ? (
        <>
          <Spinner size="extra-tiny" aria-label="Sending" />
          <Text size={200} className={styles.words}>
            Sending {counted(view.underWay, "answer")}
            {waiting !== null && `: Microsoft Graph asks us to wait ${String(waiting)} s`}
          </Text>
        </>
      ) : (
        sent > 0 && (
          <Text size={200} className={styles.words}>
            {counted(sent, "answer")} sent
          </Text>
        )
      )}
    </div>
  );
}

interface NotAcceptedNoticeProps<I extends Item, Decision extends string> {
  readonly inbox: Pick<Inbox<I, Decision>, "groupOf" | "place">;
  readonly queue: AnswerQueue<I, Decision>;
  readonly view: QueueView<I, Decision>;
  /** As they were last read: an answer that is tried again is one to what is shown now. */
  readonly items: readonly I[];
  readonly group: string;
  /** Shows those whose answer was not accepted. */
  readonly onShow: () => void;
}

/** Which answers were not accepted, and what can be done about them; nothing where all were. */
export function NotAcceptedNotice<I extends Item, Decision extends string>(
  props: NotAcceptedNoticeProps<I, Decision>,
) {
  const { inbox, queue, view, items, group, onShow } = props;
  const { ask } = useServices();
  const refused = useMemo(
    () => notAcceptedIn(view).filter(({ item }) => inbox.groupOf(item) === group),
    [view, inbox, group],
  );
  const signIn = signInNeeded(refused);
  if (refused.length === 0) return null;
  return (
    <Notice
      intent="warning"
      title={`${counted(refused.length, "answer")} ${refused.length === 1 ? "is" : "are"} not in ${inbox.place}`}
      actions={
        <>
          <Button size="small" onClick={onShow}>
            Show them
          </Button>
          <Button
            size="small"
            onClick={() => {
              if (signIn === null) queue.give(...answersAgain(refused, items));
              else ask(signIn.scopes, signIn.claims ?? undefined);
            }}
          >
            {signIn === null ? "Try again" : "Sign in again"}
          </Button>
        </>
      }
    >
      The earlier decision still stands. {whyNotAccepted(refused[0]?.state ?? "waiting")}
    </Notice>
  );
}
