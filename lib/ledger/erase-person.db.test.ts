import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { erasureRequest } from "@/lib/contract/erasures";
import { append } from "./append";
import { ledgerCommand } from "./command/ledger-command";
import { openDatabase, type Database } from "./database";
import { erasePerson, previewErasure } from "./erase-person";
import { history } from "./history";
import { inTenant } from "./tenant-transaction";
import { asOwner, ledgerOfFile } from "./testing/fresh-database";
import { cardOf, planned, reviewResult, somebody } from "./testing/requests";
import { verifyLedger } from "./verify/verify-ledger";

const { database, url } = ledgerOfFile();

/** Somebody with two cards and a text about them, another with one card, and who recorded it all. */
async function people(into: Database = database()) {
  const caller = somebody();
  const { tenantId: tenant } = caller;
  const [ada, ben] = [planned(), planned()];
  const adaId = ada.operation.guestId ?? "";
  const result = reviewResult({ guestId: adaId, justification: "Ada has left Partner" });
  await append(
    { entries: [ada, ben, result], cards: [cardOf(ada, "Ada of Partner"), cardOf(ben, "Ben")] },
    caller,
    into,
  );
  const later = planned("unblock", { guestId: adaId });
  await append(
    { entries: [later], cards: [{ ...cardOf(later, "Ada Quist"), subjectId: adaId }] },
    caller,
    into,
  );
  const actor = { subjectId: caller.userId, displayName: caller.name, mail: caller.username };
  return { caller, tenant, adaId, result, eraser: { tenant, actor, through: "page" as const } };
}

const request = (personId: string) =>
  erasureRequest.parse({ id: randomUUID(), personId, reason: "She asked for it" });

it("An erased person's names, mails and texts are gone, the history says so, and it is whole", async () => {
  const { caller, tenant, adaId, result, eraser } = await people();
  expect(await previewErasure(database(), tenant, adaId)).toMatchObject({ cards: 2, texts: 1 });
  const body = request(adaId);
  const first = await erasePerson(database(), body, eraser);
  expect(first).toMatchObject({ cards: 2, texts: 1, seq: 5, repeated: false });
  expect(await erasePerson(database(), body, eraser)).toEqual({ ...first, repeated: true });
  const { rows } = await history({ limit: 10 }, caller, database());
  expect(rows.map((row) => row.kind)).toEqual([
    "person-erased",
    ...["planned", "review-result", "planned", "planned"],
  ]);
  expect(rows[0]).toMatchObject({
    ...{ personId: adaId, cards: 2, texts: 1, reason: "She asked for it", through: "page" },
    actor: { id: caller.userId, displayName: caller.name },
  });
  expect(rows.find(({ id }) => id === result.id)).toMatchObject({
    guest: { id: adaId, displayName: null },
    result: { justification: null },
  });
  expect(JSON.stringify(rows)).not.toMatch(/Ada/);
  expect(JSON.stringify(rows)).toContain("Ben");
  expect(rows.every(({ altered }) => !altered)).toBe(true);
  expect(await verifyLedger(database(), tenant)).toMatchObject({
    ...{ length: 5, erased: 3, erasedUnrecorded: 0, fault: null },
  });
});

it("A reviewer's words go with who wrote them", async () => {
  const caller = somebody();
  const result = reviewResult({ justification: "Has left", reviewedBy: randomUUID() });
  await append({ entries: [result], cards: [] }, caller, database());
  const actor = { subjectId: caller.userId, displayName: caller.name, mail: caller.username };
  const eraser = { tenant: caller.tenantId, actor, through: "page" as const };
  const answer = await erasePerson(database(), request(result.result.reviewedBy ?? ""), eraser);
  expect(answer).toMatchObject({ cards: 0, texts: 1 });
});

it("Who is not known, and oneself, is refused at the field, and nothing is recorded", async () => {
  const { tenant, eraser, caller, adaId } = await people();
  await expect(erasePerson(database(), request(randomUUID()), eraser)).rejects.toMatchObject({
    ...{ kind: "invalid", field: "personId" },
  });
  await expect(erasePerson(database(), request(caller.userId), eraser)).rejects.toMatchObject({
    ...{ kind: "conflict", field: "personId" },
  });
  const used = request(adaId);
  await erasePerson(database(), used, eraser);
  await expect(
    erasePerson(database(), { ...used, reason: "Another one" }, eraser),
  ).rejects.toMatchObject({ kind: "conflict", field: "id" });
  expect(await verifyLedger(database(), tenant)).toMatchObject({ length: 5 });
});

