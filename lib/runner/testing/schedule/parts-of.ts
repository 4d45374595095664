import type { SmallDirectory } from "../small-directory";
import type { Executor } from "./executor";
import type { Parts } from "./explore";
import type { Invariants } from "./invariants";
import { operationIn, type PlannedOperations } from "./planned-operations";
import type { Server } from "./server";

interface Whole {
  readonly network: { readonly now: number };
  readonly first: Executor;
  readonly second: Executor;
  readonly server: Server;
  readonly directory: SmallDirectory;
  readonly invariants: Invariants;
  readonly setting: { readonly plan: PlannedOperations };
}

/** All that decides what may still happen, as it would be if one of the executors had just crashed. */
export function partsOf(whole: Whole, odds: unknown, crashed: Executor | null): Parts {
  const { first, second, server, directory, invariants, network } = whole;
  const { people, planId, operations } = whole.setting.plan;
  const ago = (at: number) => network.now - at;
  const executor = (each: Executor) => each.key(each === crashed ? "crashed" : each.state);
  const entries = server.entries.map(({ entry, at }) =>
    operationIn(entry) === null ? "" : `${entry.id} ${ago(at)}`,
  );
  const lease = server.leases.get(planId);
  return {
    A: executor(first),
    B: executor(second),
    odds: JSON.stringify([odds, invariants.excuse]),
    ledger: JSON.stringify([entries, operations.map(({ id }) => server.outcomesOf(id))]),
    lease: JSON.stringify([lease?.fence, lease?.from, Math.min(0, ago(lease?.expiresAt ?? 0))]),
    directory: JSON.stringify([
      people.map(({ id }) => directory.people.get(id)),
      invariants.happened.toSorted(),
      directory.audits,
    ]),
  };
}
