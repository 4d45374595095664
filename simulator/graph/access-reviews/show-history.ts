import type { HistoryDefinition } from "../../state/access-reviews/rows.ts";
import { DAY_MS } from "../../state/access-reviews/schedule.ts";
import { showSomebody } from "./show-definition.ts";

/** How long a report takes: our choice, nothing is published. */
const COLLECTING_MS = 60_000;
const KEPT_DAYS = 30;

export const historyNames = [
  ...["id", "displayName", "reviewHistoryPeriodStartDateTime", "reviewHistoryPeriodEndDateTime"],
  ...["decisions", "status", "createdDateTime", "createdBy", "scopes"],
];

/** Whether the report has been made by now. */
export function historyStatus({ createdAt }: HistoryDefinition, now: number): "requested" | "done" {
  return now - createdAt < COLLECTING_MS ? "requested" : "done";
}

/** Whether the report has not expired yet. */
export function isKept({ createdAt }: HistoryDefinition, now: number): boolean {
  return now - createdAt < KEPT_DAYS * DAY_MS;
}

export function showHistory(history: HistoryDefinition, now: number): Record<string, unknown> {
  return {
    "@odata.type": "#microsoft.graph.accessReviewHistoryDefinition",
    id: history.id,
    displayName: history.displayName,
    reviewHistoryPeriodStartDateTime: history.from,
    reviewHistoryPeriodEndDateTime: history.until,
    decisions: history.decisions,
    status: historyStatus(history, now),
    createdDateTime: new Date(history.createdAt).toISOString(),
    createdBy: showSomebody(history.createdBy),
    scopes: history.scopes,
  };
}

export function showHistoryInstance(
  history: HistoryDefinition,
  now: number,
): Record<string, unknown> {
  const { createdAt } = history;
  const status = historyStatus(history, now);
  const fulfilled = new Date(createdAt + COLLECTING_MS).toISOString();
  return {
    "@odata.type": "#microsoft.graph.accessReviewHistoryInstance",
    id: history.instanceId,
    reviewHistoryPeriodStartDateTime: history.from,
    reviewHistoryPeriodEndDateTime: history.until,
    status,
    runDateTime: new Date(createdAt).toISOString(),
    fulfilledDateTime: status === "done" ? fulfilled : null,
    expirationDateTime: new Date(createdAt + KEPT_DAYS * DAY_MS).toISOString(),
    downloadUri: null,
  };
}
