import type { NewEntry } from "@/lib/contract/entries";
import type { Instant } from "@/lib/domain/time";
import type { Prisma } from "@/prisma/generated/client";
import { AppendLimits } from "./append-limits";
import type { AppendRequest } from "./append-request";
import { bytesFromHex } from "./hash-chain";
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
    const clock = await lockChain(transaction, tenant);
    const state = await readChainState(transaction, tenant, touchedBy(requests));
    const now = recordingTime({ ...clock, head: state.head.recordedAt });
    const limits = await AppendLimits.read(transaction, tenant, now, requests);
    const draft = new ChainDraft(tenant, state, now);
    const written = requests.map((request) => draftOne(draft, limits, request));
    await insertDraft(transaction, tenant, draft);
    await updateOperationState(transaction, tenant, draft.entries.flatMap(operationsOf));
    await limits.save(transaction);
    return written;
  });
}

/**
 * Waits until no other writer of the tenant is left, in whichever process: the head that is read from here on stays the
 * head. Gives what time it is then.
 */
export async function lockChain(
  transaction: Prisma.TransactionClient,
  tenant: string,
): Promise<{ readonly database: Instant; readonly server: Instant }> {
  const [clock] = await transaction.$queryRaw<readonly { readonly now: Date }[]>`
    SELECT pg_advisory_xact_lock(hashtextextended(${tenant}, 72))::text, clock_timestamp() AS now`;
  const server = Date.now();
  return { database: clock?.now.getTime() ?? server, server };
}

/** Writes what a draft adds: links, and the cards and texts that they refer to. */
export async function insertDraft(
  transaction: Prisma.TransactionClient,
  tenant: string,
  { cards, texts, entries }: Pick<ChainDraft, "cards" | "texts" | "entries">,
): Promise<void> {
  if (cards.length > 0) {
    await transaction.card.createMany({ data: cards.map((card) => inBytes(tenant, card)) });
  }
  if (texts.length > 0) {
    await transaction.erasableText.createMany({
      data: texts.map((text) => inBytes(tenant, text)),
    });
  }
  if (entries.length > 0) await transaction.entry.createMany({ data: entries.map(rowOf) });
}

function inBytes<Salted extends { readonly salt: string; readonly fingerprint: string }>(
  tenant: string,
  { salt, fingerprint, ...rest }: Salted,
) {
  return { ...rest, tenant, salt: bytesFromHex(salt), fingerprint: bytesFromHex(fingerprint) };
}

function operationsOf({ kind, operationId }: DraftedEntry): readonly string[] {
  return operationId !== null && kind !== "bound" ? [operationId] : [];
}

/** Brings what is looked up of these operations to what the entries say. */
async function updateOperationState(
  transaction: Prisma.TransactionClient,
  tenant: string,
  operationIds: readonly string[],
): Promise<void> {
  if (operationIds.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO operation_state
    SELECT * FROM operation_state_from_entries
    WHERE tenant = ${tenant}::uuid AND operation_id = ANY(${unique(operationIds)}::uuid[])
    ON CONFLICT (tenant, operation_id) DO UPDATE
    SET result = EXCLUDED.result, unresolved = EXCLUDED.unresolved`;
}

function draftOne(draft: ChainDraft, limits: AppendLimits, request: AppendRequest): Written {
  const [before, cards, texts] = [draft.entries.length, draft.cards.length, draft.texts.length];
  try {
    limits.check(
      request,
      request.entries.filter(({ id }) => !draft.has(id)),
    );
    const receipts = draft.add(request);
    const added = draft.entries.slice(before);
    const written = [
      ...added.map(({ body }) => body),
      ...draft.cards.slice(cards),
      ...draft.texts.slice(texts),
    ];
    const bytes = written.reduce(
      (sum: number, each) => sum + Buffer.byteLength(JSON.stringify(each)),
      0,
    );
    limits.count(request, { entries: added.length, bytes });
    return receipts;
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
