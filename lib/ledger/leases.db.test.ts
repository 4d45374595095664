import { randomUUID } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import { LEASE_SECONDS } from "@/lib/contract/lease";
import { leaseAnswer, leaseRows, type LeaseTable } from "@/lib/runner/testing/schedule/lease-table";
import { acquireLease, releaseLease } from "./leases";
import { asOwner, ledgerOfFile } from "./testing/fresh-database";
import { carriedOut, planned, somebody } from "./testing/requests";

const { database, url, record } = ledgerOfFile();

type Caller = ReturnType<typeof somebody>;

const acquire = (caller: Caller, planId: string, session: string = randomUUID()) =>
  acquireLease({ planId, session }, caller, database());
const release = (caller: Caller, planId: string, session: string) =>
  releaseLease({ planId, session }, caller, database());

/** The lease was not renewed for long enough: its row is set back, since nobody waits for minutes here. */
const lapse = (planId: string, ago = "1 s") =>
  asOwner(
    url(),
    `UPDATE lease SET expires_at = clock_timestamp() - interval '${ago}' WHERE plan_id = '${planId}'`,
  );

/** An operation that is recorded, and its plan. */
async function recordedPlan(caller: Caller) {
  const entry = planned();
  await record(caller, entry);
  return { entry, planId: entry.operation.planId };
}

const conflict = { kind: "conflict" };

test.each(leaseRows())("A lease that is %s, asked for by %s (%s): %s", async (...row) => {
  const caller = somebody();
  const { planId } = await recordedPlan(caller);
  const sessions = { first: randomUUID(), second: randomUUID() };
  const leases: LeaseTable = {
    acquire: (session, renews) =>
      acquireLease({ planId, session: sessions[session], renews }, caller, database()),
    release: (session) => release(caller, planId, sessions[session]),
    lapse: () => lapse(planId),
  };
  expect(await leaseAnswer(leases, row)).toBe(row[3]);
});

describe("The lease of a plan", () => {
  it("is one session's at a time, also across browsers, people and machines", async () => {
    const olga = somebody();
    const boris = somebody("Governance.Administrator", olga.tenantId);
    const { planId } = await recordedPlan(olga);
    expect(await acquire(olga, planId)).toMatchObject({ fence: 1 });
    await expect(acquire(olga, planId)).rejects.toMatchObject(conflict);
    await expect(acquire(boris, planId)).rejects.toMatchObject(conflict);
  });

  it("says until when an earlier run may have sent: its end, or where it died that of its lease", async () => {
    const olga = somebody();
    const { planId } = await recordedPlan(olga);
    const ask = (runs: boolean, session: string = randomUUID()) =>
      acquireLease({ planId, session, runs }, olga, database());
    const [run, reading] = [randomUUID(), randomUUID()];
    const first = await ask(true, run);
    expect(first.sentUntil).toBeNull();
    expect((await ask(true, run)).sentUntil, "of its own").toBeNull();
    await release(olga, planId, run);
    const second = await ask(false, reading);
    expect(second.sentUntil).toBeGreaterThanOrEqual(first.now - 1);
    expect(second.sentUntil).toBeLessThanOrEqual(second.now);
    await release(olga, planId, reading);
    expect((await ask(false)).sentUntil, "who only read has sent nothing").toBe(second.sentUntil);
    await lapse(planId);
    expect((await ask(true)).sentUntil).toBe(second.sentUntil);
    await lapse(planId, "1 ms");
    const last = await ask(false);
    expect(last.sentUntil).toBeGreaterThan(second.sentUntil ?? Infinity);
    expect(last.sentUntil).toBeLessThan(last.now);
  });

  it("is given to one of many who ask at once", async () => {
    const olga = somebody();
    const { planId } = await recordedPlan(olga);
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () => acquire(olga, planId)),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is renewed by its session with the same number, by the database's clock", async () => {
    const olga = somebody();
    const session = randomUUID();
    const { planId } = await recordedPlan(olga);
    const first = await acquire(olga, planId, session);
    const again = await acquire(olga, planId, session);
    expect(again.fence).toBe(first.fence);
    expect(again.expiresAt).toBeGreaterThanOrEqual(first.expiresAt);
    const seconds = (again.expiresAt - again.now) / 1_000;
    expect(seconds).toBeGreaterThan(LEASE_SECONDS - 5);
    expect(seconds).toBeLessThanOrEqual(LEASE_SECONDS);
  });

  it("is never got back by renewing: what somebody else has had meanwhile is lost", async () => {
    const olga = somebody();
    const session = randomUUID();
    const { planId } = await recordedPlan(olga);
    const { fence } = await acquire(olga, planId, session);
    const renew = () => acquireLease({ planId, session, renews: fence }, olga, database());
    await lapse(planId);
    expect(await renew()).toMatchObject({ fence });
    await lapse(planId);
    const other = randomUUID();
    await acquire(olga, planId, other);
    await release(olga, planId, other);
    await expect(renew()).rejects.toMatchObject(conflict);
  });

  it("is not renewed by somebody else who has learnt the session", async () => {
    const olga = somebody();
    const boris = somebody("Governance.Administrator", olga.tenantId);
    const session = randomUUID();
    const { planId } = await recordedPlan(olga);
    await acquire(olga, planId, session);
    await expect(acquire(boris, planId, session)).rejects.toMatchObject(conflict);
    expect(await release(boris, planId, session)).toEqual({ released: false });
  });

  test.each(["lapsed", "released"] as const)("once it is %s is the next one's", async (how) => {
    const olga = somebody();
    const session = randomUUID();
    const { planId } = await recordedPlan(olga);
    await acquire(olga, planId, session);
    if (how === "lapsed") await lapse(planId);
    else expect(await release(olga, planId, session)).toEqual({ released: true });
    expect(await acquire(olga, planId)).toMatchObject({ fence: 2 });
    await expect(acquire(olga, planId, session)).rejects.toMatchObject(conflict);
  });

  it("is another tenant's own, though the plan has the same id", async () => {
    const olga = somebody();
    const { planId } = await recordedPlan(olga);
    await acquire(olga, planId);
    expect(await acquire(somebody(), planId)).toMatchObject({ fence: 1 });
  });

  it("is a reader's only for their own plan", async () => {
    const olga = somebody();
    const rhea = somebody("Governance.Reader", olga.tenantId);
    const { planId } = await recordedPlan(olga);
    await expect(acquire(rhea, planId)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await acquire(rhea, randomUUID())).toMatchObject({ fence: 1 });
  });

  it("is never deleted, and its number never becomes smaller, for the tables' owner neither", async () => {
    const { planId } = await recordedPlan(somebody());
    await acquire(somebody(), planId);
    const attempts = ["DELETE FROM lease", "TRUNCATE lease", "UPDATE lease SET fence = fence - 1"];
    for (const attempt of attempts) await expect(asOwner(url(), attempt)).rejects.toThrow();
  });
});

