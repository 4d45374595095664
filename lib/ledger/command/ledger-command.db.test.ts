import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { isExtension } from "@/lib/ledger/checkpoints/merkle-tree";
import { openDatabase, type Database } from "@/lib/ledger/database";
import { freshDatabase, type FreshDatabase } from "@/lib/ledger/testing/fresh-database";
import { somebody } from "@/lib/ledger/testing/requests";
import { checkpointOf, signedHistory } from "@/lib/ledger/testing/signed-history";
import { signingSettings } from "@/lib/ledger/testing/signing";
import { tamper } from "@/lib/ledger/testing/tampering";
import { ledgerCommand } from "./ledger-command";

const settings = signingSettings();
let fresh: FreshDatabase;
let database: Database;
let folder: string;
let history: Awaited<ReturnType<typeof signedHistory>>;
let said: string[];

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ kind: "server", url: fresh.url }, settings);
  folder = mkdtempSync(join(tmpdir(), "guestlist-command-"));
});

afterAll(async () => {
  await database.close();
  await fresh.drop();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  history = await signedHistory(database, settings);
  said = [];
});

const signing = {
  GUESTLIST_ORIGIN: "https://guestlist.example.com",
  CHECKPOINT_KEY: settings.key ?? "",
};

function run(args: readonly string[], variables: Readonly<Record<string, string>> = signing) {
  return ledgerCommand(args, {
    variables: {
      DATABASE_URL: fresh.url,
      DATA_DIR: "",
      ENTRA_TENANT_ID: history.tenant,
      ...variables,
    },
    say: (text) => said.push(text),
  });
}

const file = (name: string, text?: string): string => {
  const path = join(folder, `${history.tenant}-${name}`);
  if (text !== undefined) writeFileSync(path, text);
  return path;
};

it("verify says what fits, what a checkpoint covers and what was erased, and ends with a code", async () => {
  expect(await run(["verify"])).toBe(0);
  expect(said.at(-1)).toMatch(
    /^Tenant .*: 10 entries, 2 name records and 1 text are consistent\. Last hash: [0-9a-f]{64}\n1 name record or text was erased\.\nA checkpoint covers all of them\.$/,
  );
  await history.record([(await import("@/lib/ledger/testing/requests")).planned()]);
  expect(await run(["verify"], {})).toBe(0);
  expect(said.at(-1)).toMatch(
    /covers the first 10; the last 1 could be cut off without a trace\.\nWho signed it was not checked: .*--key/,
  );
  await tamper(fresh.url, `DELETE FROM entry WHERE tenant = '${history.tenant}' AND seq = 2`);
  expect(await run(["verify", "--tenant", history.tenant.toUpperCase()])).toBe(1);
  expect(said.at(-1)).toMatch(/not whole\. Entry 3 .*missing/);
});

it("verify of a history that nothing signs says that nobody can tell its end", async () => {
  expect(await run(["verify", "--tenant", somebody().tenantId])).toBe(0);
  expect(said.at(-1)).toContain("0 entries are consistent");
  expect(said.at(-1)).toContain("nobody can tell");
});

it("verify --since tells an older backup, and refuses what says nothing of this history", async () => {
  const keptFile = file("kept.checkpoint", history.notes[2]);
  // As it is pasted from a mail: other line breaks, and none at the end.
  const pasted = history.notes[2]?.trimEnd().replaceAll("\n", "\r\n");
  expect(await run(["verify", "--since", file("pasted", pasted)])).toBe(0);
  expect(await run(["verify", "--since", keptFile])).toBe(0);
  await tamper(
    fresh.url,
    `DELETE FROM entry WHERE tenant = '${history.tenant}' AND seq > 4`,
    `DELETE FROM checkpoint WHERE tenant = '${history.tenant}' AND size > 4`,
    `DELETE FROM operation_state WHERE tenant = '${history.tenant}'`,
    `INSERT INTO operation_state SELECT * FROM operation_state_from_entries WHERE tenant = '${history.tenant}'`,
  );
  expect(await run(["verify"])).toBe(0);
  expect(await run(["verify", "--since", keptFile])).toBe(1);
  expect(said.at(-1)).toMatch(/kept covers 10 entries: there are fewer/);
  const other = await signedHistory(database, settings);
  for (const [text, words] of [
    ["no checkpoint", /This is not a checkpoint/],
    [other.notes[0], /another history/],
    [history.notes[2]?.replace("\n10\n", "\n11\n"), /not signed by a key/],
  ] as const) {
    expect(await run(["verify", "--since", file("wrong", text)])).toBe(2);
    expect(said.at(-1)).toMatch(words);
  }
  expect(await run(["verify", "--since", file("nowhere")])).toBe(2);
});

it("verify compares with the newest checkpoint of the folder by itself", async () => {
  const variables = { ...signing, CHECKPOINT_DIR: join(folder, "kept") };
  expect(await run(["checkpoint"], variables)).toBe(0);
  await tamper(
    fresh.url,
    `DELETE FROM entry WHERE tenant = '${history.tenant}' AND seq > 9`,
    `DELETE FROM checkpoint WHERE tenant = '${history.tenant}' AND number > 2`,
  );
  expect(await run(["verify"], variables)).toBe(1);
  expect(said.at(-1)).toMatch(/kept covers 10 entries: there are fewer/);
});

