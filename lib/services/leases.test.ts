import { expect, test } from "vitest";
import { LEASE_SECONDS } from "@/lib/contract/lease";
import type { CallApi } from "./api";
import { ApiError, type ApiErrorKind } from "@/lib/contract/api-error";
import { openLeases } from "./leases";
import type { Leases } from "@/lib/runner/runner-services";
import { runPlan } from "@/lib/runner/run-plan";
import { resolveUnknown } from "@/lib/runner/resolve-unknown";
import { nth } from "@/lib/runner/testing/nth";
import { run } from "@/lib/runner/testing/run";
import { ME, RunnerFixture } from "@/lib/runner/testing/runner-fixture";
import { VirtualClock } from "@/lib/runner/testing/virtual-clock";

const SERVER_AHEAD_MILLISECONDS = 24 * 3_600_000;
const MINUTE = 60_000;

/** A server that gives leases, and a page that asks for them; the server's clock is a day ahead of the page's. */
function bench() {
  const clock = new VirtualClock();
  const requests: string[] = [];
  const renewals: unknown[] = [];
  const server = { fails: null as ApiErrorKind | null, fence: 1 };
  const api = (async (
    path: string,
    schema: () => Promise<{ parse: (value: unknown) => unknown }>,
    init: { readonly body: { readonly renews?: number } },
  ) => {
    requests.push(path);
    if (path.endsWith("/release")) return (await schema()).parse({ released: true });
    renewals.push(init.body.renews);
    if (server.fails !== null) throw new ApiError(server.fails, "as the test wished");
    const now = clock.now() + SERVER_AHEAD_MILLISECONDS;
    return (await schema()).parse({
      fence: server.fence,
      now,
      expiresAt: now + LEASE_SECONDS * 1_000,
      sentUntil: null,
    });
  }) as CallApi;
  const mintId = () => crypto.randomUUID();
  const every = (milliseconds: number, work: () => void) => {
    const over = new AbortController();
    const repeat = async () => {
      for (;;) {
        await clock.sleep(milliseconds, over.signal);
        work();
      }
    };
    repeat().catch(() => undefined);
    return () => {
      over.abort();
    };
  };
  const uptime = () => clock.now();
  const leases = openLeases({ api, clock, every, uptime, steady: uptime, mintId });
  return { clock, requests, renewals, server, leases };
}

test("A lease is renewed while the work goes on, and given back at its end", async () => {
  const { clock, requests, leases } = bench();
  const result = await clock.drive(
    leases.hold("plan", "run", async ({ fence, isHeld, serverNow }) => {
      await clock.sleep(5 * MINUTE);
      expect(serverNow()).toBe(clock.now() + SERVER_AHEAD_MILLISECONDS);
      return { fence, held: isHeld() };
    }),
  );
  expect(result).toEqual({ fence: 1, held: true });
  expect(requests.filter((path) => path === "/api/leases").length).toBeGreaterThan(5);
  expect(requests.at(-1)).toBe("/api/leases/release");
});

test("What somebody else holds is not worked on", async () => {
  const { clock, server, leases } = bench();
  server.fails = "conflict";
  const work = () => Promise.reject(new Error("It was worked on"));
  expect(await clock.drive(leases.hold("plan", "run", work))).toBeNull();
});

test("A lease that somebody else has taken over is lost for good", async () => {
  const { clock, server, leases, renewals } = bench();
  const held = await clock.drive(
    leases.hold("plan", "run", async ({ isHeld }) => {
      server.fails = "conflict";
      await clock.sleep(MINUTE);
      // Who took it over has given it back: what they said meanwhile stands.
      server.fails = null;
      await clock.sleep(MINUTE);
      return isHeld();
    }),
  );
  expect(held).toBe(false);
  expect(renewals).toEqual([undefined, 1, 1]);
});

