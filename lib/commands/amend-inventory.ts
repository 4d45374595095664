import type { Guest } from "@/lib/domain/guest";
import { isGuestOperation, type OperationKind } from "@/lib/domain/operation";
import type { Plan } from "@/lib/domain/plan";
import type { Result } from "@/lib/domain/outcome";
import type { Graph } from "@/lib/graph/graph";
import { GraphError } from "@/lib/graph/graph-error";
import { readGuest } from "@/lib/graph/guests/read-guest";
import type { Inventory, ListOwner } from "@/lib/inventory/inventory";
import type { RunResult } from "@/lib/runner/run";

/** More restored guests than this are found by reading the list again. */
const MOST_READ_BACK = 100;
/** Graph answers ten sign-in requests a minute. Sign-ins of further restored guests come with the next reading. */
const MOST_WITH_SIGN_INS = 5;

/** The list of the account that began the run. */
export interface ListOfAccount {
  readonly rows: Inventory["rows"];
  readonly amend: (guests: readonly Guest[], gone: readonly string[]) => Promise<void>;
}

/** The tab's list, changed only as long as it is this account's. */
export function listOf(
  inventory: Pick<Inventory, "rows" | "amend">,
  owner: ListOwner,
): ListOfAccount {
  return {
    rows: (ids) => inventory.rows(ids),
    amend: (guests, gone) => inventory.amend(owner, guests, gone),
  };
}

/** Applies what a run changed to the tab's list, so that the tenant need not be read again. */
export async function amendInventory(
  plan: Plan,
  { results }: RunResult,
  inventory: ListOfAccount,
  graph: Graph,
): Promise<void> {
  const kinds = new Map(plan.operations.map(({ operation }) => [operation.id, operation.kind]));
  const ended = results.flatMap(({ operationId, guestId, outcome }): Ended[] => {
    const kind = kinds.get(operationId);
    if (kind === undefined || !isGuestOperation(kind) || guestId === null) return [];
    return [{ kind, guestId, result: outcome?.result ?? null }];
  });
  await readBack(idsOf(ended.filter(({ result }) => result === "unknown")), inventory, graph);
  const done = ended.filter(({ result }) => result !== null && CHANGED.has(result));
  const idsFor = (kind: OperationKind) => idsOf(done.filter((each) => each.kind === kind));
  await setEnabled(inventory, idsFor("block"), false);
  await setEnabled(inventory, idsFor("unblock"), true);
  const restored = await readThose(graph, idsFor("restore").slice(0, MOST_READ_BACK));
  const removed = idsFor("remove");
  if (restored.length + removed.length > 0) await inventory.amend(restored, removed);
}

interface Ended {
  readonly kind: OperationKind;
  readonly guestId: string;
  readonly result: Result | null;
}

/** The account is as the operation wants it; in a partly done operation the first step is done. */
const CHANGED: ReadonlySet<Result> = new Set<Result>(["done", "already-so", "partly-done"]);

function idsOf(ended: readonly Ended[]): readonly string[] {
  return ended.map(({ guestId }) => guestId);
}

async function setEnabled(
  inventory: ListOfAccount,
  ids: readonly string[],
  enabled: boolean,
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await inventory.rows(ids);
  await inventory.amend(
    rows.map(({ guest }) => ({ ...guest, enabled })),
    [],
  );
}

/** Results that are not certain: for these the list shows what the directory shows. */
async function readBack(
  ids: readonly string[],
  inventory: Pick<ListOfAccount, "amend">,
  graph: Graph,
): Promise<void> {
  const some = ids.slice(0, MOST_READ_BACK);
  const found = await Promise.all(some.map((id) => readOrGone(graph, id)));
  const gone = some.filter((_, place) => found[place] === "gone");
  const there = found.filter((guest) => guest !== null && guest !== "gone");
  if (gone.length + there.length > 0) await inventory.amend(there, gone);
}

async function readOrGone(graph: Graph, id: string): Promise<Guest | "gone" | null> {
  try {
    return await readGuest(graph, id, { signIns: false });
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return error.kind === "not-found" ? "gone" : null;
  }
}

async function readThose(graph: Graph, ids: readonly string[]): Promise<readonly Guest[]> {
  const signIns = ids.length <= MOST_WITH_SIGN_INS;
  const guests = await Promise.all(ids.map((id) => readOrNull(graph, id, signIns)));
  return guests.filter((guest) => guest !== null);
}

async function readOrNull(graph: Graph, id: string, signIns: boolean): Promise<Guest | null> {
  try {
    return await readGuest(graph, id, { signIns });
  } catch (error) {
    // The list shows them after its next reading. The outcome itself is certain.
    if (error instanceof GraphError) return null;
    throw error;
  }
}
