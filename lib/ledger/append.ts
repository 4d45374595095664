import "server-only";
import type { EntriesAnswer, EntriesRequest, NewEntry } from "@/lib/contract/entries";
import type { AppRole } from "@/lib/domain/app-roles";
import { AppendQueue } from "./append-queue";
import { noticeForCheckpoint } from "./checkpoints/checkpoint-schedule";
import { hasRole, requireRole, type Caller } from "./caller";
import { database, type Database } from "./database";
import { LedgerError } from "./ledger-error";
import { writeGroup } from "./write-group";

/** The least role; what a reader's operations and outcomes may be is known only beside the chain. */
const ROLE_TO_APPEND: Readonly<Record<NewEntry["kind"], AppRole>> = {
  planned: "Governance.Reader",
  bound: "Governance.Operator",
  "carried-out": "Governance.Reader",
  "review-result": "Governance.Operator",
  "template-saved": "Governance.Operator",
  "policy-set": "Governance.Administrator",
};

const queues = new WeakMap<Database, Map<string, AppendQueue>>();

/**
 * Adds all entries of a request to the caller's tenant's chain, or none. It is durable when this resolves. An
 * entry that was recorded before, word for word and by the same person, is answered with its first receipt.
 */
export async function append(
  request: EntriesRequest,
  caller: Caller,
  into?: Database,
): Promise<EntriesAnswer> {
  for (const [index, { kind }] of request.entries.entries()) {
    requireRole(caller, ROLE_TO_APPEND[kind], `entries[${index}].kind`);
  }
  const queue = queueOf(into ?? (await database()), caller.tenantId);
  const actor = { subjectId: caller.userId, displayName: caller.name, mail: caller.username };
  const mayOperate = hasRole(caller, "Governance.Operator");
  return { receipts: [...(await queue.add({ actor, mayOperate, ...request }))] };
}

function queueOf(into: Database, tenant: string): AppendQueue {
  const ofDatabase = queues.get(into) ?? new Map<string, AppendQueue>();
  queues.set(into, ofDatabase);
  const queue =
    ofDatabase.get(tenant) ??
    new AppendQueue(async (requests) => {
      const written = await writeGroup(into, tenant, requests);
      const last = written
        .flatMap((one) => (one instanceof LedgerError ? [] : one))
        .findLast(({ repeated }) => !repeated);
      if (last !== undefined) noticeForCheckpoint(into, tenant, last.seq);
      return written;
    });
  ofDatabase.set(tenant, queue);
  return queue;
}
