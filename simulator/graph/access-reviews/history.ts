import { randomUUID } from "node:crypto";
import { reviewsOf } from "../../state/access-reviews/reviews-of.ts";
import type { HistoryDefinition } from "../../state/access-reviews/rows.ts";
import { bodyOf } from "../directory-objects/json-body.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { badRequest, forbidden, notFound } from "../errors.ts";
import { readHistory } from "./read-history.ts";
import { listReviewRows, reviewListOptions } from "./list-review-rows.ts";
import { refuseUnlicensed } from "./review-licence.ts";
import { readScopes, readsAll, refuseUnlessWriter, writeScopes } from "./review-rights.ts";
import {
  historyNames,
  historyStatus,
  isKept,
  showHistory,
  showHistoryInstance,
} from "./show-history.ts";
import { whoCalls } from "./who-calls.ts";

const path = "/identityGovernance/accessReviews/historyDefinitions";
const context = "identityGovernance/accessReviews/historyDefinitions";
const resource = { name: "accessReviewHistoryDefinition", type: context, properties: {} };

const listHistories: Endpoint = {
  method: "GET",
  path,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewset-list-historydefinitions",
  scopes: readScopes,
  options: reviewListOptions.filter((option) => option !== "$filter" && option !== "$orderby"),
  answer(call) {
    refuseUnlessReader(call);
    const { histories } = reviewsOf(call.tenant.directory);
    const shown = (row: HistoryDefinition) => showHistory(row, call.tenant.clock.now());
    const rows = () =>
      [...histories.values()].filter((row) => isKept(row, call.tenant.clock.now()));
    return listReviewRows(call, { context, rows, shown, names: historyNames, resource });
  },
};

const getHistory: Endpoint = {
  method: "GET",
  path: `${path}/{historyId}`,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewhistorydefinition-get",
  scopes: readScopes,
  answer(call) {
    refuseUnlessReader(call);
    return { status: 200, body: showHistory(historyOf(call), call.tenant.clock.now()) };
  },
};

const createHistory: Endpoint = {
  method: "POST",
  path,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewset-post-historydefinitions",
  scopes: writeScopes,
  answer(call) {
    refuseUnlessWriter(call);
    const { directory, clock } = call.tenant;
    const history: HistoryDefinition = {
      id: randomUUID(),
      instanceId: randomUUID(),
      createdAt: clock.now(),
      createdBy: whoCalls(call),
      ...readHistory(
        bodyOf(call, [
          "displayName",
          "decisions",
          "scopes",
          "reviewHistoryPeriodStartDateTime",
          "reviewHistoryPeriodEndDateTime",
          "scheduleSettings",
        ]),
      ),
    };
    reviewsOf(directory).histories.set(history.id, history);
    directory.noteEffect({
      actorId: call.caller.userId,
      method: call.method,
      path: call.path,
      kind: "review-history-requested",
      targetId: history.id,
    });
    return { status: 201, body: showHistory(history, clock.now()) };
  },
};

const listHistoryInstances: Endpoint = {
  method: "GET",
  path: `${path}/{historyId}/instances`,
  documentation:
    "https://learn.microsoft.com/graph/api/accessreviewhistorydefinition-list-instances",
  scopes: readScopes,
  answer(call) {
    refuseUnlessReader(call);
    const value = [showHistoryInstance(historyOf(call), call.tenant.clock.now())];
    return { status: 200, body: { "@odata.context": `${call.root}/$metadata#${context}`, value } };
  },
};

const generateDownloadUri: Endpoint = {
  method: "POST",
  path: `${path}/{historyId}/instances/{historyInstanceId}/generateDownloadUri`,
  documentation:
    "https://learn.microsoft.com/graph/api/accessreviewhistoryinstance-generatedownloaduri",
  scopes: writeScopes,
  answer(call) {
    refuseUnlessWriter(call);
    const history = historyOf(call);
    const id = call.params.historyInstanceId ?? "";
    if (history.instanceId !== id.toLowerCase()) throw notFound(id);
    const now = call.tenant.clock.now();
    if (historyStatus(history, now) !== "done") {
      throw badRequest("The history data is not ready: its status is not 'done'.");
    }
    // Entra stores the report elsewhere, which is not simulated.
    const downloadUri = `https://reports.accessreviews.example/${history.instanceId}.csv?sig=${randomUUID()}`;
    return { status: 200, body: { ...showHistoryInstance(history, now), downloadUri } };
  },
};

function refuseUnlessReader(call: Call): void {
  refuseUnlicensed(call);
  if (!readsAll(call)) throw forbidden();
}

/** The history that the path names; gone once its 30 days are over. */
function historyOf(call: Call): HistoryDefinition {
  const id = call.params.historyId ?? "";
  const history = reviewsOf(call.tenant.directory).histories.get(id.toLowerCase());
  if (!history || !isKept(history, call.tenant.clock.now())) throw notFound(id);
  return history;
}

/** Reports on reviews that are over. */
export const historyEndpoints: readonly Endpoint[] = [
  listHistories,
  getHistory,
  createHistory,
  listHistoryInstances,
  generateDownloadUri,
];
