import type { NewEntry } from "@/lib/contract/entries";
import { contentOfNew } from "./entry-content";
import { LedgerError } from "./ledger-error";
import { type Facts, FactsWith } from "./recorded-facts";
import { refuseContradictory } from "./refuse-contradictory";
import { refuseUnentitled } from "./refuse-unentitled";
import { refuseUnfounded } from "./refuse-unfounded";
import { refuseStaleWhole } from "./refuse-unfounded-outcome";

interface Judging {
  readonly actorId: string;
  /** Without it, a person may only answer the items of reviews. */
  readonly mayOperate: boolean;
  readonly tenant: string;
  /** The entries on the chain that have an id of the request's: what they say, and who said it. */
  readonly known: ReadonlyMap<string, { readonly content: string; readonly actorId: string }>;
  readonly facts: Facts;
}

/**
 * Refuses a request in which any entry is not this person's to record, contradicts itself, or cannot be true of the
 * chain with the entries before it. One that is recorded already, word for word and by the same person, is no fault.
 * Throws LedgerError, which names the entry.
 */
export function judgeRequest(
  entries: readonly NewEntry[],
  { actorId, mayOperate, tenant, known, facts: before }: Judging,
): void {
  const own = new Map<string, string>();
  const facts = new FactsWith(before);
  for (const [index, entry] of entries.entries()) {
    const field = `entries[${index}]`;
    if (!mayOperate) refuseUnentitled(entry, field, actorId, facts);
    const content = contentOfNew(entry);
    const recorded = known.get(entry.id);
    const same = recorded === undefined ? own.get(entry.id) : recorded.content;
    if (same !== undefined) {
      const isTheirs = recorded === undefined || recorded.actorId === actorId;
      if (same === content && isTheirs) continue;
      throw new LedgerError("conflict", "Another entry has this id.", `${field}.id`);
    }
    refuseUnfounded(entry, field, actorId, facts);
    refuseContradictory(entry, field, tenant);
    own.set(entry.id, content);
    facts.add(entry, actorId);
  }
  for (const [index, entry] of entries.entries()) {
    // What was recorded before may be out of date by now.
    if (own.has(entry.id)) refuseStaleWhole(entry, `entries[${index}]`, facts);
  }
}
