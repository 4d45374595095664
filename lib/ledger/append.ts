import "server-only";
import type { EntriesAnswer, EntriesRequest, NewEntry } from "@/lib/contract/entries";
import type { AppRole } from "@/lib/domain/app-roles";
import { noticeForCheckpoint } from "./checkpoints/checkpoint-schedule";
import { type Caller, hasRole, requireRole } from "./caller";
import { database, type Database } from "./database";
import { LedgerError } from "./ledger-error";
import { writeGroup, type Written } from "./write-group";
import type { AppendRequest } from "./append-request";
import type { Receipt } from "./chain-state";

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

/** Most entries of one transaction, unless a single request brings more. */
const GROUP_ENTRIES = 1_000;
/** With more waiting entries than this, the tenant gets 429. */
const WAITING_ENTRIES = 20_000;

interface Waiting {
  readonly request: AppendRequest;
  readonly resolve: (receipts: readonly Receipt[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Group commit: requests that arrive during one transaction are written together by the next. */
class AppendQueue {
  readonly #write: (group: readonly AppendRequest[]) => Promise<readonly Written[]>;
  #waiting: Waiting[] = [];
  #draining = false;

  constructor(write: (group: readonly AppendRequest[]) => Promise<readonly Written[]>) {
    this.#write = write;
  }

  /** Resolves when the request is durable, or refused. */
  add(request: AppendRequest): Promise<readonly Receipt[]> {
    if (this.#entriesWaiting() + request.entries.length > WAITING_ENTRIES) {
      return Promise.reject(
        new LedgerError("unavailable", "The server is busy recording other requests."),
      );
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      if (!this.#draining) void this.#drain();
    });
  }

  #entriesWaiting(): number {
    return this.#waiting.reduce((sum, { request }) => sum + request.entries.length, 0);
  }

  async #drain(): Promise<void> {
    this.#draining = true;
    while (this.#waiting.length > 0) await this.#resolve(this.#nextGroup());
    this.#draining = false;
  }

  #nextGroup(): readonly Waiting[] {
    let size = 0;
    const end = this.#waiting.findIndex(({ request }) => {
      size += request.entries.length;
      return size > GROUP_ENTRIES;
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : Math.max(end, 1));
  }

  async #resolve(group: readonly Waiting[]): Promise<void> {
    try {
      const written = await this.#write(group.map(({ request }) => request));
      for (const [index, { resolve, reject }] of group.entries()) {
        const one = written[index];
        if (one === undefined || one instanceof LedgerError) reject(one);
        else resolve(one);
      }
    } catch (error) {
      // A request that the database cannot store must not make the others fail.
      if (group.length > 1) for (const one of group) await this.#resolve([one]);
      else for (const { reject } of group) reject(error);
    }
  }
}
