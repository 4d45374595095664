import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase, type Database } from "@/lib/ledger/database";
import { freshDatabase, type FreshDatabase } from "@/lib/ledger/testing/fresh-database";
import {
  checkpointOf,
  exportLines,
  signedHistory,
  verifyText,
} from "@/lib/ledger/testing/signed-history";
import { signingSettings } from "@/lib/ledger/testing/signing";
import { tamper } from "@/lib/ledger/testing/tampering";
import { bytesOfText, verifyExport } from "./verify-export";
import type { LedgerFault } from "./ledger-fault";
import { verifyLedger } from "./verify-ledger";

/** More of them by hand: EDITS=10000 */
const EDITS = Number(process.env.EDITS ?? 120);
const SEED = Number(process.env.SEED ?? 20_261_130);

const settings = signingSettings();
let fresh: FreshDatabase;
let database: Database;
let history: Awaited<ReturnType<typeof signedHistory>>;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ kind: "server", url: fresh.url }, settings);
  history = await signedHistory(database, settings);
  await tamper(fresh.url);
});

afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** The same numbers each time: a linear congruential generator (Lehmer). */
function drawFrom(seed: number) {
  let state = (seed % 2_147_483_646) + 1;
  return (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Which line of an export a fault is at; null where it names none. */
function lineOf(fault: LedgerFault, lines: readonly string[]): number | null {
  switch (fault.in) {
    case "file":
      return fault.line;
    case "entry":
    case "column":
      return 1 + lines.findIndex((line) => line.includes(String.raw`\"seq\":${fault.seq},`));
    case "card":
      return (
        1 +
        lines.findIndex(
          (line) =>
            line.includes(`"subjectId":"${fault.subjectId}"`) && line.includes('"type":"card"'),
        )
      );
    case "text":
      return (
        1 +
        lines.findIndex(
          (line) => line.includes(fault.fingerprint) && line.includes('"type":"text"'),
        )
      );
    case "checkpoint":
      return 1 + lines.findIndex((line) => line.includes(`"number":${fault.number},`));
    case "deleted":
    case "kept-checkpoint":
    case "folder":
    case "operation-state":
    case "tree":
      return null;
  }
}

it(`Each of ${EDITS} edits of one byte in an export is found where it was made`, async () => {
  const { tenant, trusted } = history;
  const text = (await exportLines(database, tenant)).join("");
  expect(await verifyText(text, trusted)).toMatchObject({ fault: null });
  const bytes = Buffer.from(text);
  const draw = drawFrom(SEED);
  for (let edit = 0; edit < EDITS; edit += 1) {
    const at = draw(bytes.length);
    const edited = Buffer.from(bytes);
    edited[at] = (edited[at] ?? 0) ^ (1 + draw(255));
    const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
    for (const keys of [trusted.keys, []]) {
      const { fault } = await verifyExport(() => [edited], { keys, keptCheckpoints: [] }, null);
      const where = `byte ${at} of line ${line}, edit ${edit}, seed ${SEED}`;
      if (fault === null) throw new Error(`Nothing was found: ${where}`);
      // Under another tenant in the first line, all that follows is another's.
      if (line === 1) continue;
      // Another number, person or fingerprint than the right one is what the edited line says.
      const lines = edited.toString().split("\n");
      const found = lineOf(fault, lines) ?? 0;
      expect([line, line + 1], `${where}: ${JSON.stringify(fault)}`).toContain(
        found === 0 ? line : found,
      );
    }
  }
  expect(await verifyExport(bytesOfText(text), trusted, tenant)).toMatchObject({ fault: null });
});

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

const TABLES = ["entry", "card", "erasable_text", "checkpoint", "tree_hash", "operation_state"];

/** A value with one byte changed, as the database writes it; null where there is none of that type. */
function changed(value: string, type: string, draw: (below: number) => number): string | null {
  const at = draw(value.length);
  const replaceAt = (character: string) => value.slice(0, at) + character + value.slice(at + 1);
  switch (type) {
    case "uuid":
      return value[at] === "-" ? null : replaceAt("0123456789abcdef"[draw(16)] ?? "0");
    case "bytea":
      return at < 2 ? null : replaceAt("0123456789abcdef"[draw(16)] ?? "0");
    case "bigint":
    case "integer":
    case "smallint":
      return `${Number(value) ^ (1 << draw(8))}`;
    case "timestamp with time zone":
      return new Date(Date.parse(value) + 2 ** draw(16)).toISOString();
    case "boolean":
      return value === "true" ? "false" : "true";
    default:
      return replaceAt(String.fromCharCode(32 + draw(95)));
  }
}

it(`Each of ${EDITS} edits of one byte in a column is found, and nothing once it is taken back`, async () => {
  const { tenant, trusted, notes } = history;
  const keptCheckpoints = [checkpointOf(notes.at(-1))];
  const check = async () =>
    (await verifyLedger(database, tenant, { ...trusted, keptCheckpoints })).fault;
  const client = new Client({ connectionString: fresh.url });
  await client.connect();
  const { rows: columns } = await client.query<Column>(
    `SELECT table_name AS "table", column_name AS name, data_type AS type
     FROM information_schema.columns WHERE table_name = ANY($1) ORDER BY 1, 2`,
    [TABLES],
  );
  const draw = drawFrom(SEED);
  let made = 0;
  while (made < EDITS) {
    const { table, name, type } = columns[draw(columns.length)] ?? {
      table: "",
      name: "",
      type: "",
    };
    const { rows } = await client.query<{ ctid: string; value: string | null; seq?: string }>(
      `SELECT ctid::text, "${name}"::text AS value${table === "entry" ? ", seq::text" : ""}
       FROM ${table} WHERE tenant = $1 ORDER BY 1`,
      [tenant],
    );
    const row = rows[draw(rows.length || 1)];
    if (row === undefined || row.value === null || row.value === "") continue;
    const edit = changed(row.value, type, draw);
    if (edit === null || edit === row.value) continue;
    // What the database cannot hold is no edit.
    const written = await client
      .query<{ ctid: string; isOther: boolean }>(
        `UPDATE ${table} SET "${name}" = $1::${type} WHERE ctid = $2::tid
         RETURNING ctid::text, "${name}" IS DISTINCT FROM $3::${type} AS "isOther"`,
        [edit, row.ctid, row.value],
      )
      .catch(() => null);
    const after = written?.rows[0];
    if (after === undefined) continue;
    const where = `${table}.${name}: ${row.value} -> ${edit}, seed ${SEED}`;
    if (after.isOther) {
      made += 1;
      const fault = await check();
      if (fault === null) throw new Error(`Nothing was found: ${where}`);
      // An entry whose place or tenant was changed is missing at its place.
      if (table === "entry" && name !== "seq" && name !== "tenant") {
        expect(fault, where).toMatchObject({ seq: Number(row.seq) });
      }
    }
    await client.query(`UPDATE ${table} SET "${name}" = $1::${type} WHERE ctid = $2::tid`, [
      row.value,
      after.ctid,
    ]);
  }
  await client.end();
  expect(await check()).toBeNull();
});
