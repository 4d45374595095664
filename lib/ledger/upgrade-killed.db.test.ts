import { randomBytes } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { append } from "./append";
import { openDatabase } from "./database";
import { migrate, type MigrationConnection } from "./migrate";
import {
  BEFORE_CHECKPOINTS,
  caller,
  connectTo,
  dropLater,
  dropServers,
  oldServerUrl,
  type Version,
  VERSIONS,
} from "./testing/earlier-database";
import { asOwner } from "./testing/fresh-database";
import { planned } from "./testing/requests";
import { verifyLedger } from "./verify/verify-ledger";

afterAll(dropServers);

/** Where a script of a migration is cut in two: what Prisma wrote, and what it cannot say. */
const BY_HAND = "-- From here on by hand";
const DIES = "SELECT pg_terminate_backend(pg_backend_pid());";

/** Migrates until the connection dies at that statement; false where it was done before. */
async function migrateUntil(url: string, dies: number): Promise<boolean> {
  const { client, connection } = await connectTo(url);
  let statements = 0;
  const isLast = () => {
    statements += 1;
    return statements === dies;
  };
  const dying: MigrationConnection = {
    run: async (script) => {
      const at = script.indexOf(BY_HAND);
      if (at !== -1 && isLast()) {
        await connection.run(`${script.slice(0, at)}\n${DIES}\n${script.slice(at)}`);
        return;
      }
      await connection.run(isLast() ? `${script};\n${DIES}` : script);
    },
    rows: async (statement, values) => {
      if (isLast()) await connection.run(DIES);
      return connection.rows(statement, values);
    },
  };
  const died = await migrate(dying).then(
    () => false,
    () => true,
  );
  await client.end().catch(() => undefined);
  return died;
}

/** Brings a database up to date that an upgrade died in, and looks whether everything is there. */
async function expectWhole(url: string, { entries }: Version): Promise<void> {
  const database = await openDatabase({ kind: "server", url });
  const { length } = entries;
  expect(await verifyLedger(database, caller.tenantId)).toMatchObject({ length, fault: null });
  await append({ entries: [planned()], cards: [] }, caller, database);
  expect(await verifyLedger(database, caller.tenantId)).toMatchObject({
    ...{ length: length + 1, fault: null },
  });
  await database.close();
}

it("An upgrade from the first version that is killed at any of its statements is gone on with", async () => {
  const [first] = VERSIONS;
  const template = await oldServerUrl(first);
  let kills = 0;
  for (;;) {
    const url = await copyOf(template);
    if (!(await migrateUntil(url, kills + 1))) break;
    kills += 1;
    await expectWhole(url, first);
  }
  expect(kills).toBeGreaterThanOrEqual(20);
});

async function copyOf(template: string): Promise<string> {
  const [from, copy] = [new URL(template), new URL(template)];
  copy.pathname = `${from.pathname}_${randomBytes(4).toString("hex")}`;
  const admin = new URL(template);
  admin.pathname = "/postgres";
  const name = copy.pathname.slice(1);
  await asOwner(admin.href, `CREATE DATABASE ${name} TEMPLATE ${from.pathname.slice(1)}`);
  const drop = async () => {
    await asOwner(admin.href, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  dropLater({ url: copy.href, drop });
  return copy.href;
}

it.each([...VERSIONS.slice(1), BEFORE_CHECKPOINTS])(
  "The data of $name survive an upgrade that is killed again and again",
  async (version) => {
    const url = await oldServerUrl(version);
    for (let dies = 1; await migrateUntil(url, dies); dies += 1);
    await expectWhole(url, version);
  },
);
