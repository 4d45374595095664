import { writeFile } from "node:fs/promises";
import { deliverCheckpoint } from "../checkpoints/deliver-checkpoint";
import { readCheckpoint } from "../checkpoints/checkpoint";
import { readKeptCheckpoint } from "../checkpoints/kept-checkpoint";
import { StoredTree } from "../checkpoints/stored-tree";
import { takeCheckpoint } from "../checkpoints/take-checkpoint";
import { inTenant } from "../tenant-transaction";
import { type Opened, Refusal } from "./opening";

/** Signs what the history is now, and prints or writes the checkpoint. */
export async function checkpointCommand(opened: Opened): Promise<number> {
  const taken = await take(opened);
  await deliverCheckpoint(await opened.database(), opened.tenant());
  await give(opened, taken.note);
  return 0;
}

/** Prints the latest checkpoint and the hashes that show that it goes on from an earlier one. */
export async function extensionCommand(opened: Opened): Promise<number> {
  const [file, another] = opened.options.since ?? [];
  if (file === undefined || another !== undefined) throw new Refusal("Give one --since FILE.");
  const [database, tenant] = [await opened.database(), opened.tenant()];
  const earlier = readKeptCheckpoint(await opened.read(file), tenant, opened.keys());
  const taken = await take(opened);
  const later = readCheckpoint(taken.note);
  if (later === null || earlier.size > later.size) {
    throw new Refusal("The history is shorter than that checkpoint. Verify the history.");
  }
  const hashes = await inTenant(database, tenant, (transaction) =>
    new StoredTree(transaction, tenant, later.size).extension(earlier.size, later.size),
  );
  opened.say([...hashes.map((hash) => hash.toString("base64")), "", taken.note].join("\n"));
  return 0;
}

async function take(opened: Opened) {
  const taken = await takeCheckpoint(await opened.database(), opened.tenant());
  if (taken !== null) return taken;
  throw new Refusal(
    opened.checkpoints().key === null || opened.checkpoints().host === null
      ? "Nothing is signed: set CHECKPOINT_KEY and GUESTLIST_ORIGIN."
      : "Nothing is recorded for this tenant.",
  );
}

/** Writes a text to the file that was named, or prints it. */
export async function give({ options, say }: Opened, text: string): Promise<void> {
  if (options.to === undefined) {
    say(text.trimEnd());
    return;
  }
  // Never overwrite a checkpoint.
  await writeFile(options.to, text, { flag: "wx" }).catch((cause: unknown) => {
    throw new Refusal(`The file ${options.to} is there already, or cannot be written.`, { cause });
  });
  say(`Written to ${options.to}.`);
}
