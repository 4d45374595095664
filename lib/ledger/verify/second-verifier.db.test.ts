import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publicKeyOf } from "@/lib/ledger/checkpoints/known-keys";
import { openDatabase, type Database } from "@/lib/ledger/database";
import { freshDatabase, type FreshDatabase } from "@/lib/ledger/testing/fresh-database";
import {
  checkpointOf,
  exportLines,
  signedHistory,
  verifyText,
} from "@/lib/ledger/testing/signed-history";
import { signingSettings } from "@/lib/ledger/testing/signing";
import { ATTACKS, tamper } from "@/lib/ledger/testing/tampering";
import type { LedgerFault } from "./ledger-fault";
import { verifyExport } from "./verify-export";

/** Another program that checks exports, written from docs/export-format.md alone. */
const PROGRAM = "bench/verify-export.py";
const hasPython = spawnSync("python3", ["--version"]).status === 0;
/** More of them by hand: EDITS=10000 */
const EDITS = Number(process.env.EDITS ?? 150);

const settings = signingSettings();
let fresh: FreshDatabase;
let database: Database;
let folder: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ kind: "server", url: fresh.url }, settings);
  folder = mkdtempSync(join(tmpdir(), "guestlist-exports-"));
});

afterAll(async () => {
  await database.close();
  await fresh.drop();
  rmSync(folder, { recursive: true });
});

/** What the other program says of each file in the folder: the code and the place. */
function theirs(...args: readonly string[]): ReadonlyMap<string, string> {
  const said = execFileSync("python3", [PROGRAM, "--batch", folder, ...args], {
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
  return new Map(
    said
      .trimEnd()
      .split("\n")
      .map((line) => {
        const [name = "", code = "", message = ""] = line.split("\t");
        return [name.replace(".ndjson", ""), code === "0" ? "whole" : placeIn(message)];
      }),
  );
}

/** `entry 4: edited` and `entry 4: column guestId …` are both at entry 4. */
function placeIn(message: string): string {
  return message.slice(0, message.indexOf(":"));
}

function placeOf(fault: LedgerFault | null): string {
  if (fault === null) return "whole";
  switch (fault.in) {
    case "entry":
    case "column":
      return `entry ${fault.seq}`;
    case "card":
      return `card ${fault.subjectId}`;
    case "text":
      return `text ${fault.fingerprint}`;
    case "checkpoint":
      return `checkpoint ${fault.number}`;
    case "kept-checkpoint":
      return `kept ${fault.size}`;
    case "file":
      return `line ${fault.line}`;
    case "deleted":
    case "folder":
    case "operation-state":
    case "tree":
      return fault.in;
  }
}

const write = (name: string, bytes: string | Uint8Array) => {
  writeFileSync(join(folder, `${name}.ndjson`), bytes);
};

it.skipIf(!hasPython)(
  "Another program, written from the format alone, finds each attack where we find it",
  async () => {
    const ours = new Map<string, string>();
    for (const [index, [, statements]] of ATTACKS.entries()) {
      const { tenant, trusted } = await signedHistory(database, settings);
      write(`${index}-before`, (await exportLines(database, tenant)).join(""));
      ours.set(`${index}-before`, "whole");
      const of = `tenant = '${tenant}'`;
      await tamper(fresh.url, ...statements.map((each) => each.replaceAll("$", () => of)));
      const text = (await exportLines(database, tenant)).join("");
      write(`${index}-after`, text);
      ours.set(`${index}-after`, placeOf((await verifyText(text, trusted)).fault));
    }
    const other = theirs();
    const differing = [...ours].filter(([name, place]) => !agree(place, other.get(name) ?? "-"));
    expect(other.size).toBe(ours.size);
    expect(differing.map(([name, place]) => [name, place, other.get(name)])).toEqual([]);
  },
  120_000,
);

/** A gap is named by who comes after it, or by who is missing. */
function agree(ours: string, other: string): boolean {
  const [mine, yours] = [ours, other].map((place) => /^(entry|checkpoint) (\d+)$/.exec(place));
  if (ours === other) return true;
  if (mine?.[1] === undefined || mine[1] !== yours?.[1]) return false;
  return Math.abs(Number(mine[2]) - Number(yours[2])) <= 1;
}

it.skipIf(!hasPython)(
  `Another program finds the same of ${EDITS} edits of one byte, and of checkpoints that were kept`,
  async () => {
    const { tenant, trusted, notes, record, sign } = await signedHistory(database, settings);
    const text = (await exportLines(database, tenant)).join("");
    const bytes = Buffer.from(text);
    rmSync(folder, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), "guestlist-exports-"));
    let state = 4_711;
    const draw = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
    const missed: string[] = [];
    write("whole", bytes);
    for (let edit = 0; edit < EDITS; edit += 1) {
      const edited = Buffer.from(bytes);
      const at = draw(bytes.length);
      edited[at] = (edited[at] ?? 0) ^ (1 + draw(255));
      write(`${edit}`, edited);
      const { fault } = await verifyExport(() => [edited], trusted, null);
      if (fault === null) missed.push(`${edit}`);
    }
    const key = publicKeyOf(settings, tenant) ?? "";
    for (const args of [[], ["--key", key]]) {
      const other = theirs(...args);
      expect(other.get("whole")).toBe("whole");
      expect([...other].filter(([name, place]) => name !== "whole" && place === "whole")).toEqual(
        [],
      );
      expect(other.size).toBe(EDITS + 1);
    }
    expect(missed).toEqual([]);
    // A checkpoint that goes further than the file: it is an older one.
    await record([(await import("@/lib/ledger/testing/requests")).planned()]);
    const later = join(folder, "later.checkpoint");
    writeFileSync(later, await sign());
    const older = {
      ...trusted,
      keptCheckpoints: [checkpointOf(notes[1]), checkpointOf(await sign())],
    };
    expect(placeOf((await verifyText(text, older)).fault)).toBe("kept 11");
    expect(theirs("--since", later).get("whole")).toBe("kept 11");
  },
  Math.max(120_000, EDITS * 100),
);
