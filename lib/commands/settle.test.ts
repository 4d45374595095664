import { expect, test } from "vitest";
import type { DecisionKind } from "@/lib/domain/decision";
import { nth } from "./testing/nth";
import type { Person } from "./testing/small-directory";
import { auditRecord } from "./testing/small-directory";
import { ME, SmallWorld } from "./testing/small-world";
import { settleLater } from "./testing/settle-later";
import { emptySpool, settle } from "./settle";
import type { UnsettledDecision } from "./settle-decision";

const AT = "2026-11-20T00:00:05Z";
const SOMEBODY = "00000000-0000-4000-9000-0000000000aa";

/** Decisions whose intent is on the ledger, and of which nothing else is known. */
async function unsettled(
  world: SmallWorld,
  kind: Exclude<DecisionKind, "keep">,
  people: readonly Person[],
): Promise<readonly UnsettledDecision[]> {
  const { id: planId, decisions } = world.plan(kind, people);
  await world.doors.append({
    entries: decisions.map(({ decision }) => ({ id: decision.id, kind: "decided", decision })),
    cards: [],
  });
  return decisions.map(({ decision: { id, guestId, known } }) => ({
    of: "decision",
    id,
    kind,
    planId,
    guestId,
    known,
    actorId: ME,
    recordedAt: world.clock.now(),
    outcome: null,
  }));
}

/** Somebody's act as Entra's audit log has it. */
const inAuditLog = (activity: string, { guestId }: UnsettledDecision, by: string, id: string) =>
  auditRecord({ activity, actorId: by, targetId: guestId, tracking: id, at: AT });

test("a closed tab's decisions are settled by Entra's audit log, then by what the directory shows, and nothing is sent", async () => {
  const world = new SmallWorld();
  const guests = world.guests(3);
  const decisions = await unsettled(world, "remove", guests);
  const [ours, theirs, unsent] = decisions as [
    UnsettledDecision,
    UnsettledDecision,
    UnsettledDecision,
  ];
  nth(guests, 0).where = "deleted";
  nth(guests, 1).where = "deleted";
  world.directory.audits = [inAuditLog("Delete user", ours, ME, ours.id)];
  const outcomes = await settleLater(world, world.doors);
  expect(outcomes.get(ours.id)).toMatchObject({ result: "done", evidence: "audited" });
  expect(outcomes.get(theirs.id)?.result).toBe("unknown");
  expect(outcomes.get(theirs.id)?.detail).toContain("somebody else may have done it");
  expect(outcomes.get(unsent.id)).toMatchObject({ result: "failed", evidence: "observed" });
  expect(world.directory.writes).toEqual([]);
});

test("what we did and a colleague undid is done, by Entra's own record of it", async () => {
  const world = new SmallWorld();
  const decision = nth(await unsettled(world, "block", world.guests(1)), 0);
  world.directory.audits = [
    inAuditLog("Disable account", decision, ME, decision.id),
    inAuditLog("Enable account", decision, SOMEBODY, "another-id"),
  ];
  await world.clock.drive(settle([decision], world.doors));
  expect(world.ledger.outcomeOf(decision.id)).toMatchObject({
    result: "done",
    evidence: "audited",
  });
});

test("what was never sent and somebody did in the portal is not called ours", async () => {
  const world = new SmallWorld();
  const guest = nth(world.guests(1), 0);
  const decision = nth(await unsettled(world, "block", [guest]), 0);
  guest.enabled = false;
  world.directory.audits = [inAuditLog("Disable account", decision, SOMEBODY, "another-id")];
  const outcomes = await settleLater(world, world.doors);
  expect(outcomes.get(decision.id)?.result).toBe("unknown");
});

test("what is not there any more, and was done by somebody since, is not called never sent", async () => {
  const world = new SmallWorld();
  const decision = nth(await unsettled(world, "block", world.guests(1)), 0);
  world.directory.audits = [inAuditLog("Disable account", decision, ME, "another-id")];
  const outcomes = await settleLater(world, world.doors);
  expect(outcomes.get(decision.id)?.result).toBe("unknown");
});

test("while Entra's audit log may be late, nothing is said", async () => {
  const world = new SmallWorld();
  const decision = nth(await unsettled(world, "block", world.guests(1)), 0);
  const settled = await world.clock.drive(settle([decision], world.doors));
  expect(settled[0]?.outcome).toBeNull();
  expect(world.ledger.outcomeOf(decision.id)).toBeNull();
});

test("a plan that still runs in another tab is left alone", async () => {
  const world = new SmallWorld();
  const decisions = await unsettled(world, "remove", world.guests(1));
  world.running.add(nth(decisions, 0).planId);
  const settled = await world.clock.drive(settle(decisions, world.doors));
  expect(settled[0]?.outcome).toBeNull();
  expect(world.ledger.outcomeOf(nth(decisions, 0).id)).toBeNull();
});

test("somebody else's fresh decision is left alone, and their old one is settled", async () => {
  const world = new SmallWorld();
  const both = await unsettled(world, "block", world.guests(2));
  const fresh = nth(both, 0);
  const old = nth(both, 1);
  const hourAgo = world.clock.now() - 3_600_000;
  const theirs = [
    { ...fresh, actorId: SOMEBODY },
    { ...old, actorId: SOMEBODY, recordedAt: hourAgo },
  ];
  const settled = await world.clock.drive(settle(theirs, world.doors));
  const outcomes = Object.fromEntries(
    settled.map(({ decisionId, outcome }) => [decisionId, outcome]),
  );
  expect(outcomes[fresh.id]).toBeNull();
  expect(outcomes[old.id]?.result).toBe("failed");
});

