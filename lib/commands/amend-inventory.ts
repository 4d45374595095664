import type { Guest } from "@/lib/domain/guest";
import type { Plan } from "@/lib/domain/plan";
import type { Graph } from "@/lib/graph/graph";
import { GraphError } from "@/lib/graph/graph-error";
import { readGuest } from "@/lib/graph/guests/read-guest";
import type { Inventory } from "@/lib/inventory/inventory";
import type { RunResult } from "@/lib/runner/run";

/** More restored guests than this are found by reading the list again. */
const MOST_READ_BACK = 100;
/** Graph answers ten requests for sign-ins a minute: of more restored guests they are known after the next reading. */
const MOST_WITH_SIGN_INS = 5;

/** Tells the tab's list what a run changed, so that nobody has to read the tenant again to see it. */
export async function amendInventory(
  plan: Plan,
  { results }: RunResult,
  inventory: Pick<Inventory, "rows" | "amend">,
  graph: Graph,
): Promise<void> {
  const idsWith = (...wanted: readonly string[]) =>
    results
      .filter(({ outcome }) => outcome !== null && wanted.includes(outcome.result))
      .flatMap(({ guestId }) => guestId ?? []);
  await readBack(idsWith("unknown"), inventory, graph);
  const ids = idsWith("done", "already-so");
  if (ids.length === 0) return;
  switch (plan.kind) {
    case "block":
    case "unblock": {
      const rows = await inventory.rows(ids);
      const enabled = plan.kind === "unblock";
      await inventory.amend(
        rows.map(({ guest }) => ({ ...guest, enabled })),
        [],
      );
      return;
    }
    case "remove":
      await inventory.amend([], ids);
      return;
    case "restore":
      await inventory.amend(await readThose(graph, ids.slice(0, MOST_READ_BACK)), []);
      return;
    case "keep":
    case "resend":
      return;
  }
}

/** Of what became of these nobody is sure: the list shows what the directory shows. */
async function readBack(
  ids: readonly string[],
  inventory: Pick<Inventory, "amend">,
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
    // The list shows them after its next reading; the act itself is not in doubt.
    if (error instanceof GraphError) return null;
    throw error;
  }
}
