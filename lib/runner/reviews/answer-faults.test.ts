import { describe, expect, test, vi } from "vitest";
import { planAnswers } from "@/lib/domain/reviews/plan-answers";
import { planForInstance } from "@/lib/domain/reviews/plan-review";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import type { RunnerServices } from "../runner-services";
import type { RunEvent } from "../run";
import { nth } from "../testing/nth";
import { SimulatedReviewFixture } from "../testing/simulated-review-fixture";
import { runPlan } from "../run-plan";

// Every call is signed, verified and answered for real, on machines that do other things too.
vi.setConfig({ testTimeout: 60_000 });

const REVIEWS = "/identityGovernance/accessReviews/";

const denials = (items: readonly ReviewItem[]) =>
  items.map((item) => ({ item, decision: "Deny" as const, justification: "Gone" }));

/** A review of a number of guests, its answers, and how often one was sent. */
async function reviewOf(size: number) {
  const fixture = new SimulatedReviewFixture(100);
  const { review, instance, items } = await fixture.running(size);
  const before = fixture.simulated.sent.length;
  const answersSent = () =>
    fixture.simulated.sent.slice(before).filter((line) => line.startsWith("PATCH ")).length;
  const deny = async (
    services: RunnerServices = fixture.services,
    onEvent: (event: RunEvent) => void = () => undefined,
  ) => runPlan(planAnswers(denials(await items()), fixture.planning), services, { onEvent });
  const decisions = async () => (await items()).map(({ decision }) => decision);
  return { fixture, review, instance, items, deny, answersSent, decisions };
}

describe("A reviewer's answers, when something goes wrong", () => {
  test("wait as long as Graph asks and say so, and only what was put off is sent once more", async () => {
    const { fixture, deny, answersSent, decisions } = await reviewOf(40);
    const { clock } = fixture.simulated;
    fixture.simulated.strikes({
      kind: "throttled",
      method: "PATCH",
      pathPrefix: REVIEWS,
      after: 10,
      times: 3,
      retryAfterSeconds: 8,
    });
    const waits: number[] = [];
    const { results } = await deny(fixture.services, (event) => {
      if (event.kind === "waiting" && event.until !== null) waits.push(event.until - clock.now());
    });
    expect(waits.length).toBeGreaterThan(0);
    expect(Math.max(...waits)).toBeGreaterThan(7_000);
    expect(results.map(({ outcome }) => outcome?.result)).toEqual(Array(40).fill("done"));
    expect(await decisions()).toEqual(Array(40).fill("Deny"));
    expect(answersSent()).toBe(43);
  });

  test("whose reply was lost are found by looking, and not sent again", async () => {
    const { fixture, deny, answersSent, decisions } = await reviewOf(1);
    fixture.simulated.strikes({
      kind: "gateway-timeout-after-accept",
      method: "PATCH",
      pathPrefix: REVIEWS,
      times: 1,
    });
    const { results } = await deny();
    expect(results).toMatchObject([{ outcome: { result: "done", evidence: "observed" } }]);
    expect(answersSent()).toBe(1);
    expect(await decisions()).toEqual(["Deny"]);
    const { operationId } = nth(results, 0);
    expect(fixture.runner.ledger.outcomeOf(operationId)).toMatchObject({ evidence: "observed" });
  });

  test("are not sent while the history cannot be written, and can be given again afterwards", async () => {
    const { fixture, deny, answersSent, decisions } = await reviewOf(2);
    fixture.runner.ledger.fateOf = () => "down";
    const { results, stopped } = await deny();
    expect(stopped).toEqual({ kind: "ledger-unavailable" });
    expect(results.map(({ outcome }) => outcome)).toEqual([null, null]);
    expect(answersSent()).toBe(0);
    expect(await decisions()).toEqual(["NotReviewed", "NotReviewed"]);
    fixture.runner.ledger.fateOf = () => "well";
    await deny();
    expect(answersSent()).toBe(2);
    expect(await decisions()).toEqual(["Deny", "Deny"]);
  });

  test("are refused unsent once the instance has ended, which is said of it", async () => {
    const { fixture, review, instance, items, answersSent } = await reviewOf(1);
    const asSeen = await items();
    await fixture.run(planForInstance("stop-instance", instance, review, fixture.planning));
    const { results } = await fixture.run(planAnswers(denials(asSeen), fixture.planning));
    expect(nth(results, 0).outcome).toMatchObject({ result: "refused", evidence: "observed" });
    expect(nth(results, 0).outcome?.detail).toMatch(/^The instance is not in progress: /);
    expect(answersSent()).toBe(0);
  });

  test("are refused in Graph's words to who is no reviewer any more", async () => {
    const { fixture, deny, decisions } = await reviewOf(1);
    fixture.simulated.strikes({
      kind: "forbidden",
      method: "PATCH",
      pathPrefix: REVIEWS,
      times: 1,
    });
    const { results } = await deny();
    expect(nth(results, 0).outcome).toMatchObject({ result: "refused" });
    expect(nth(results, 0).outcome?.detail).toContain("403");
    expect(await decisions()).toEqual(["NotReviewed"]);
  });
});
