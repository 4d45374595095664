import { API_FAILURE_LABEL, GRAPH_FAILURE_LABEL } from "@/components/directory/failure-labels";
import type { NoticeIntent } from "@/components/ui/notice";
import type { ToastWords } from "@/components/ui/toast";
import type { RecordedResults } from "@/lib/commands/record-results";
import type { NotRecordedReason, RecordingOfMany } from "@/lib/commands/record-results-of-many";
import { dayOf, dayText } from "@/lib/domain/calendar";
import { numberText } from "@/lib/domain/number-text";

/** Why an instance is not in the history, in a few words beside its name. */
export function notRecordedLabel(because: NotRecordedReason): string {
  switch (because.from) {
    case "graph":
      return GRAPH_FAILURE_LABEL[because.kind];
    case "history":
      return API_FAILURE_LABEL[because.kind];
    case "incomplete":
      return "Not all of its decisions could be read";
    case "page":
      return because.message;
  }
}

/** How many results were recorded and, where that ended early, why. */
export function recordedToast({ recorded, repeated, stopped }: RecordedResults): ToastWords {
  const again = repeated === 0 ? "" : ` ${numberText(repeated)} were already there, unchanged.`;
  if (stopped === null) {
    return {
      intent: "success",
      title: `${numberText(recorded)} results saved in the history`,
      body: again.trim(),
    };
  }
  const why = stopped === "asked" ? "You stopped it" : API_FAILURE_LABEL[stopped];
  return {
    intent: "warning",
    title: `Only ${numberText(recorded)} results saved in the history`,
    body: `${why}.${again} Save them again: nothing is written twice.`,
  };
}

/** How many results of an instance are in the history; at least so many where not all of it was looked through. */
export function inHistoryTitle(recordedCount: number, of: number, complete: boolean): string {
  if (recordedCount < of) {
    const title = `${numberText(recordedCount)} of ${numberText(of)} results are in the history`;
    return complete ? title : `At least ${title}`;
  }
  return of === 1
    ? "The result is in the history"
    : `All ${numberText(of)} results are in the history`;
}

type Far = RecordingOfMany<unknown>;

/** Only that it went wholly well is success. */
export function recordingIntent({ ended, recorded, of }: Far): NoticeIntent {
  if (ended === null) return "info";
  return recorded === of ? "success" : "warning";
}

/** How far the copy of all results is, or in the end how much of it was done. */
export function recordingTitle({ ended, recorded, notRecorded, of }: Far): string {
  const noun = of === 1 ? "instance" : "instances";
  if (ended === null) {
    const done = recorded + notRecorded.length;
    return `Saving results: ${numberText(done)} of ${numberText(of)} ${noun}`;
  }
  if (recorded === of) {
    return of === 1
      ? "The results of the instance are saved"
      : `The results of all ${numberText(of)} instances are saved`;
  }
  const how = ended === "asked" ? "Stopped: " : "";
  return `${how}${numberText(recorded)} of ${numberText(of)} ${noun} saved`;
}

/** When an instance ended, beside its name. */
export const endWords = (at: number | null) => (at === null ? null : `ended ${dayText(dayOf(at))}`);
