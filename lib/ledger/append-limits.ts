import { counted } from "@/lib/domain/number-text";
import type { NewEntry } from "@/lib/contract/entries";
import type { Instant } from "@/lib/domain/time";
import type { Prisma } from "@/prisma/generated/client";
import type { AppendRequest } from "./append-request";
import { TooManyError } from "./ledger-error";

const HOUR = 3_600_000;
const SECOND = 1_000;

/** How much a reader may record within an hour, since nothing recorded can be removed. */
export interface AppendLimit {
  readonly entries: number;
  readonly bytes: number;
}

/** Of one person: some five thousand answers to the items of reviews, with their outcomes and steps. */
export const PERSON_LIMIT: AppendLimit = { entries: 20_000, bytes: 50_000_000 };
/** Of all people of a tenant who have no more than the least role. */
export const TENANT_LIMIT: AppendLimit = { entries: 200_000, bytes: 500_000_000 };
/** Outcomes may go beyond the limit, up to this many times: their requests were sent already. */
const FOR_OUTCOMES = 3;

interface Count {
  entries: number;
  bytes: number;
}

/** What people of the least role have recorded within the running hour, and what a group of requests adds to it. */
export class AppendLimits {
  readonly #tenant: string;
  readonly #now: Instant;
  readonly #recorded: ReadonlyMap<string, Count>;
  readonly #ofTenant: Count;
  readonly #added = new Map<string, Count>();

  private constructor(tenant: string, now: Instant, recorded: ReadonlyMap<string, Count>) {
    this.#tenant = tenant;
    this.#now = now;
    this.#recorded = recorded;
    this.#ofTenant = sumOf([...recorded.values()]);
  }

  /** Reads what was recorded, where one of the requests is of the least role. */
  static async read(
    transaction: Prisma.TransactionClient,
    tenant: string,
    now: Instant,
    requests: readonly AppendRequest[],
  ): Promise<AppendLimits> {
    if (requests.every(({ mayOperate }) => mayOperate)) {
      return new AppendLimits(tenant, now, new Map());
    }
    const rows = await transaction.appendCount.findMany({ where: { tenant, hour: hourOf(now) } });
    return new AppendLimits(
      tenant,
      now,
      new Map(
        rows.map(({ personId, entries, bytes }) => [personId, { entries, bytes: Number(bytes) }]),
      ),
    );
  }

  /**
   * Refuses a request whose new entries are too much; what was recorded before is only answered again. Throws
   * LedgerError `too-many`, which says when the next hour begins.
   */
  check({ actor, mayOperate }: AppendRequest, entries: readonly NewEntry[]): void {
    if (mayOperate || entries.length === 0) return;
    const factor = entries.every(({ kind }) => kind === "carried-out") ? FOR_OUTCOMES : 1;
    const person = sumOf([
      this.#recorded.get(actor.subjectId) ?? NOTHING,
      this.#added.get(actor.subjectId) ?? NOTHING,
    ]);
    const tenant = sumOf([this.#ofTenant, ...this.#added.values()]);
    const more = { entries: entries.length, bytes: 0 };
    const retryAfter = Math.ceil((hourOf(this.#now).getTime() + HOUR - this.#now) / SECOND);
    if (isBeyond(sumOf([person, more]), PERSON_LIMIT, factor)) {
      throw tooMany("You have reached the hourly limit for one person.", retryAfter);
    }
    if (isBeyond(sumOf([tenant, more]), TENANT_LIMIT, factor)) {
      throw tooMany("All reviewers together have reached the hourly limit.", retryAfter);
    }
  }

  /** Counts what a request has added. */
  count({ actor, mayOperate }: AppendRequest, added: Count): void {
    if (mayOperate || added.entries === 0) return;
    const before = this.#added.get(actor.subjectId) ?? NOTHING;
    this.#added.set(actor.subjectId, sumOf([before, added]));
  }

  /** Writes what was counted, in the transaction that writes the entries; forgets the counts of yesterday. */
  async save(transaction: Prisma.TransactionClient): Promise<void> {
    if (this.#added.size === 0) return;
    const hour = hourOf(this.#now);
    for (const [personId, { entries, bytes }] of this.#added) {
      await transaction.appendCount.upsert({
        where: { tenant_hour_personId: { tenant: this.#tenant, hour, personId } },
        create: { tenant: this.#tenant, hour, personId, entries, bytes: BigInt(bytes) },
        update: { entries: { increment: entries }, bytes: { increment: BigInt(bytes) } },
      });
    }
    const old = new Date(hour.getTime() - 24 * HOUR);
    await transaction.appendCount.deleteMany({
      where: { tenant: this.#tenant, hour: { lt: old } },
    });
  }
}

function tooMany(what: string, retryAfter: number): TooManyError {
  const minutes = Math.ceil(retryAfter / 60);
  return new TooManyError(
    `${what} Nothing of this was recorded. It can go on in ${counted(minutes, "minute")}.`,
    retryAfter,
  );
}

const NOTHING: Count = { entries: 0, bytes: 0 };

function sumOf(counts: readonly Count[]): Count {
  return {
    entries: counts.reduce((sum, { entries }) => sum + entries, 0),
    bytes: counts.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function isBeyond(count: Count, limit: AppendLimit, factor: number): boolean {
  return count.entries > limit.entries * factor || count.bytes > limit.bytes * factor;
}

function hourOf(now: Instant): Date {
  return new Date(Math.floor(now / HOUR) * HOUR);
}
