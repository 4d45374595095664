import type { SmallDirectory } from "../small-directory";
import type { Executor, ExecutorPart } from "./executor";
import type { Invariants } from "./invariants";
import { operationIn, type PlannedOperations } from "./planned-operations";
import type { Network } from "./network";
import type { Recovery } from "./recovery";
import type { Server } from "./server";

/** What may still happen besides what the executors do. */
export interface Odds {
  readonly isFaultLeft: boolean;
  readonly isMeddlerLeft: boolean;
  /** For how long everybody has been awake; not counted any more once that is long. */
  readonly sinceWoken: number;
}

/** All that decides what may still happen; what is told in words is only compared. */
export interface SmallParts {
  readonly A: ExecutorPart;
  readonly B: ExecutorPart;
  readonly odds: Odds;
  readonly excuse: Invariants["excuse"];
  readonly recovery: Recovery | null;
  readonly ledger: { readonly recordedBy: string | null; readonly words: unknown };
  readonly lease: { readonly isHeld: boolean; readonly words: unknown };
  readonly directory: unknown;
  readonly now: number;
  /** When the directory did what, as Entra's audit log shows it. */
  readonly audited: readonly string[];
  /** The last one of a call that arrived. */
  readonly answer: unknown;
}

interface Whole {
  readonly network: Pick<Network, "now" | "answer">;
  readonly first: Executor;
  readonly second: Executor;
  readonly server: Server;
  readonly directory: SmallDirectory;
  readonly invariants: Invariants;
  readonly setting: { readonly plan: PlannedOperations };
}

export function partsOf(whole: Whole, odds: Odds, recovery: Recovery | null): SmallParts {
  const { first, second, server, directory, invariants, network } = whole;
  const { people, planId, operations } = whole.setting.plan;
  const ago = (at: number) => network.now - at;
  const entries = server.entries.map(({ entry, at }) =>
    operationIn(entry) === null ? "" : `${entry.id} ${ago(at)}`,
  );
  const lease = server.leases.get(planId);
  const left = Math.min(0, ago(lease?.expiresAt ?? 0));
  return {
    A: first.part(),
    B: second.part(),
    odds,
    excuse: { ...invariants.excuse },
    recovery,
    ledger: {
      recordedBy: server.entries[0]?.from ?? null,
      words: [entries, operations.map(({ id }) => server.outcomesOf(id))],
    },
    lease: { isHeld: left < 0, words: [lease?.fence, lease?.from, left] },
    directory: [
      people.map(({ id }) => ({ ...directory.people.get(id) })),
      invariants.happened.toSorted(),
      directory.audits,
    ],
    now: network.now,
    audited: [...invariants.happenedAt],
    answer: network.answer,
  };
}
