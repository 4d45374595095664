import type { SmallTenant } from "../small-tenant";
import type { Executor, ExecutorPart } from "./executor";
import type { Invariants } from "./invariants";
import { operationIn } from "./planned-operations";
import type { Meddling } from "./meddling";
import type { Network } from "./network";
import type { Recovery } from "./recovery";
import type { Server } from "./server";
import type { Setting } from "./setting";

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
  readonly directory: {
    readonly counts: Readonly<Record<Meddling["to"], number>>;
    readonly words: unknown;
  };
  readonly now: number;
  /** When the directory did what, as Entra's audit log shows it. */
  readonly acts: readonly string[];
  /** The last one of a call that arrived. */
  readonly answer: unknown;
}

interface Whole {
  readonly network: Pick<Network, "now" | "answer">;
  readonly first: Executor;
  readonly second: Executor;
  readonly server: Server;
  readonly tenant: SmallTenant;
  readonly invariants: Invariants;
  readonly setting: Pick<Setting, "plan">;
}

export function partsOf(whole: Whole, odds: Odds, recovery: Recovery | null): SmallParts {
  const { first, second, server, tenant, invariants, network } = whole;
  const { planId, operations } = whole.setting.plan;
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
    directory: {
      counts: countsIn(tenant),
      words: [...stored(tenant, network.now), invariants.happened.toSorted()],
    },
    now: network.now,
    acts: [...invariants.happenedAt],
    answer: network.answer,
  };
}

function countsIn({ directory, reviews }: SmallTenant): SmallParts["directory"]["counts"] {
  return {
    account: directory.people.size,
    group: reviews.groups.size,
    review: reviews.reviews.size,
  };
}

/** All that a tenant has and shows; of a review also how long lists do not show it yet. */
function stored({ directory, reviews }: SmallTenant, now: number): readonly unknown[] {
  const { lagMilliseconds } = reviews;
  return [
    [...directory.people.values()].map((person) => ({ ...person })),
    [...reviews.groups.values()].map(({ id, members }) => [id, ...members]),
    [...reviews.reviews.values()].map(({ id, createdAt, body }) => [
      ...[id, createdAt, Math.max(0, createdAt + lagMilliseconds - now)],
      body.descriptionForAdmins ?? "",
    ]),
    directory.audits,
  ];
}