it("The command says how many went, under an account that owns the database and is no superuser", async () => {
  const name = `owner_${Date.now()}`;
  await asOwner(
    url(),
    `CREATE ROLE ${name} LOGIN CREATEROLE`,
    `GRANT guestlist_app TO ${name}`,
    `CREATE DATABASE ${name} OWNER ${name}`,
  );
  const at = new URL(url());
  at.username = name;
  at.pathname = `/${name}`;
  const opened = await openDatabase({ kind: "server", url: at.href });
  const { tenant, adaId, caller } = await people(opened);
  await opened.close();
  // Row security binds the owner, whose own statement finds nobody.
  expect(await asOwner(at.href, `SELECT * FROM card`)).toEqual([]);
  const said: string[] = [];
  const outside = {
    variables: { DATABASE_URL: at.href, ENTRA_TENANT_ID: tenant },
    say: (text: string) => said.push(text),
  };
  const by = ["--by", randomUUID(), "--reason", "She asked for it"];
  expect(await ledgerCommand(["erase", adaId, ...by], outside)).toBe(0);
  expect(said).toEqual(["Erased: 2 name records and 1 text. Entry 5 records it."]);
  expect(await ledgerCommand(["erase", adaId, ...by], outside)).toBe(2);
  expect(said.at(-1)).toBe("Refused: Nothing is stored about this person.");
  for (const wrong of [
    ["erase", "x", ...by],
    ["erase", adaId],
    ["erase", adaId, "--by", "x"],
  ]) {
    expect(await ledgerCommand(wrong, outside)).toBe(2);
  }
  expect(await ledgerCommand(["verify"], outside)).toBe(0);
  expect(said.at(-1)).toMatch(
    /5 entries and 3 name records are.*\n3 name records and texts were erased\./,
  );
  const again = await openDatabase({ kind: "server", url: at.href });
  const { rows } = await history({ limit: 1 }, caller, again);
  expect(rows[0]).toMatchObject({ kind: "person-erased", through: "command" });
  await again.close();
  await asOwner(
    url(),
    `DROP DATABASE ${name} WITH (FORCE)`,
    `DROP OWNED BY ${name}`,
    `DROP ROLE ${name}`,
  );
});

/** Runs a statement under the program's own role, in a tenant. */
function asApp(tenant: string, statement: string): Promise<number> {
  return inTenant(database(), tenant, (transaction) => transaction.$executeRawUnsafe(statement));
}

it("The program's own role can neither rewrite a card, nor take away many people's, nor one without an entry", async () => {
  const { tenant, adaId, eraser } = await people();
  const permissions = (statement: string) =>
    expect(asApp(tenant, statement), statement).rejects.toMatchObject({ kind: "unavailable" });
  await permissions("DELETE FROM card");
  await permissions(`DELETE FROM card WHERE subject_id = '${adaId}'`);
  await permissions("DELETE FROM erasable_text");
  await permissions("UPDATE card SET display_name = 'Eve'");
  await permissions("UPDATE erasable_text SET words = ''");
  await permissions("TRUNCATE card");
  await permissions("SELECT erase_person(subject_id) FROM card");
  await permissions(`SELECT erase_person('${adaId}')`);
  // Neither is a card taken that says something else than its fingerprint.
  await permissions(
    `INSERT INTO card SELECT tenant, gen_random_uuid(), fingerprint, salt, 'Eve', mail FROM card LIMIT 1`,
  );
  await permissions(
    `INSERT INTO erasable_text SELECT tenant, sha256('x'), salt, author_id, guest_id, 'x' FROM erasable_text`,
  );
  // An erasing that was recorded is no leave for a second person, nor for one later on.
  await erasePerson(database(), request(adaId), eraser);
  await permissions("SELECT erase_person(subject_id) FROM card");
  await permissions(`SELECT erase_person('${adaId}')`);
  const left = await inTenant(database(), tenant, (transaction) => transaction.card.count());
  expect(left).toBe(2);
});

it("Cards of whatever names people have are taken as their fingerprints have them", async () => {
  const caller = somebody();
  const names = [
    ...Array.from("\b\f\n\r\t\u0001\u001f\u007f\u0080\u2028\u2029\ufeff\"\\/<>&'"),
    "𝒜da \u{1F600} Ünal",
    "",
    " ",
    "null",
    "\\u0041",
  ];
  const entries = names.map(() => planned());
  const cards = entries.map((entry, at) => ({
    ...cardOf(entry, "x"),
    displayName: names[at] ?? null,
    mail: at % 2 === 0 ? null : `${names[at] ?? ""}@partner.example`,
  }));
  await append({ entries, cards }, caller, database());
  const verified = await verifyLedger(database(), caller.tenantId);
  expect(verified).toMatchObject({ cards: names.length + 1, fault: null });
});