it("verify names a checkpoint in the folder that says nothing of this history", async () => {
  const checkpointFolder = join(folder, "strange");
  mkdirSync(join(checkpointFolder, history.tenant), { recursive: true });
  const name = "000000000000003.checkpoint";
  const other = (await signedHistory(database, settings)).notes[0] ?? "";
  for (const [note, words] of [
    ["not a note", /This is not a checkpoint/i],
    [other, /a checkpoint of another history/],
  ] as const) {
    writeFileSync(join(checkpointFolder, history.tenant, name), note);
    expect(await run(["verify"], { ...signing, CHECKPOINT_DIR: checkpointFolder })).toBe(1);
    expect(said.at(-1)).toMatch(words);
    expect(said.at(-1)).toContain(name);
  }
});

it("export writes a file that verifies without the database, by the key that one knows", async () => {
  const to = file("history.ndjson");
  expect(await run(["export", "--to", to])).toBe(0);
  expect(await run(["export", "--to", to])).toBe(2);
  expect(said.at(-1)).toMatch(/there already/);
  await run(["key"]);
  const key = said.at(-1) ?? "";
  const nowhere = { DATABASE_URL: "postgresql://nowhere.invalid/x", ENTRA_TENANT_ID: "" };
  const keptFile = file("kept", history.notes[1]);
  expect(await run(["verify", "--export", to, "--key", key, "--since", keptFile], nowhere)).toBe(0);
  expect(said.at(-1)).toMatch(/A checkpoint covers all of them\.$/);
  expect(await run(["verify", "--export", to], nowhere)).toBe(0);
  expect(said.at(-1)).toMatch(/Its key is the one that the file names/);
  expect(await run(["verify", "--export", to, "--key", `${key}x`], nowhere)).toBe(2);
  writeFileSync(to, readFileSync(to, "utf8").replace("Left the project", "Left the Project"));
  expect(await run(["verify", "--export", to, "--key", key], nowhere)).toBe(1);
  expect(said.at(-1)).toMatch(/Entry 1 .*edited/);
  const other = await signedHistory(database, settings);
  expect(await run(["verify", "--export", to, "--tenant", other.tenant], nowhere)).toBe(2);
  const others = file("others", other.notes[0]);
  expect(await run(["verify", "--export", to, "--since", others], nowhere)).toBe(2);
  expect(await run(["verify", "--export", file("none")], nowhere)).toBe(2);
});

it("One entry is proven, and its proof is checked without a database", async () => {
  const to = file("one.tlog-proof");
  expect(await run(["prove", history.block.id, "--to", to])).toBe(0);
  await run(["key"]);
  const key = said.at(-1) ?? "";
  const nowhere = { DATABASE_URL: "postgresql://nowhere.invalid/x" };
  expect(await run(["check-proof", to, "--key", key], nowhere)).toBe(0);
  expect(said.at(-1)).toContain(`Entry 1 (${history.block.id}) of guestlist.example.com`);
  expect(await run(["check-proof", to], { CHECKPOINT_KEY: "" })).toBe(2);
  const other = await signedHistory(database, settings);
  writeFileSync(to, readFileSync(to, "utf8").replace("index 0", "index 1"));
  expect(await run(["check-proof", to, "--key", key])).toBe(1);
  expect(await run(["prove", other.block.id])).toBe(2);
  expect(await run(["prove", "x"])).toBe(2);
  expect(await run(["prove", history.block.id], {})).toBe(0);
});

it("A checkpoint is shown to go on from an earlier one", async () => {
  const since = file("first", history.notes[0]);
  expect(await run(["prove-extension", "--since", since])).toBe(0);
  const [hashes = "", ...note] = (said.at(-1) ?? "").split("\n\n");
  const later = checkpointOf(note.join("\n\n"));
  const proof = hashes.split("\n").map((hash) => Buffer.from(hash, "base64"));
  expect(isExtension(checkpointOf(history.notes[0]), later, proof)).toBe(true);
  expect(await run(["prove-extension"])).toBe(2);
});

it("What is asked for wrongly is refused with how to ask, and nothing is done", async () => {
  for (const wrong of [[], ["check"], ["verify", "x"], ["verify", "--all"], ["__proto__"]]) {
    expect(await run(wrong)).toBe(2);
    expect(said.at(-1)).toContain("verify [--tenant ID]");
  }
  expect(await run(["verify", "--tenant", "x"])).toBe(2);
  expect(said.at(-1)).toMatch(/^Refused: Name the tenant/);
  expect(await run(["verify"], { DATABASE_URL: "" })).toBe(2);
  expect(said.at(-1)).toMatch(/^Refused: .*DATABASE_URL/);
  expect(await run(["verify"], { DATABASE_URL: "", DATA_DIR: "/there/is/none" })).toBe(2);
  expect(said.at(-1)).toBe("Refused: There is no folder /there/is/none.");
  expect(await run(["verify"], { CHECKPOINT_KEY: "short" })).toBe(2);
  expect(said.at(-1)).toMatch(/CHECKPOINT_KEY must be 32 random bytes/);
  for (const unsigned of [["checkpoint"], ["key"]]) {
    expect(await run(unsigned, {})).toBe(2);
    expect(said.at(-1)).toMatch(/Nothing is signed: set CHECKPOINT_KEY/);
  }
});

it("npm run ledger runs it", () => {
  const env = {
    ...process.env,
    ...signing,
    DATABASE_URL: fresh.url,
    ENTRA_TENANT_ID: history.tenant,
  };
  const printed = execFileSync(process.execPath, ["scripts/ledger.mjs", "verify"], {
    ...{ env, encoding: "utf8" },
  });
  expect(printed).toMatch(/10 entries, 2 name records and 1 text are consistent/);
});
