import type { Prisma } from "@/prisma/generated/client";
import { hexFromBytes } from "./bytes";
import { fingerprintOf } from "./card";
import type { Database } from "./database";
import { bodyFromDatabase, columnsOf } from "./entry-row";
import { type ChainFault, faultOf, GENESIS, type Link } from "./hash-chain";
import { inTenant } from "./tenant-transaction";

/** How many rows are read at once. */
const PAGE = 1_000;

/** The columns by which the history looks entries up, and what an entry says itself; other spellings are no difference. */
const LOOKUP = ["guestId", "operationId", "planId", "subjectId"] as const;

export type LedgerFault =
  | {
      readonly in: "entry";
      readonly seq: number;
      readonly id: string;
      readonly because: ChainFault;
    }
  /** What is looked up by is not what the entry says. */
  | {
      readonly in: "column";
      readonly seq: number;
      readonly id: string;
      readonly column: (typeof LOOKUP)[number];
    }
  /** A card says something else than its fingerprint, which the chain holds. */
  | { readonly in: "card"; readonly subjectId: string };

export interface VerifiedLedger {
  readonly tenant: string;
  /** How many entries follow on each other from the first one. */
  readonly length: number;
  /** The hash of the last of them. */
  readonly head: string;
  readonly cards: number;
  /** The first thing that does not fit; null where all does. */
  readonly fault: LedgerFault | null;
}

/**
 * Checks one tenant's entries as they are stored, from the first one: that each follows on the one before it, says what
 * its hash covers, and is looked up by what it says; and that each card fits its fingerprint. That the last entries were
 * cut off, or everything was written anew, it cannot see. Throws LedgerError where the database cannot be read.
 */
export async function verifyLedger(of: Database, tenant: string): Promise<VerifiedLedger> {
  const chain = await verifyEntries(of, tenant);
  const cards = await verifyCards(of, tenant);
  return { tenant, ...chain, cards: cards.length, fault: chain.fault ?? cards.fault };
}

type VerifiedEntries = Pick<VerifiedLedger, "length" | "head" | "fault">;

async function verifyEntries(of: Database, tenant: string): Promise<VerifiedEntries> {
  let length = 0;
  let head = GENESIS;
  for (;;) {
    const rows = await inTenant(of, tenant, (transaction) =>
      transaction.entry.findMany({
        where: { tenant, seq: { gt: length } },
        orderBy: { seq: "asc" },
        take: PAGE,
      }),
    );
    for (const row of rows) {
      const fault = faultOfRow(row, tenant, length, head);
      if (fault !== null) return { length, head, fault };
      length = Number(row.seq);
      head = hexFromBytes(row.hash);
    }
    if (rows.length < PAGE) return { length, head, fault: null };
  }
}

function faultOfRow(
  row: Prisma.EntryModel,
  tenant: string,
  length: number,
  head: string,
): LedgerFault | null {
  const { id } = row;
  const seq = Number(row.seq);
  const because = faultOf(linkFrom(row), tenant, length, head);
  if (because !== null) return { in: "entry", seq, id, because };
  const said = columnsOf(bodyFromDatabase(row.body));
  const column = LOOKUP.find((name) => row[name]?.toLowerCase() !== said[name]?.toLowerCase());
  return column === undefined ? null : { in: "column", seq, id, column };
}

function linkFrom(row: Prisma.EntryModel): Link & { readonly hash: string } {
  return {
    ...{ v: row.v, tenant: row.tenant, seq: Number(row.seq), id: row.id, kind: row.kind },
    ...{ recordedAt: row.recordedAt.getTime(), actorId: row.actorId, body: row.body },
    actorCard: hexFromBytes(row.actorCard),
    previous: hexFromBytes(row.previous),
    hash: hexFromBytes(row.hash),
  };
}

async function verifyCards(of: Database, tenant: string) {
  const all = await inTenant(of, tenant, (transaction) =>
    transaction.card.findMany({ where: { tenant } }),
  );
  const changed = all.find(({ subjectId, displayName, mail, fingerprint, salt }) => {
    const card = { subjectId, displayName, mail, salt: hexFromBytes(salt) };
    return fingerprintOf(card) !== hexFromBytes(fingerprint);
  });
  const fault: LedgerFault | null =
    changed === undefined ? null : { in: "card", subjectId: changed.subjectId };
  return { length: all.length, fault };
}
