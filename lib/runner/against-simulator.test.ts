import { expect, test } from "vitest";
import { openGraph } from "@/lib/graph/client";
import { SignInNeeded } from "@/lib/identity/sign-in-needed";
import { matchAudit } from "./match-audit";
import { runPlan } from "./run-plan";
import { nth } from "./testing/nth";
import { resolveLater } from "./testing/resolve-later";
import { SimulatedFixture } from "./testing/simulated-fixture";

const resultsOf = (results: Awaited<ReturnType<typeof runPlan>>["results"]) =>
  results.map(({ outcome }) => outcome?.result);

test("blocking stops the sign-in, and Entra's own log has a record of it", async () => {
  const fixture = new SimulatedFixture(40);
  const guests = fixture.guests(({ accountEnabled }) => accountEnabled).slice(0, 10);
  const plan = fixture.plan("block", guests);
  const { results, stopped } = await runPlan(plan, fixture.services);
  expect(stopped).toBeNull();
  expect(resultsOf(results)).toEqual(guests.map(() => "done"));
  expect(results.every(({ outcome }) => outcome?.evidence === "observed")).toBe(true);
  expect(results.every(({ outcome }) => outcome?.requestId !== null)).toBe(true);
  expect(results.every(({ outcome }) => outcome?.detail === null)).toBe(true);
  expect(guests.every(({ accountEnabled }) => !accountEnabled)).toBe(true);
  const { operation } = nth(plan.operations, 0);
  const audited = await matchAudit(
    {
      operation,
      actorId: fixture.services.me.userId,
      recordedAt: fixture.services.clock.now(),
      outcome: nth(results, 0).outcome,
      steps: [],
    },
    fixture.services.graph,
  );
  expect(audited).toMatchObject({ result: "done", evidence: "audited" });
});

test("what was removed waits among the deleted, and comes back as it was", async () => {
  const fixture = new SimulatedFixture(40);
  const guests = fixture.guests().slice(0, 8);
  const removed = await runPlan(fixture.plan("remove", guests), fixture.services);
  expect(resultsOf(removed.results)).toEqual(guests.map(() => "done"));
  expect(fixture.guests().some(({ id }) => guests.some((guest) => guest.id === id))).toBe(false);
  const restored = await runPlan(fixture.plan("restore", guests), fixture.services);
  expect(resultsOf(restored.results)).toEqual(guests.map(() => "done"));
  expect([...fixture.effects("user-restored")].sort()).toEqual(guests.map(({ id }) => id).sort());
});

test("an invitation is mailed again to a guest who has not accepted", async () => {
  const fixture = new SimulatedFixture(120);
  const pending = fixture
    .guests(
      ({ externalUserState, accountEnabled, mail }) =>
        externalUserState === "PendingAcceptance" && accountEnabled && mail !== null,
    )
    .slice(0, 5);
  expect(pending.length).toBeGreaterThan(0);
  const { results } = await runPlan(fixture.plan("resend", pending), fixture.services);
  expect(resultsOf(results)).toEqual(pending.map(() => "done"));
  expect(results.every(({ outcome }) => outcome?.evidence === "reported")).toBe(true);
});

test("under many faults nothing is lost and nothing is done twice", async () => {
  const fixture = new SimulatedFixture(110);
  const { simulated } = fixture;
  simulated.strikes(
    { kind: "throttled", method: "DELETE", chance: 0.15, retryAfterSeconds: 4 },
    { kind: "throttled-though-applied", method: "DELETE", chance: 0.1 },
    { kind: "reset-after-accept", method: "DELETE", chance: 0.1 },
    { kind: "gateway-timeout-after-accept", method: "DELETE", chance: 0.1 },
    { kind: "reset", method: "DELETE", chance: 0.05 },
    { kind: "unavailable", chance: 0.1 },
    { kind: "batch-item-missing", chance: 0.05 },
    { kind: "batch-shuffled", chance: 0.2 },
    { kind: "batch-partial-throttle", chance: 0.1 },
  );
  const guests = fixture.guests().slice(0, 60);
  const { results } = await runPlan(fixture.plan("remove", guests), fixture.services);
  const later = await resolveLater(fixture.runner, fixture.services);
  const effects = fixture.effects("user-deleted");
  expect(new Set(effects).size, "no guest is removed twice").toBe(effects.length);
  const removed = new Set(effects);
  for (const { operationId, guestId, ...run } of results) {
    const outcome = later.get(operationId) ?? run.outcome;
    expect(outcome?.result, "every outcome is resolved").toMatch(/^(done|failed)$/);
    expect(outcome?.result === "done", "done means removed").toBe(removed.has(guestId ?? ""));
  }
  expect(removed.size).toBeGreaterThan(40);
  expect(simulated.waits.length, "the faults were injected").toBeGreaterThan(10);
});

test("a role that is taken away midway stops the run", async () => {
  const fixture = new SimulatedFixture(120);
  const { tenant } = fixture.simulated;
  const guests = fixture.guests().slice(0, 80);
  const isUserAdministrator = ({ displayName }: { readonly displayName: string }) =>
    displayName === "User Administrator";
  const role = [...tenant.directory.roles.values()].find(isUserAdministrator);
  const { results, stopped } = await runPlan(fixture.plan("remove", guests), fixture.services, {
    onEvent: (event) => {
      const over = event.kind === "operation" && typeof event.state !== "string";
      if (over) role?.memberIds.delete(fixture.services.me.userId);
    },
  });
  expect(stopped).toEqual({ kind: "role-missing" });
  const done = results.filter(({ outcome }) => outcome?.result === "done");
  expect(done).toHaveLength(fixture.effects("user-deleted").length);
  expect(resultsOf(results).filter((result) => result === "refused").length).toBeGreaterThan(0);
  expect(resultsOf(results).filter((result) => result === "failed").length).toBeGreaterThan(30);
});

test.each([
  ["the consent is withdrawn", false],
  ["the session is ended", true],
] as const)("nothing is sent when %s between plan and run", async (_what, sessionEnded) => {
  const fixture = new SimulatedFixture(40);
  const { token, fetch, clock } = fixture.simulated;
  const scope = "User.EnableDisableAccount.All";
  const getToken = (scopes: readonly string[]) =>
    scopes.includes(scope)
      ? Promise.reject(new SignInNeeded(scopes, undefined, { sessionEnded }))
      : token(scopes);
  const graph = openGraph({ root: "http://localhost:4010", token: getToken, fetch, clock });
  const guest = nth(
    fixture.guests(({ accountEnabled }) => accountEnabled),
    0,
  );
  const { results, stopped } = await runPlan(fixture.plan("block", [guest]), {
    ...fixture.services,
    graph,
  });
  expect(stopped).toMatchObject({ kind: "sign-in-needed", scopes: [scope, "User.Read.All"] });
  expect(resultsOf(results)).toEqual(["failed"]);
  expect(nth(results, 0).outcome?.detail).toMatch(/^Not attempted/);
  expect(fixture.simulated.tenant.directory.effects).toEqual([]);
  expect(guest.accountEnabled).toBe(true);
});
