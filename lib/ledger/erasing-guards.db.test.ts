import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client } from "pg";
import { openDatabase, type Database } from "./database";
import { asOwner, freshDatabase, type FreshDatabase } from "./testing/fresh-database";
import { signedHistory } from "./testing/signed-history";
import { signingSettings } from "./testing/signing";
import { verifyLedger } from "./verify/verify-ledger";

const settings = signingSettings();
let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ kind: "server", url: fresh.url }, settings);
});

afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** Runs statements as somebody does who has the program's role and nothing else. */
async function asApp(...statements: readonly string[]): Promise<void> {
  const options = "-c role=guestlist_app -c TimeZone=UTC";
  const client = new Client({ connectionString: fresh.url, options });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const standIns = (tenant: string, person: string) => [
  "BEGIN",
  `SELECT set_config('guestlist.tenant', '${tenant}', true)`,
  "CREATE TEMP TABLE entry (tenant uuid, seq bigint, kind text, subject_id text)",
  `INSERT INTO pg_temp.entry VALUES ('${tenant}', 1, 'person-erased', '${person}')`,
  "CREATE TEMP TABLE card (tenant uuid, subject_id uuid)",
  `INSERT INTO pg_temp.card VALUES ('${tenant}', '${person}')`,
  "GRANT ALL ON pg_temp.entry, pg_temp.card TO PUBLIC",
];

const AS_OWNER = `CREATE FUNCTION pg_temp.f() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN
  ALTER TABLE public.card DISABLE TRIGGER USER; DELETE FROM public.card; RETURN OLD; END $f$`;

/** Appends an entry that is none, and erases the person whom it names: for everybody of whom there is a card. */
const everybody = (tenant: string, commit: string) => `DO $$
  DECLARE p uuid; n bigint;
  BEGIN
    PERFORM set_config('guestlist.tenant', '${tenant}', false);
    FOR p IN SELECT DISTINCT subject_id FROM card LOOP
      SELECT max(seq) INTO n FROM entry;
      INSERT INTO entry (tenant, seq, id, v, kind, recorded_at, actor_id, actor_card, body, previous, hash, subject_id)
        SELECT tenant, n + 1, gen_random_uuid(), 2, 'person-erased', now(), actor_id, actor_card, '{}', hash,
               sha256('x'), p::text
        FROM entry WHERE seq = n;
      PERFORM erase_person(p);
      ${commit}
    END LOOP;
  END $$`;

describe("Who has the program's role", () => {
  it.each<[string, (tenant: string, person: string) => readonly string[], RegExp]>([
    [
      "cannot put tables of their own in place of ours",
      (tenant, person) => [...standIns(tenant, person), `SELECT erase_person('${person}')`],
      /together with the entry/,
    ],
    [
      "cannot run anything with the owner's rights",
      (tenant, person) => [
        ...standIns(tenant, person),
        AS_OWNER,
        "CREATE TRIGGER t BEFORE DELETE ON pg_temp.card FOR EACH ROW EXECUTE FUNCTION pg_temp.f()",
        `SELECT erase_person('${person}')`,
      ],
      /together with the entry/,
    ],
    [
      "cannot erase two people in one transaction",
      (tenant) => [everybody(tenant, "")],
      /one in a transaction/,
    ],
    [
      "cannot erase two people in one statement that commits in between",
      (tenant) => [everybody(tenant, "COMMIT;")],
      /a statement erases one person/,
    ],
  ])("%s", async (_what, statements, words) => {
    const { tenant, block } = await signedHistory(database, settings);
    const cards = () =>
      asOwner(fresh.url, `SELECT display_name FROM card WHERE tenant = '${tenant}'`);
    const before = await cards();
    expect(before).toHaveLength(2);
    const person = block.operation.guestId ?? "";
    await expect(asApp(...statements(tenant, person))).rejects.toThrow(words);
    const lost = before.length - (await cards()).length;
    expect(lost, "at most the one whom the committed entry names").toBeLessThanOrEqual(1);
  });

  it.each([
    ["a number that no program can count to", "9223372036854775807", "now()"],
    ["an infinite time", "(SELECT max(seq) + 1 FROM entry)", "'infinity'"],
    ["a time before all computers", "(SELECT max(seq) + 1 FROM entry)", "'0044-03-15 BC'"],
  ])("cannot add an entry with %s", async (_what, seq, at) => {
    const { tenant, trusted } = await signedHistory(database, settings);
    const added = asApp(
      `SELECT set_config('guestlist.tenant', '${tenant}', false)`,
      `INSERT INTO entry (tenant, seq, id, v, kind, recorded_at, actor_id, actor_card, body, previous, hash)
         SELECT tenant, ${seq}, gen_random_uuid(), v, kind, ${at}, actor_id, actor_card, body, previous, hash
         FROM entry WHERE seq = 3`,
    );
    await expect(added).rejects.toThrow(/violates check constraint/);
    expect(await verifyLedger(database, tenant, trusted)).toMatchObject({ fault: null });
  });
});