test("what cannot be read stays unsettled", async () => {
  const world = new SmallWorld();
  const decisions = await unsettled(world, "block", world.guests(1));
  world.directory.readingFails = () => "unavailable";
  const settled = await world.clock.drive(settle(decisions, world.doors));
  expect(settled[0]?.outcome).toBeNull();
  expect(world.ledger.outcomesOf(nth(decisions, 0).id)).toEqual([]);
});

function invitation(guestId: string, actorId: string, correlationId: string) {
  return {
    id: `audit-of-${correlationId}`,
    activityDisplayName: "Invite external user",
    activityDateTime: "2026-11-20T00:00:05Z",
    result: "success",
    correlationId,
    initiatedBy: { user: { id: actorId } },
    targetResources: [{ id: guestId }],
  };
}

test("a mail whose fate is unknown is settled only by Entra's own record of it", async () => {
  const world = new SmallWorld();
  const decisions = await unsettled(world, "resend", world.guests(2, { pending: true }));
  const recorded = nth(decisions, 0);
  const silent = nth(decisions, 1);
  world.directory.audits = [
    invitation(recorded.guestId, ME, recorded.id),
    invitation(silent.guestId, ME, "another-id"),
  ];
  await world.clock.drive(settle(decisions, world.doors));
  expect(world.ledger.outcomeOf(recorded.id)).toMatchObject({
    result: "done",
    evidence: "audited",
  });
  expect(world.ledger.outcomeOf(silent.id)?.result).toBe("unknown");
});

test("the same person's own act at the same time proves nothing: only the correlation id does", async () => {
  const world = new SmallWorld();
  const decision = nth(await unsettled(world, "resend", world.guests(1, { pending: true })), 0);
  const { guestId, id } = decision;
  world.directory.audits = [invitation(guestId, ME, "other")];
  await world.clock.drive(settle([decision], world.doors));
  expect(world.ledger.outcomeOf(id)?.result).toBe("unknown");
  world.directory.audits = [invitation(guestId, ME, "other"), invitation(guestId, ME, id)];
  await world.clock.drive(settle([decision], world.doors));
  expect(world.ledger.outcomeOf(id)).toMatchObject({
    result: "done",
    evidence: "audited",
    auditRecord: { id: `audit-of-${id}`, correlationId: id },
  });
});

test.each<[string, Partial<ReturnType<typeof invitation>>]>([
  ["of somebody else's act", { initiatedBy: { user: { id: SOMEBODY } } }],
  ["about somebody else", { targetResources: [{ id: SOMEBODY }] }],
  ["of another activity", { activityDisplayName: "Disable account" }],
  ["of a failure", { result: "failure" }],
])("a record with the correlation id, but %s, proves nothing", async (_, change) => {
  const world = new SmallWorld();
  const decision = nth(await unsettled(world, "resend", world.guests(1, { pending: true })), 0);
  const { guestId, id } = decision;
  world.directory.audits = [{ ...invitation(guestId, ME, id), ...change }];
  await world.clock.drive(settle([decision], world.doors));
  expect(world.ledger.outcomeOf(id)?.result).toBe("unknown");
});

test("outcomes that an earlier page could not save are saved by the next one", async () => {
  const world = new SmallWorld();
  const decision = nth(await unsettled(world, "block", world.guests(1)), 0);
  const outcome = { result: "done", evidence: "observed", detail: null, requestId: null } as const;
  const { id: decisionId, guestId } = decision;
  world.doors.spool.keep({ id: world.mintId(), kind: "carried-out", decisionId, guestId, outcome });
  await emptySpool(world.doors);
  expect(world.ledger.outcomeOf(decisionId)).toEqual(outcome);
  expect(world.spooled.size).toBe(0);
});

test("one outcome that the ledger refuses leaves the others recorded, and blocks no later visit", async () => {
  const world = new SmallWorld();
  const decisions = await unsettled(world, "block", world.guests(5));
  const outcome = { result: "done", evidence: "observed", detail: null, requestId: null } as const;
  const bad = { id: world.mintId(), kind: "carried-out", decisionId: SOMEBODY } as const;
  world.doors.spool.keep({ ...bad, guestId: null, outcome });
  for (const { id: decisionId, guestId } of decisions) {
    const id = world.mintId();
    world.doors.spool.keep({ id, kind: "carried-out", decisionId, guestId, outcome });
  }
  await emptySpool(world.doors);
  expect(decisions.map(({ id }) => world.ledger.outcomeOf(id)?.result)).toEqual(
    decisions.map(() => "done"),
  );
  expect(world.spooled.size).toBe(0);
});

test("what was recorded meanwhile is not replaced by an older page's reading", async () => {
  const world = new SmallWorld();
  const decision = nth(await unsettled(world, "resend", world.guests(1, { pending: true })), 0);
  const { id: decisionId, guestId } = decision;
  const outcome = { result: "done", evidence: "reported", detail: null, requestId: null } as const;
  const id = world.mintId();
  await world.doors.append({
    entries: [{ id, kind: "carried-out", decisionId, guestId, outcome }],
    cards: [],
  });
  await world.clock.drive(settle([decision], world.doors));
  expect(world.ledger.outcomesOf(decisionId)).toEqual([outcome]);
});

test("while the ledger cannot be reached, nothing is settled over outcomes that the tab keeps", async () => {
  const world = new SmallWorld();
  const decision = nth(await unsettled(world, "block", world.guests(1)), 0);
  const outcome = { result: "done", evidence: "observed", detail: null, requestId: null } as const;
  const { id: decisionId, guestId } = decision;
  world.doors.spool.keep({ id: world.mintId(), kind: "carried-out", decisionId, guestId, outcome });
  world.ledger.fateOf = () => "down";
  await expect(emptySpool(world.doors)).rejects.toMatchObject({ kind: "unavailable" });
  expect(world.spooled.size).toBe(1);
});
