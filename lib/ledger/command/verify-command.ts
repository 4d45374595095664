import { existsSync } from "node:fs";
import { isGuid } from "@/lib/domain/guid";
import {
  consistentSentence,
  erasedSentence,
  signedSentence,
} from "@/lib/domain/integrity-sentences";
import { counted } from "@/lib/domain/number-text";
import { isOriginOf } from "../checkpoints/checkpoint";
import { parseKeptCheckpoint, readKeptCheckpoint } from "../checkpoints/kept-checkpoint";
import { faultSentence } from "../verify/ledger-fault";
import type { VerifiedLedger } from "../verify/ledger-verifier";
import { bytesOfFile, verifyExport } from "../verify/verify-export";
import { verifyWithFolder } from "../verify/verify-with-folder";
import { type Opened, Refusal } from "./opening";

/** Checks a history in the database, or in an exported file alone. */
export async function verifyCommand(opened: Opened): Promise<number> {
  const { options, say } = opened;
  const verified =
    options.export === undefined
      ? await verifyDatabase(opened)
      : await verifyFile(opened, options.export);
  say(verdict(verified, opened.options.since?.length ?? 0));
  return verified.fault === null ? 0 : 1;
}

async function verifyDatabase(opened: Opened) {
  const tenant = opened.tenant();
  const keys = opened.keys();
  const { folder } = opened.checkpoints();
  const keptCheckpoints = await Promise.all(
    (opened.options.since ?? []).map(async (file) =>
      readKeptCheckpoint(await opened.read(file), tenant, keys),
    ),
  );
  return verifyWithFolder(await opened.database(), tenant, { keys, keptCheckpoints }, folder);
}

async function verifyFile(opened: Opened, file: string) {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`);
  const tenantId = opened.options.tenant?.toLowerCase() ?? null;
  const keys = opened.keys();
  // Of which tenant the file is, its first line says; the checkpoints have to be of the same.
  const keptCheckpoints = await Promise.all(
    (opened.options.since ?? []).map(async (each) => {
      const text = await opened.read(each);
      const tenant = parseKeptCheckpoint(text)?.origin.split("/").at(-1) ?? "";
      return readKeptCheckpoint(text, isGuid(tenant) ? tenant : (tenantId ?? ""), keys);
    }),
  );
  const verified = await verifyExport(bytesOfFile(file), { keys, keptCheckpoints }, tenantId);
  const other = keptCheckpoints.find(({ origin }) => !isOriginOf(origin, verified.tenant));
  if (other !== undefined) {
    throw new Refusal(`${other.origin} is a checkpoint of another history than the file.`);
  }
  return verified;
}

/** What was checked, and what that means. */
function verdict(
  verified: VerifiedLedger & { readonly keyFromFile?: boolean },
  comparedWith: number,
): string {
  const { tenant, head, fault, erased, signedLength, signaturesChecked } = verified;
  if (fault !== null) return `Tenant ${tenant}: not whole. ${faultSentence(fault)}`;
  return [
    `Tenant ${tenant}: ${consistentSentence(verified)} Last hash: ${head}`,
    ...(erased === 0 ? [] : [erasedSentence(verified)]),
    ...(comparedWith === 0
      ? []
      : [`It continues from ${counted(comparedWith, "checkpoint", "checkpoints")} that you gave.`]),
    signedSentence(verified),
    ...(signedLength === 0 ? [] : signerSentences(signaturesChecked, verified.keyFromFile)),
  ].join("\n");
}

/** What to say where the key that signed the checkpoints is not known. */
function signerSentences(checked: boolean, keyFromFile = false): readonly string[] {
  if (keyFromFile) {
    return ["Its key is the one that the file names: give the one that you know with --key."];
  }
  return checked
    ? []
    : ["Who signed it was not checked: give the public key with --key, or set CHECKPOINT_KEY."];
}
