import { hashOf } from "../hash-chain";
import type { StoredEntry } from "../stored-entry";
import type { EntryFault, LedgerFault } from "./ledger-fault";
import type { ChainBreak } from "./ledger-verifier";

/** How many characters are hashed at most to find where an entry was moved from. */
const MOST_HASHED = 50_000_000;
/** How far from its place an entry is looked for that was moved. */
const MOST_MOVED = 10_000;

/** Says why the chain breaks at an entry, by what the other entries are. */
export async function nameBreak(
  { entry, length, head }: ChainBreak,
  tenant: string,
  all: AsyncIterable<StoredEntry>,
): Promise<LedgerFault> {
  const { seq, id } = entry;
  const fault = (because: EntryFault): LedgerFault => ({ in: "entry", seq, id, because });
  if (entry.tenant !== tenant) return fault("other-tenant");
  const isItself = isConsistent(entry);
  const follows = entry.previous === head;
  if (seq === length + 1 && follows) return fault("edited");
  if (seq === length + 1 && !isItself) return fault(wasMoved(entry) ? "reordered" : "foreign");
  if (seq === length + 1) return fault("replaced");
  if (!isItself) return fault(wasMoved(entry) ? "reordered" : "edited");
  if (seq <= length) {
    const known = await find(all, (other) => other.seq === seq);
    return fault(known?.hash === entry.hash ? "reordered" : "forked");
  }
  const expected = await find(all, (other) => other.seq === length + 1 && other.previous === head);
  return fault(expected === null ? "missing" : "reordered");
}

function isConsistent(entry: StoredEntry): boolean {
  try {
    return hashOf(entry) === entry.hash;
  } catch {
    return false;
  }
}

/** About how many characters are hashed of a body; infinitely many where it is nested too deep to be written. */
function sizeOf(body: unknown): number {
  try {
    return 1 + JSON.stringify(body).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Whether an entry says what its hash covers once it stands at another place. */
function wasMoved(entry: StoredEntry): boolean {
  // Each place costs a hash of the whole entry: of a large one fewer are tried.
  const most = Math.min(MOST_MOVED, Math.floor(MOST_HASHED / sizeOf(entry.body)));
  for (let distance = 1; distance <= most; distance += 1) {
    for (const seq of [entry.seq - distance, entry.seq + distance]) {
      if (Number.isSafeInteger(seq) && isConsistent({ ...entry, seq })) return true;
    }
  }
  return false;
}

async function find(
  all: AsyncIterable<StoredEntry>,
  matches: (entry: StoredEntry) => boolean,
): Promise<StoredEntry | null> {
  for await (const entry of all) if (matches(entry)) return entry;
  return null;
}