test("Without an answer a lease is held until shortly before it lapses, and again when there is one", async () => {
  const { clock, server, leases } = bench();
  const held = await clock.drive(
    leases.hold("plan", "run", async ({ isHeld }) => {
      const seen: boolean[] = [];
      server.fails = "no-answer";
      for (const minutes of [2, 2]) {
        await clock.sleep(minutes * MINUTE);
        seen.push(isHeld());
      }
      server.fails = null;
      await clock.sleep(MINUTE);
      return [...seen, isHeld()];
    }),
  );
  expect(held).toEqual([true, false, true]);
});

test("A lease is given up half a minute before it lapses: what is on its way arrives before somebody else has it", async () => {
  const { clock, server, leases } = bench();
  const held = await clock.drive(
    leases.hold("plan", "run", async ({ isHeld }) => {
      server.fails = "no-answer";
      const seen: boolean[] = [];
      for (const seconds of [LEASE_SECONDS - 31, 2]) {
        await clock.sleep(seconds * 1_000);
        seen.push(isHeld());
      }
      return seen;
    }),
  );
  expect(held).toEqual([true, false]);
});

test("A run whose lease is lost sends nothing more, and says so", async () => {
  const fixture = new RunnerFixture();
  const plan = fixture.plan("remove", fixture.guests(40));
  const original = fixture.services.leases;
  const isHeld = () => fixture.directory.effects.length < 5;
  const leases: Leases = {
    hold: (planId, purpose, work) =>
      original.hold(planId, purpose, (lease) => work({ ...lease, isHeld })),
  };
  const services = { ...fixture.services, leases };
  const { stopped, results } = await fixture.clock.drive(runPlan(plan, services));
  expect(stopped).toEqual({ kind: "lease-lost" });
  expect(fixture.directory.effects.length).toBeLessThan(25);
  const undone = results.filter(({ outcome }) => outcome?.result === "failed");
  expect(undone.length + fixture.directory.effects.length).toBe(40);
});

test.each([
  ["the same person in another browser", ME],
  ["a colleague", "00000000-0000-4000-9000-0000000000aa"],
])("While a run waits for Microsoft, %s says nothing of it", async (_who, userId) => {
  const fixture = new RunnerFixture();
  fixture.directory.fateOf = () =>
    fixture.directory.writes.length === 1
      ? { kind: "throttled", applied: false, retryAfterSeconds: 240 }
      : "well";
  const plan = fixture.plan("remove", fixture.guests(1));
  const other = { ...fixture.services, me: { ...fixture.services.me, userId } };
  const { operation } = nth(plan.operations, 0);
  const recordedAt = fixture.clock.now() - 60 * MINUTE;
  const recorded = { recordedAt, outcome: null, actorId: ME, steps: [] };
  const unresolved = { operation, ...recorded };
  let said: unknown = "nothing yet";
  const running = runPlan(plan, fixture.services);
  await fixture.clock.drive(
    (async () => {
      await fixture.clock.sleep(20_000);
      said = (await resolveUnknown([unresolved], other))[0]?.outcome;
      await running;
    })(),
  );
  expect(said).toBeNull();
  expect(fixture.ledger.outcomesOf(operation.id).map(({ result }) => result)).toEqual(["done"]);
});

test("An outcome of a run that somebody else has taken over is refused", async () => {
  const fixture = new RunnerFixture();
  const { plan } = await run(fixture, "remove", fixture.guests(1));
  const { id: operationId, guestId } = nth(plan.operations, 0).operation;
  const outcome = { result: "done", evidence: "observed", detail: null, requestId: null } as const;
  fixture.ledger.nextFence(plan.id);
  const late = {
    id: fixture.mintId(),
    kind: "carried-out",
    operationId,
    guestId,
    outcome,
    fence: 1,
  };
  const refused = fixture.services.append({ entries: [late as never], cards: [] });
  await expect(refused).rejects.toMatchObject({ kind: "conflict" });
});
