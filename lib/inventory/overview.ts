import { STANDING_KINDS } from "@/lib/domain/standing";
import { daysBetween, type Days } from "@/lib/domain/time";
import type { GuestColumns } from "./columns";
import type { Bar, Overview } from "./inventory";
import { counted } from "./facet-tally";
import type { Judged } from "./judged";
import type { NamedSets } from "./named-sets";

const IDLE_FROM: readonly Days[] = [0, 7, 30, 60, 90, 180, 365, 730];
const PENDING_FROM: readonly Days[] = [0, 7, 30, 90, 180, 365];
const MOST_PARTNERS = 50;

const STALE = STANDING_KINDS.indexOf("stale");
const NEVER = STANDING_KINDS.indexOf("never-signed-in");
const PENDING = STANDING_KINDS.indexOf("pending");

/** The list in numbers: standings, days since the last sign-in, days pending, and partners. */
export function overviewOf(
  columns: GuestColumns,
  judged: Judged,
  sets: NamedSets,
  version: number,
): Overview {
  const standings = new Uint32Array(STANDING_KINDS.length);
  const idle = new Histogram(IDLE_FROM);
  const pendingAge = new Histogram(PENDING_FROM);
  const partners = columns.partners.words().map((partner) => ({ partner, guests: 0, stale: 0 }));
  let externalMembers = 0;
  let withoutSponsor = 0;
  let overdue = 0;
  for (let row = 0; row < columns.rows; row += 1) {
    if (columns.gone[row] === 1) continue;
    const kind = judged.kinds[row] ?? 0;
    standings[kind] = (standings[kind] ?? 0) + 1;
    externalMembers += columns.members[row] ?? 0;
    withoutSponsor += 1 - (columns.sponsored[row] ?? 0);
    overdue += judged.overdue[row] ?? 0;
    idle.add(daysBetween(columns.seenAt[row] ?? NaN, judged.today));
    if (kind === PENDING) pendingAge.add(daysBetween(columns.waitingSince(row), judged.today));
    const partner = partners[columns.partner[row] ?? 0];
    if (partner === undefined) continue;
    partner.guests += 1;
    if (kind === STALE || kind === NEVER) partner.stale += 1;
  }
  return {
    version,
    guests: columns.present - externalMembers,
    externalMembers,
    withoutSponsor,
    overdue,
    sets: sets.counts(columns),
    standings: counted(STANDING_KINDS, standings),
    idle: idle.bars(),
    pendingAge: pendingAge.bars(),
    partners: partners
      .filter(({ guests, partner }) => guests > 0 && partner !== "")
      .sort((a, b) => b.guests - a.guests || (a.partner < b.partner ? -1 : 1))
      .slice(0, MOST_PARTNERS),
  };
}

/** Counts days in bars; what has no date is in none. */
class Histogram {
  readonly #counts: number[];

  constructor(private readonly from: readonly Days[]) {
    this.#counts = from.map(() => 0);
  }

  add(days: Days): void {
    if (Number.isNaN(days)) return;
    const whole = Math.max(0, Math.floor(days));
    const at = this.from.findLastIndex((least) => whole >= least);
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
  }

  bars(): readonly Bar[] {
    return this.from.map((fromDays, at) => {
      const toDays = this.from[at + 1] ?? null;
      return { fromDays, toDays, count: this.#counts[at] ?? 0 };
    });
  }
}
