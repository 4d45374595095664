"use client";

import { useMayRecord } from "@/components/directory/use-may-record";
import { numberText } from "@/lib/domain/number-text";
import { ApiFailure } from "@/components/directory/api-failure";
import { Notice } from "@/components/ui/notice";
import { PersonName } from "@/components/ui/person-name";
import type { NotRecordedReason } from "@/lib/commands/record-results-of-many";
import { useServices } from "@/lib/services/services";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";
import { CommandButton } from "@/components/ui/command-button";
import { TextLink } from "@/components/ui/text-link";
import { RecordingBody } from "./recording-all";
import { endWords, recordingIntent, recordingTitle } from "@/components/entries/recording-labels";
import type { ReviewRow } from "@/lib/queries/use-review-rows";
import {
  type EndedInstance,
  repeats,
  reviewsOf,
  unrecordedTitle,
} from "@/lib/domain/reviews/unrecorded-instances";
import { useRecordAll } from "@/lib/commands/use-record-all";
import { useUnrecorded } from "@/lib/queries/unrecorded-instances";

const NAMED = 5;

/** Whether somebody has to consent or to sign in before it is tried again. */
const needsPerson = (because: NotRecordedReason) =>
  because.from === "graph" && ["needs-consent", "signed-out"].includes(because.kind);

/**
 * Which reviews have ended instances of which nothing was copied into the history yet, and the copy of all of them. It
 * has one button in one place, so that the focus stays on it from the beginning to the end.
 */
export function UnrecordedNotice({ rows }: { readonly rows: readonly ReviewRow[] }) {
  const { open, error, retry } = useUnrecorded(rows);
  const recording = useRecordAll();
  const next = useNext(open, recording);
  const { far } = recording;
  if (far === null && error !== null) {
    return (
      <ApiFailure
        error={error}
        notDone="It is not known which results are in the history."
        onRetry={() => void retry()}
      />
    );
  }
  if (far === null && open.length === 0) return null;
  return (
    <Notice
      intent={far === null ? "warning" : recordingIntent(far)}
      title={far === null ? unrecordedTitle(open) : recordingTitle(far)}
      actions={
        <CommandButton appearance={next.appearance} whyNot={next.whyNot} onClick={next.go}>
          {next.word}
        </CommandButton>
      }
    >
      {far === null ? <ReviewLinks open={open} /> : <RecordingBody far={far} />}
    </Notice>
  );
}

interface Next {
  readonly word: string;
  readonly go: () => void;
  readonly appearance?: "primary";
  readonly whyNot: string | null;
}

/** What can be done now: begin, stop, consent first, try again, or put it away. */
function useNext(
  open: readonly EndedInstance[],
  { far, run, stop, forget }: ReturnType<typeof useRecordAll>,
): Next {
  const { ask } = useServices();
  const whyNot = useMayRecord();
  const begin = () => {
    run(open);
  };
  if (far === null) {
    const word =
      open.length === 1
        ? "Save its results"
        : `Save results of ${numberText(open.length)} instances`;
    return { word, go: begin, appearance: "primary", whyNot };
  }
  if (far.ended === null) return { word: "Stop", go: stop, whyNot: null };
  if (far.recorded === far.of || open.length === 0) {
    return { word: "Close", go: forget, whyNot: null };
  }
  const consent = () => {
    ask(SCOPES_TO_READ_REVIEWS);
  };
  return far.notRecorded.some(({ because }) => needsPerson(because))
    ? { word: "Give permission", go: consent, whyNot: null }
    : { word: far.ended === "asked" ? "Continue" : "Try again", go: begin, whyNot };
}

function ReviewLinks({ open }: { readonly open: readonly EndedInstance[] }) {
  const reviews = reviewsOf(open);
  const isRepeated = repeats(reviews.map(({ name }) => name));
  const endOf = (id: string) =>
    open.find(({ review }) => review.id === id)?.instance.endsAt ?? null;
  return (
    <>
      {`Microsoft Entra keeps them for a while only. Save them, or open ${open.length === 1 ? "the" : "a"} review and look first: `}
      {reviews.slice(0, NAMED).map(({ id, name }, place) => (
        <span key={id}>
          {place > 0 && ", "}
          <TextLink href={`/reviews/${id}?tab=results`}>
            <PersonName name={name} />
            {isRepeated(name) && ` (${endWords(endOf(id)) ?? "end not known"})`}
          </TextLink>
        </span>
      ))}
      {reviews.length > NAMED && ` and ${numberText(reviews.length - NAMED)} more`}.
    </>
  );
}
