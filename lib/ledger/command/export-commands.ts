import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { publicKeyOf } from "../checkpoints/known-keys";
import { checkProof, proveEntry } from "../checkpoints/proofs";
import { isGuid } from "@/lib/domain/guid";
import { takeCheckpoint } from "../checkpoints/take-checkpoint";
import { exportLedger } from "../export/export-ledger";
import { give } from "./checkpoint-command";
import { type Opened, Refusal } from "./opening";

/** Prints the public key of the checkpoints. */
export async function keyCommand(opened: Opened): Promise<number> {
  const key = publicKeyOf(opened.checkpoints(), opened.tenant());
  if (key === null)
    throw new Refusal("Nothing is signed: set CHECKPOINT_KEY and GUESTLIST_ORIGIN.");
  opened.say(key);
  return Promise.resolve(0);
}

/** Writes the whole history to a file. */
export async function exportCommand(opened: Opened): Promise<number> {
  const { to } = opened.options;
  if (to === undefined) throw new Refusal("Name the file: --to FILE.");
  const lines = exportLedger(await opened.database(), opened.tenant());
  const file = createWriteStream(to, { flags: "wx" });
  try {
    await pipeline(Readable.from(lines), file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) {
      await rm(to, { force: true });
      throw error;
    }
    throw new Refusal(`The file ${to} is there already.`, { cause: error });
  }
  opened.say(`Written to ${to}.`);
  return 0;
}

/** Writes what shows an outsider that one entry is in the history. */
export async function proveCommand(opened: Opened): Promise<number> {
  const [entryId = ""] = opened.words;
  if (!isGuid(entryId)) throw new Refusal("An entry's id is a GUID.");
  const [database, tenant] = [await opened.database(), opened.tenant()];
  await takeCheckpoint(database, tenant);
  await give(opened, await proveEntry(database, tenant, entryId.toLowerCase()));
  return 0;
}

/** Says what a proof shows. */
export async function checkProofCommand(opened: Opened): Promise<number> {
  const [file = ""] = opened.words;
  const keys = opened.keys();
  if (keys.length === 0) {
    throw new Refusal("Give the public key of the history's checkpoints: --key PUBLIC-KEY.");
  }
  const proven = checkProof(await opened.read(file), keys);
  if (proven === null) {
    opened.say("It proves nothing: it was edited, or is not signed by that key.");
    return 1;
  }
  const { entry, checkpoint } = proven;
  opened.say(
    `Entry ${entry.seq} (${entry.id}) of ${checkpoint.origin} was recorded at ${entry.recordedAt} by ${entry.actorId}:\n${JSON.stringify(entry.body, null, 2)}`,
  );
  return 0;
}
