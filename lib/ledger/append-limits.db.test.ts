import { expect, it } from "vitest";
import { append } from "./append";
import { PERSON_LIMIT, TENANT_LIMIT } from "./append-limits";
import type { Caller } from "./caller";
import { asOwner, ledgerOfFile } from "./testing/fresh-database";
import { answered, carriedOut, planned, somebody } from "./testing/requests";

const { database, url } = ledgerOfFile();

const record = (caller: Caller, ...entries: Parameters<typeof append>[0]["entries"]) =>
  append({ entries, cards: [] }, caller, database());

/** Sets how much somebody has recorded in this hour. */
const counted = (tenant: string, personId: string, entries: number, bytes = 0) =>
  asOwner(
    url(),
    `INSERT INTO append_count VALUES ('${tenant}', date_trunc('hour', now()), '${personId}', ${entries}, ${bytes})
     ON CONFLICT (tenant, hour, person_id) DO UPDATE SET entries = ${entries}, bytes = ${bytes}`,
  );

const countsOf = (tenant: string) =>
  asOwner(url(), `SELECT person_id, entries FROM append_count WHERE tenant = '${tenant}'`);

it("What a reader records is counted once, and what others record is not", async () => {
  const reader = somebody("Governance.Reader");
  const operator = somebody("Governance.Operator", reader.tenantId);
  const first = answered();
  await record(reader, first, answered());
  await record(reader, first);
  await record(operator, planned());
  expect(await countsOf(reader.tenantId)).toEqual([{ person_id: reader.userId, entries: 2 }]);
});

it("Beyond the limit of a person nothing more is planned, and what came of it still is recorded", async () => {
  const reader = somebody("Governance.Reader");
  const sent = answered();
  await record(reader, sent);
  await counted(reader.tenantId, reader.userId, PERSON_LIMIT.entries);
  const refused = record(reader, answered());
  await expect(refused).rejects.toMatchObject({
    kind: "too-many",
    message: expect.stringMatching(
      /^You have reached the hourly limit for one person\. Nothing of this was recorded\. It can go on in \d+ minutes?\.$/,
    ) as string,
  });
  const error = (await refused.catch((reason: unknown) => reason)) as { retryAfter: number };
  expect(error.retryAfter).toBeGreaterThan(0);
  expect(error.retryAfter).toBeLessThanOrEqual(3_600);
  await record(reader, carriedOut(sent));
  // What was recorded already is answered again, however much was recorded since.
  expect((await record(reader, sent)).receipts).toMatchObject([{ id: sent.id, repeated: true }]);
  // Another reader goes on, and so does an operator.
  await record(somebody("Governance.Reader", reader.tenantId), answered());
  await record({ ...reader, roles: ["Governance.Operator"] }, planned());
  await counted(reader.tenantId, reader.userId, PERSON_LIMIT.entries * 3);
  await expect(record(reader, carriedOut(sent, "failed"))).rejects.toMatchObject({
    kind: "too-many",
  });
});

it("Bytes count like entries", async () => {
  const reader = somebody("Governance.Reader");
  await counted(reader.tenantId, reader.userId, 1, PERSON_LIMIT.bytes + 1);
  await expect(record(reader, answered())).rejects.toMatchObject({ kind: "too-many" });
});

it("Beyond the limit of a tenant no reader plans more, and another tenant's do", async () => {
  const reader = somebody("Governance.Reader");
  await counted(reader.tenantId, somebody().userId, TENANT_LIMIT.entries);
  await expect(record(reader, answered())).rejects.toMatchObject({
    kind: "too-many",
    message: expect.stringMatching(/^All reviewers together/) as string,
  });
  await record(somebody("Governance.Reader"), answered());
});

it("In the next hour it goes on, and the counts of yesterday are forgotten", async () => {
  const reader = somebody("Governance.Reader");
  await asOwner(
    url(),
    `INSERT INTO append_count VALUES
       ('${reader.tenantId}', date_trunc('hour', now()) - interval '1 hour', '${reader.userId}', 1000000, 0),
       ('${reader.tenantId}', date_trunc('hour', now()) - interval '30 hours', '${reader.userId}', 1, 0)`,
  );
  await record(reader, answered());
  const counts = await countsOf(reader.tenantId);
  expect(counts.map(({ entries }) => entries).sort()).toEqual([1, 1_000_000]);
});
