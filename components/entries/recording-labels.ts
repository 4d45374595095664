import { API_FAILURE_LABEL, GRAPH_FAILURE_LABEL } from "@/components/directory/failure-labels";
import type { ToastWords } from "@/components/ui/toast";
import type { RecordedResults } from "@/lib/commands/record-results";
import type { NotRecordedReason } from "@/lib/commands/record-results-of-many";
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
