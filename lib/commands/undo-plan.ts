import type { Plan } from "@/lib/domain/plan";
import type { Policy } from "@/lib/domain/policy";
import { type DoneDecision, makeUndoPlan } from "@/lib/domain/undo";
import type { CallApi } from "@/lib/services/api";
import { readWholeHistory } from "@/lib/queries/read-history";
import type { DecidedRow } from "@/lib/queries/unsettled";

export interface UndoRequest {
  readonly planId: string;
  readonly reason: string;
  readonly policy: Policy;
  readonly myId: string;
  readonly now: number;
  readonly mintId: () => string;
}

/** The plan that takes back what the history says was done of another; null when there is nothing to take back. */
export async function undoPlan(
  request: UndoRequest,
  api: CallApi,
  signal?: AbortSignal,
): Promise<Plan | null> {
  const { planId } = request;
  const rows = await readWholeHistory(api, { plan: planId, result: "done" }, signal);
  return makeUndoPlan({ ...request, done: rows.filter(isDecided).map(doneDecision) });
}

function isDecided(row: { readonly kind: string }): row is DecidedRow {
  return row.kind === "decided";
}

function doneDecision({ id: _entry, ...row }: DecidedRow): DoneDecision {
  const { guest, known, decision } = row;
  return { id: _entry, kind: decision, known, guest };
}
