// Lists of what is unresolved and of what failed, among a million entries: the index beside a look at all of them.
// Run: node scripts/with-postgres.mjs node --conditions=react-server --import tsx bench/ledger.bench.ts [entries]
import { randomBytes, randomUUID } from "node:crypto";
import { Client } from "pg";
import { openDatabase } from "@/lib/ledger/database";
import { history } from "@/lib/ledger/history";
import { Prisma } from "@/prisma/generated/client";
import { inTenant } from "@/lib/ledger/tenant-transaction";

const entries = Number(process.argv[2] ?? 1_000_000);
const operations = entries / 2;
const ROUNDS = 7;
/** A page of the index is there before a person looks up. */
const MOST_MILLISECONDS = 50;

const server = process.env.TEST_DATABASE_URL;
if (server === undefined) throw new Error("Run this by: npm run bench");

const name = `guestlist_bench_${randomBytes(4).toString("hex")}`;
const url = new URL(server);
url.pathname = `/${name}`;

async function onServer(at: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: at });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const tenant = randomUUID();
const operation = {
  ...{ kind: "block", reason: "Left the project", known: null, undoes: null, steps: [] },
};

/**
 * Half of them are operations, half their outcomes. One operation in a thousand, spread over all, has none, and one in a
 * hundred failed. Their hashes are no chain: nothing here is checked but who is listed.
 */
const fill = [
  `CREATE FUNCTION some_id(prefix int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
     $$ SELECT (lpad(to_hex(prefix), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`,
  `INSERT INTO entry (tenant, seq, id, v, kind, recorded_at, actor_id, actor_card, guest_id, operation_id, plan_id, body, previous, hash)
   SELECT '${tenant}', 2 * n + 1, some_id(1, n), 2, 'planned', now(), some_id(9, n % 40), sha256('x'), some_id(3, n), some_id(1, n),
     some_id(4, n / 100),
     jsonb_build_object('guestCard', NULL, 'operation', '${JSON.stringify(operation)}'::jsonb || jsonb_build_object(
       'id', some_id(1, n), 'planId', some_id(4, n / 100), 'guestId', some_id(3, n),
       'subject', jsonb_build_object('type', 'guest', 'id', some_id(3, n)))),
     sha256('x'), sha256('x')
   FROM generate_series(0, ${operations - 1}) n`,
  `INSERT INTO entry (tenant, seq, id, v, kind, recorded_at, actor_id, actor_card, guest_id, operation_id, body, previous, hash)
   SELECT '${tenant}', 2 * n + 2, some_id(2, n), 2, 'carried-out', now(), some_id(9, n % 40), sha256('x'), some_id(3, n), some_id(1, n),
     jsonb_build_object('operationId', some_id(1, n), 'guestId', some_id(3, n), 'outcome', jsonb_build_object(
       'result', CASE WHEN n % 100 = 7 THEN 'failed' ELSE 'done' END, 'evidence', 'reported', 'detail', NULL, 'requestId', NULL)),
     sha256('x'), sha256('x')
   FROM generate_series(0, ${operations - 1}) n WHERE n % 1000 <> 3`,
  "ANALYZE",
  `INSERT INTO operation_state SELECT * FROM operation_state_from_entries`,
  "ANALYZE",
];

async function median(work: () => Promise<unknown>, rounds = ROUNDS): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await work();
    took.push(performance.now() - begun);
  }
  return took.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

await onServer(server, `CREATE DATABASE ${name}`);
await (await openDatabase({ kind: "server", url: url.href })).close();
const begun = performance.now();
await onServer(url.href, ...fill);
console.log(`${entries} entries written in ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
const database = await openDatabase({ kind: "server", url: url.href });
let isSlow = false;
try {
  for (const result of ["unresolved", "failed"] as const) {
    const listed = () => history({ limit: 50, result }, { tenantId: tenant }, database);
    // The peer: what is listed follows from the entries alone, as it was before there was an index.
    const scanned = () =>
      inTenant(
        database,
        tenant,
        (transaction) => transaction.$queryRaw<readonly { readonly seq: bigint }[]>`
          SELECT seq FROM operation_state_from_entries
          WHERE tenant = ${tenant}::uuid AND ${result === "unresolved" ? Prisma.sql`unresolved` : Prisma.sql`result = 'failed'`}
          ORDER BY seq DESC LIMIT 50`,
      );
    const whole = () =>
      inTenant(
        database,
        tenant,
        (transaction) => transaction.$queryRaw<readonly { readonly count: bigint }[]>`
          SELECT count(*) AS count FROM operation_state_from_entries
          WHERE tenant = ${tenant}::uuid AND ${result === "unresolved" ? Prisma.sql`unresolved` : Prisma.sql`result = 'failed'`}`,
      );
    const [own, peer] = [await listed(), await scanned()];
    if (own.rows.map(({ seq }) => seq).join() !== peer.map(({ seq }) => seq).join()) {
      throw new Error("Both must list the same operations.");
    }
    if (own.rows.length !== 50) throw new Error("There must be a full page of them.");
    const index = await median(listed);
    const newest = await median(scanned, 1);
    const all = await median(whole, 1);
    isSlow ||= index > MOST_MILLISECONDS;
    console.log(
      `${result}: a page of 50 with all that it shows ${index.toFixed(1)} ms; from the entries, newest first until a page is full ${newest.toFixed(0)} ms, all of them ${all.toFixed(0)} ms (${(all / index).toFixed(0)}x)`,
    );
  }
} finally {
  await database.close();
  await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
}
if (isSlow) {
  console.error(`A page must be there within ${MOST_MILLISECONDS} ms.`);
  process.exitCode = 1;
}
