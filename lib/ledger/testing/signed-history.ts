import { randomUUID } from "node:crypto";
import { entriesRequest } from "@/lib/contract/entries";
import type { CheckpointSettings } from "@/lib/config/settings";
import { append } from "@/lib/ledger/append";
import { type Checkpoint, readCheckpoint } from "@/lib/ledger/checkpoints/checkpoint";
import { knownKeys } from "@/lib/ledger/checkpoints/known-keys";
import { takeCheckpoint } from "@/lib/ledger/checkpoints/take-checkpoint";
import type { Database } from "@/lib/ledger/database";
import { erasePerson } from "@/lib/ledger/erase-person";
import { exportLedger } from "@/lib/ledger/export/export-ledger";
import { bytesOfText, verifyExport } from "@/lib/ledger/verify/verify-export";
import { cardOf, carriedOut, planned, policySet, reviewResult, somebody } from "./requests";

/** A tenant with entries of every kind, people, a reviewer's text, and three checkpoints. */
export async function signedHistory(database: Database, settings: CheckpointSettings) {
  const caller = somebody();
  const { tenantId: tenant } = caller;
  const block = planned();
  const [gone, makesGroup] = [planned(), planned("create-group")];
  const result = reviewResult({ justification: "Has left Partner", reviewedBy: randomUUID() });
  const record = (entries: readonly unknown[], cards: readonly unknown[] = []) =>
    append(entriesRequest.parse({ entries, cards }), caller, database);
  const sign = async (): Promise<string> => {
    const taken = await takeCheckpoint(database, tenant);
    if (taken === null) throw new Error("Nothing was signed.");
    return taken.note;
  };
  await record([block, carriedOut(block), policySet(), result], [cardOf(block, "Ada of Partner")]);
  const notes = [await sign()];
  await record([gone, makesGroup], [cardOf(gone, "Ben of Partner")]);
  await erasePerson(
    database,
    { id: randomUUID(), personId: gone.operation.guestId ?? "", reason: "He asked for it" },
    {
      tenant,
      actor: { subjectId: caller.userId, displayName: caller.name, mail: caller.username },
      through: "page",
    },
  );
  notes.push(await sign());
  await record([carriedOut(makesGroup), planned(), planned()]);
  notes.push(await sign());
  const trusted = { keys: knownKeys(settings), keptCheckpoints: [] as Checkpoint[] };
  return { caller, tenant, block, result, notes, record, sign, trusted };
}

/** The checkpoint that a note is. */
export function checkpointOf(note: string | undefined): Checkpoint {
  const read = readCheckpoint(note ?? "");
  if (read === null) throw new TypeError("This is no checkpoint.");
  return read;
}

/** The lines of a tenant's export. */
export async function exportLines(database: Database, tenant: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportLedger(database, tenant)) lines.push(line);
  return lines;
}

/** Checks an export that is a text. */
export function verifyText(
  text: string,
  {
    keys,
    keptCheckpoints,
  }: { readonly keys: readonly Buffer[]; readonly keptCheckpoints: readonly Checkpoint[] },
) {
  return verifyExport(bytesOfText(text), { keys, keptCheckpoints }, null);
}
