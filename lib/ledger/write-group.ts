import type { NewEntry } from "@/lib/contract/entries";
import type { Prisma } from "@/prisma/generated/client";
import type { AppendRequest } from "./append-request";
import { bytesFromHex } from "./bytes";
import { ChainDraft, type DraftedEntry } from "./chain-draft";
import { readChainState, type Receipt, type Touched } from "./chain-state";
import type { Database } from "./database";
import { LedgerError } from "./ledger-error";
import { recordingTime } from "./recording-time";
import { inTenant } from "./tenant-transaction";

export type Written = readonly Receipt[] | LedgerError;

/**
 * Adds requests of one tenant to its chain in one transaction, in their order. One that is refused leaves the
 * others alone; when the transaction fails, nothing of any is written.
 */
export function writeGroup(
  into: Database,
  tenant: string,
  requests: readonly AppendRequest[],
): Promise<readonly Written[]> {
  return inTenant(into, tenant, async (transaction) => {
    // One writer a tenant, in whichever process: the head that was read stays the head.
    const [clock] = await transaction.$queryRaw<readonly { readonly now: Date }[]>`
      SELECT pg_advisory_xact_lock(hashtextextended(${tenant}, 72))::text, clock_timestamp() AS now`;
    const state = await readChainState(transaction, tenant, touchedBy(requests));
    const server = Date.now();
    const database = clock?.now.getTime() ?? server;
    const now = recordingTime({ database, server, head: state.head.recordedAt });
    const draft = new ChainDraft(tenant, state, now);
    const written = requests.map((request) => draftOne(draft, request));
    if (draft.cards.length > 0) {
      await transaction.card.createMany({
        data: draft.cards.map(({ salt, fingerprint, ...person }) => ({
          ...person,
          tenant,
          salt: bytesFromHex(salt),
          fingerprint: bytesFromHex(fingerprint),
        })),
      });
    }
    if (draft.entries.length > 0) {
      await transaction.entry.createMany({ data: draft.entries.map(rowOf) });
    }
    return written;
  });
}

function draftOne(draft: ChainDraft, request: AppendRequest): Written {
  try {
    return draft.add(request);
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
}

function touchedBy(requests: readonly AppendRequest[]): Touched {
  const entries = requests.flatMap((request) => request.entries);
  const people = requests.flatMap(({ actor, cards }) => [actor, ...cards]);
  return {
    entryIds: unique(entries.map(({ id }) => id)),
    operationIds: unique(entries.flatMap(operationsNamedBy)),
    undoneIds: unique(
      entries.flatMap((entry) =>
        entry.kind === "planned" && entry.operation.undoes !== null ? [entry.operation.undoes] : [],
      ),
    ),
    planIds: unique(entries.flatMap(plansNamedBy)),
    resultIds: unique(
      entries.flatMap((entry) =>
        entry.kind === "review-result" && entry.corrects !== undefined ? [entry.corrects] : [],
      ),
    ),
    policy: entries.some(({ kind }) => kind === "policy-set"),
    subjectIds: unique(people.map(({ subjectId }) => subjectId)),
  };
}

function operationsNamedBy(entry: NewEntry): readonly string[] {
  switch (entry.kind) {
    case "planned": {
      const { id, undoes } = entry.operation;
      return undoes === null ? [id] : [id, undoes];
    }
    case "bound":
    case "carried-out":
      return [entry.operationId];
    case "review-result":
    case "policy-set":
    case "template-saved":
      return [];
  }
}

function plansNamedBy(entry: NewEntry): readonly string[] {
  return entry.kind === "planned" ? [entry.operation.planId] : [];
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

function rowOf(entry: DraftedEntry): Prisma.EntryCreateManyInput {
  return {
    ...entry,
    seq: BigInt(entry.seq),
    recordedAt: new Date(entry.recordedAt),
    actorCard: bytesFromHex(entry.actorCard),
    body: entry.body as Prisma.InputJsonValue,
    previous: bytesFromHex(entry.previous),
    hash: bytesFromHex(entry.hash),
  };
}
