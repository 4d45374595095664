import type { HistoryRow, OperationRow } from "@/lib/contract/history";
import { isDone } from "@/lib/domain/outcome";
import { catchAllNickname } from "@/lib/domain/reviews/catch-all";
import { partsOf } from "@/lib/domain/reviews/graph-query";
import type { Instant } from "@/lib/domain/time";
import type { Graph } from "@/lib/graph/graph";
import { GraphError } from "@/lib/graph/graph-error";
import { readNickname } from "@/lib/graph/groups/read-nickname";
import type { CallApi } from "@/lib/services/api";
import { readHistory } from "@/lib/services/read-history";

/** The catch-all group, as the history knows it and the directory proves it. */
export interface CatchAllGroup {
  readonly groupId: string;
  readonly displayName: string;
  readonly madeAt: Instant;
}

const NEWEST = 50;

/** A new group may not show for a while: until then it is not known whether there is one. */
export const NEW_GROUP_LAG_MILLISECONDS = 600_000;

/**
 * The newest group that the history records as the catch-all and whose nickname in the directory is that of the recorded
 * request. Without that proof an entry may name any group, and guests would be added to it. Throws GraphError
 * "not-found" while a new group does not show yet.
 */
export async function readCatchAllGroup(
  {
    api,
    graph,
    now,
  }: { readonly api: CallApi; readonly graph: Graph; readonly now: () => Instant },
  signal?: AbortSignal,
): Promise<CatchAllGroup | null> {
  const { rows } = await readHistory(api, { kind: "create-group", limit: NEWEST }, signal);
  for (const { subject, operation, recordedAt } of rows.filter(saysMade)) {
    const groupId = subject.id;
    const group = await readNickname(graph, groupId, signal);
    if (group === null && now() - recordedAt < NEW_GROUP_LAG_MILLISECONDS) {
      throw new GraphError("not-found", "The group that was just made does not show yet.");
    }
    if (group?.nickname.toLowerCase() === catchAllNickname(operation.id).toLowerCase()) {
      return { groupId, displayName: group.displayName, madeAt: recordedAt };
    }
  }
  return null;
}

/** Whether this operation made a group, by its outcome, and its request was that of a catch-all. */
function saysMade(row: HistoryRow): row is OperationRow {
  if (row.kind !== "planned") return false;
  const { mailNickname } = partsOf(row.operation.steps[0]?.request.body);
  const isMade = row.outcome !== null && isDone(row.outcome);
  return isMade && mailNickname === catchAllNickname(row.operation.id);
}
