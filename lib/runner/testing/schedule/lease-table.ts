import { readFileSync } from "node:fs";
import { readTable } from "../read-table";

/** A table of leases, of a server or of a small fixture, for one plan. */
export interface LeaseTable {
  /** Throws where somebody else has it. */
  acquire(session: "first" | "second", renews?: number): Promise<{ readonly fence: number }>;
  release(session: "first" | "second"): Promise<unknown>;
  /** The lease is not renewed for too long. */
  lapse(): Promise<unknown>;
}

/** What docs/states-of-an-operation.md says of each state of a lease: state, who asks, what for, and the answer. */
export function leaseRows(): readonly (readonly string[])[] {
  return readTable(readFileSync("docs/states-of-an-operation.md", "utf8"), "the lease is").rows;
}

/** What a table of leases answers to a row, in the words of the row. */
export async function leaseAnswer(
  leases: LeaseTable,
  [state = "", who = "", how = ""]: readonly string[],
): Promise<string> {
  const before = state === "free" ? 0 : (await leases.acquire("first")).fence;
  if (state === "lapsed" || state === "taken over") await leases.lapse();
  if (state === "given back") await leases.release("first");
  if (state === "taken over") await leases.acquire("second");
  const session = who === "another session" ? "second" : "first";
  try {
    const { fence } = await leases.acquire(session, how === "renew" ? before : undefined);
    if (before === 0) return `number ${fence}`;
    return fence === before
      ? "the same number"
      : `${fence === before + 1 ? "the next number" : fence}`;
  } catch {
    return "refused";
  }
}
