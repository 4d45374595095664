import { existsSync } from "node:fs";
import { isGuid } from "@/lib/domain/guid";
import { type Checkpoint, isOriginOf, readCheckpoint } from "../checkpoints/checkpoint";
import { newestInFolder } from "../checkpoints/checkpoint-folder";
import { readKeptCheckpoint } from "../checkpoints/kept-checkpoint";
import { faultSentence } from "../verify/ledger-fault";
import type { VerifiedLedger } from "../verify/ledger-verifier";
import { bytesOfFile, verifyExport } from "../verify/verify-export";
import { verifyLedger } from "../verify/verify-ledger";
import { type Opened, Refusal } from "./opening";

/** Checks a history in the database, or in an exported file alone. */
export async function verifyCommand(opened: Opened): Promise<number> {
  const { options, say } = opened;
  const verified =
    options.export === undefined
      ? await verifyDatabase(opened)
      : await verifyFile(opened, options.export);
  say(verdict(verified));
  return verified.fault === null ? 0 : 1;
}

async function verifyDatabase(opened: Opened) {
  const tenant = opened.tenant();
  const keys = opened.keys();
  const references = await keptCheckpoints(opened, tenant, keys);
  const { folder } = opened.checkpoints();
  const newest = folder === null ? null : await newestInFolder(folder, tenant);
  if (newest !== null) references.push(readKeptCheckpoint(newest.note, tenant, keys));
  return verifyLedger(await opened.database(), tenant, { keys, references });
}

async function verifyFile(opened: Opened, file: string) {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`);
  const tenantId = opened.options.tenant?.toLowerCase() ?? null;
  const keys = opened.keys();
  // Of which tenant the file is, its first line says; the checkpoints have to be of the same.
  const references = await Promise.all(
    (opened.options.since ?? []).map(async (each) => {
      const text = await opened.read(each);
      const tenant = readCheckpoint(text)?.origin.split("/").at(-1) ?? "";
      return readKeptCheckpoint(text, isGuid(tenant) ? tenant : (tenantId ?? ""), keys);
    }),
  );
  const verified = await verifyExport(bytesOfFile(file), { keys, references }, tenantId);
  const other = references.find(({ origin }) => !isOriginOf(origin, verified.tenant));
  if (other !== undefined) {
    throw new Refusal(`${other.origin} is a checkpoint of another history than the file.`);
  }
  return verified;
}

function keptCheckpoints(
  { options, read }: Opened,
  tenant: string,
  keys: readonly Buffer[],
): Promise<Checkpoint[]> {
  const files = options.since ?? [];
  return Promise.all(files.map(async (file) => readKeptCheckpoint(await read(file), tenant, keys)));
}

/** What was checked, and what that means. */
export function verdict(verified: VerifiedLedger & { readonly keyFromFile?: boolean }): string {
  const { tenant, length, head, cards, texts, fault } = verified;
  if (fault !== null) return `Tenant ${tenant}: not whole. ${faultSentence(fault)}`;
  return [
    `Tenant ${tenant}: ${counted(length, "entry", "entries")}, ${counted(cards, "card", "cards")} and ${counted(texts, "text", "texts")} fit together. Last hash: ${head}`,
    ...erasedSentences(verified),
    ...signedSentences(verified),
  ].join("\n");
}

function erasedSentences({ erased, erasedUnrecorded }: VerifiedLedger): readonly string[] {
  if (erased === 0) return [];
  const gone = `${counted(erased, "card or text was", "cards and texts were")} erased.`;
  return erasedUnrecorded === 0
    ? [gone]
    : [
        `${gone} Of ${erasedUnrecorded.toLocaleString("en")} of them no entry says so: they were deleted from the database.`,
      ];
}

function signedSentences(
  verified: VerifiedLedger & { readonly keyFromFile?: boolean },
): readonly string[] {
  const { length, signedLength, signaturesChecked, keyFromFile = false } = verified;
  if (signedLength === 0) {
    return [
      "No checkpoint covers them: whether the last entries were cut off, or everything was written anew, nobody can tell.",
    ];
  }
  const rest = length - signedLength;
  return [
    `A checkpoint covers ${signedLength === length ? "all of them" : `the first ${signedLength.toLocaleString("en")}`}${rest > 0 ? `; the last ${rest.toLocaleString("en")} could be cut off unseen` : ""}.`,
    ...(signaturesChecked && !keyFromFile
      ? []
      : [
          keyFromFile
            ? "Its key is the one that the file names: give the one that you know with --key."
            : "Who signed it was not checked: give the public key with --key, or set CHECKPOINT_KEY.",
        ]),
  ];
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
