import type { FakeTenant } from "../fake-tenant";
import type { Executor, ExecutorPart } from "./executor";
import type { Invariants } from "./invariants";
import { operationIn, type PlannedOperations } from "./planned-operations";
import type { Meddling } from "./meddling";
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
  readonly ledger: {
    readonly recordedBy: string | null;
    readonly words: unknown;
    /** Milliseconds since each operation was recorded. */
    readonly ages: readonly number[];
  };
  readonly lease: {
    readonly words: unknown;
    readonly leftMilliseconds: number;
    /** Milliseconds since a run may have sent, by the lease that is held or was held last, and by those before. */
    readonly sentAgo: readonly (number | null)[];
  };
  readonly directory: {
    readonly counts: Readonly<Record<Meddling["to"], number>>;
    readonly words: unknown;
    /** When what is in it came about. */
    readonly times: readonly unknown[];
  };
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
  readonly tenant: FakeTenant;
  readonly invariants: Invariants;
  readonly setting: { readonly plan: PlannedOperations };
}

export function partsOf(whole: Whole, odds: Odds, recovery: Recovery | null): SmallParts {
  const { first, second, server, tenant, invariants, network } = whole;
  const { planId, operations } = whole.setting.plan;
  const ago = (at: number) => network.now - at;
  const entries = server.entries.filter(({ entry }) => operationIn(entry) !== null);
  const lease = server.leases.get(planId);
  return {
    A: first.part(),
    B: second.part(),
    odds,
    excuse: { ...invariants.excuse },
    recovery,
    ledger: {
      recordedBy: server.entries[0]?.from ?? null,
      words: [
        entries.map(({ entry }) => entry.id),
        operations.map(({ id }) => server.outcomesOf(id)),
      ],
      ages: entries.map(({ at }) => ago(at)),
    },
    lease: {
      words: [lease?.fence, lease?.from, lease?.runs],
      leftMilliseconds: Math.max(0, -ago(lease?.expiresAt ?? 0)),
      sentAgo: [
        lease?.runs === true ? ago(lease.expiresAt) : null,
        lease?.sentUntil == null ? null : ago(lease.sentUntil),
      ],
    },
    directory: {
      counts: countsIn(tenant),
      words: [...stored(tenant), invariants.happened.toSorted()],
      times: timesIn(tenant, network.now),
    },
    now: network.now,
    audited: [...invariants.happenedAt],
    answer: network.answer,
  };
}

function countsIn({ directory, reviews }: FakeTenant): SmallParts["directory"]["counts"] {
  return {
    account: directory.people.size,
    group: reviews.groups.size,
    review: reviews.reviews.size,
  };
}

function stored({ directory, reviews }: FakeTenant): readonly unknown[] {
  return [
    [...directory.people.values()].map((person) => ({ ...person })),
    [...reviews.groups.values()].map(({ id, members }) => [id, ...members]),
    [...reviews.reviews.values()].map(({ id, body }) => [id, body.descriptionForAdmins ?? ""]),
  ];
}

/** Of a review also how long lists do not show it yet. */
function timesIn({ directory, reviews }: FakeTenant, now: number): readonly unknown[] {
  const { lagMilliseconds } = reviews;
  const created = [...reviews.reviews.values()].map(({ createdAt }) => [
    ...[createdAt, Math.max(0, createdAt + lagMilliseconds - now)],
  ]);
  return [created, directory.audits];
}

/**
 * All that decides how it ends, once a long time has passed: lists show everything then, no lease lives, and every
 * operation is old. What somebody did in the portal before the operations were recorded is none of their business.
 */
export function endingOf({ A, B, excuse, recovery, ledger, lease, directory, now }: SmallParts) {
  const [, audits] = directory.times as [unknown, readonly { activityDateTime: string }[]];
  const recordedAt = now - (ledger.ages[0] ?? 0);
  const before = audits.map(({ activityDateTime }) =>
    Math.min(0, Date.parse(activityDateTime) - recordedAt),
  );
  return [
    A,
    B,
    excuse,
    recovery,
    ledger.words,
    lease.words,
    directory.words,
    audits.length,
    before,
  ];
}
