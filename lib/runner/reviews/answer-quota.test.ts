import { expect, test, vi } from "vitest";
import { planAnswers } from "@/lib/domain/reviews/plan-answers";
import { openGraph } from "@/lib/graph/client";
import type { Clock } from "@/lib/graph/clock";
import type { SimulatedReviewFixture } from "../testing/simulated-review-fixture";
import { reviewOfMany } from "../testing/review-of-many";
import { VirtualClock } from "../testing/virtual-clock";
import { runPlan } from "../run-plan";
import { WriteRateLimiter } from "../write-rate-limiter";

// Every call is signed, verified and answered for real, on machines that do other things too.
vi.setConfig({ testTimeout: 120_000 });

const ITEMS = 1_000;
/** 3,000 in 150 s: https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits */
const WRITES_PER_SECOND = 20;
/** After a time without requests a second's worth may go at once, and as many that were under way may arrive with them. */
const MOST_AT_ONCE = WRITES_PER_SECOND + 16;
const LATENCY_MILLISECONDS = 50;

/** The same tenant through a line that takes its time, with a clock that moves only when everybody waits for it. */
function throughASlowLine({ simulated, services }: SimulatedReviewFixture) {
  const virtual = new VirtualClock();
  const begun = simulated.clock.now() - virtual.now();
  const clock: Clock = {
    now: () => begun + virtual.now(),
    random: () => 0.5,
    sleep: (milliseconds, signal) => virtual.sleep(milliseconds, signal),
  };
  simulated.tenant.clock.now = () => clock.now();
  const counted = { requests: 0, readings: 0, refused: 0 };
  let working = 0;
  const atWork = async <T>(work: Promise<T>): Promise<T> => {
    working += 1;
    try {
      return await work;
    } finally {
      working -= 1;
    }
  };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    await clock.sleep(LATENCY_MILLISECONDS);
    const answer = await atWork(simulated.fetch(input, init));
    counted.requests += 1;
    const isBatch = (input instanceof Request ? input.url : input.toString()).endsWith("/$batch");
    counted.readings += isBatch ? requestsIn(init?.body) : 1;
    if (answer.status === 429) counted.refused += 1;
    if (isBatch) counted.refused += refusalsIn(await atWork(answer.clone().json()));
    return answer;
  };
  const token: typeof simulated.token = (scopes, claims) => atWork(simulated.token(scopes, claims));
  const graph = openGraph({ root: "http://localhost:4010", token, fetch, clock });
  /** Time passes only while nobody computes. */
  const drive = <T>(work: Promise<T>): Promise<T> =>
    virtual.drive(work, undefined, () => working > 0);
  const writeLimiter = new WriteRateLimiter(clock);
  return { services: { ...services, graph, clock, writeLimiter }, counted, drive };
}

/** https://learn.microsoft.com/graph/json-batching */
function requestsIn(body: BodyInit | null | undefined): number {
  return (JSON.parse(typeof body === "string" ? body : "{}") as { requests: unknown[] }).requests
    .length;
}

function refusalsIn(answer: unknown): number {
  const { responses } = answer as { readonly responses: readonly { readonly status: number }[] };
  return responses.filter(({ status }) => status === 429).length;
}

/** The most that fell into any stretch of that many seconds. */
function mostWithin(instants: readonly number[], seconds: number): number {
  let most = 0;
  let first = 0;
  for (const [last, at] of instants.entries()) {
    while (at - (instants[first] ?? at) >= seconds * 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

test("a thousand items are denied within the quota, each once, and the history has them all", async () => {
  const { fixture: fixture, items, readAgain } = await reviewOfMany(ITEMS);
  const answers = items.map((item) => ({
    ...{ item, decision: "Deny" as const, justification: "The crowd has gone home" },
  }));
  fixture.simulated.tenant.conditions.throttle = "strict";
  const { directory } = fixture.simulated.tenant;
  const effectsBefore = directory.effects.length;
  const line = throughASlowLine(fixture);
  const plan = planAnswers(answers, fixture.planning);
  const { results } = await line.drive(runPlan(plan, line.services));

  const sent = directory.effects.slice(effectsBefore);
  expect(new Set(sent.map(({ path }) => path)).size).toBe(ITEMS);
  expect(sent).toHaveLength(ITEMS);
  const sentAt = sent.map(({ at }) => Date.parse(at)).sort((one, other) => one - other);
  for (const stretch of [1, 10, 30]) {
    const most = WRITES_PER_SECOND * stretch + MOST_AT_ONCE;
    expect(mostWithin(sentAt, stretch), `in ${stretch} s`).toBeLessThanOrEqual(most);
  }
  expect(line.counted.requests - ITEMS, "requests besides").toBeLessThanOrEqual(60);
  expect(line.counted.readings - ITEMS, "readings besides").toBeLessThanOrEqual(300);
  expect(line.counted.refused, "answers that say: too many").toBe(0);

  expect((await readAgain()).every(({ decision }) => decision === "Deny")).toBe(true);
  for (const { operationId, outcome } of results) {
    expect(outcome).toMatchObject({ result: "done", evidence: "observed" });
    expect(fixture.runner.ledger.outcomeOf(operationId)).toMatchObject({ result: "done" });
  }
});