describe("An outcome", () => {
  it("of a plan under a lease has to carry its number", async () => {
    const olga = somebody();
    const { entry, planId } = await recordedPlan(olga);
    const { fence } = await acquire(olga, planId);
    const outcome = carriedOut(entry);
    await expect(record(olga, outcome)).rejects.toMatchObject({
      ...conflict,
      field: "entries[0].fence",
    });
    await record(olga, { ...outcome, fence });
  });

  it("of an earlier holder is refused once somebody else has taken the plan over", async () => {
    const olga = somebody();
    const boris = somebody("Governance.Administrator", olga.tenantId);
    const { entry, planId } = await recordedPlan(olga);
    const { fence: old } = await acquire(olga, planId);
    await lapse(planId);
    const { fence } = await acquire(boris, planId);
    await expect(record(olga, { ...carriedOut(entry), fence: old })).rejects.toMatchObject(
      conflict,
    );
    await record(boris, { ...carriedOut(entry, "unknown"), fence });
  });

  it("is the holder's to say: a colleague's is refused, also with the number of the lease", async () => {
    const olga = somebody();
    const boris = somebody("Governance.Administrator", olga.tenantId);
    const { entry, planId } = await recordedPlan(olga);
    const { fence } = await acquire(olga, planId);
    const failed = { ...carriedOut(entry, "failed"), fence };
    const refusal = { ...conflict, field: "entries[0].fence" };
    await expect(record(boris, failed)).rejects.toMatchObject(refusal);
    await lapse(planId);
    await expect(record(boris, failed)).rejects.toMatchObject(refusal);
    await record(olga, { ...carriedOut(entry), fence });
  });

  it("of a plan that never had a lease is for the person who planned it", async () => {
    const olga = somebody();
    const boris = somebody("Governance.Administrator", olga.tenantId);
    const { entry } = await recordedPlan(olga);
    await expect(record(boris, carriedOut(entry, "failed"))).rejects.toMatchObject({
      ...conflict,
      field: "entries[0].fence",
    });
    await record(olga, carriedOut(entry));
  });

  it("that waited in a closed tab is taken while nobody else has taken the plan over", async () => {
    const olga = somebody();
    const { entry, planId } = await recordedPlan(olga);
    const { fence } = await acquire(olga, planId);
    await lapse(planId);
    await record(olga, { ...carriedOut(entry), fence });
  });

  it("cannot invent a number for a plan that never had a lease", async () => {
    const olga = somebody();
    const { entry } = await recordedPlan(olga);
    await expect(record(olga, { ...carriedOut(entry), fence: 1 })).rejects.toMatchObject(conflict);
    await record(olga, carriedOut(entry));
  });
});
