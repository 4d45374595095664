import { expect, test } from "vitest";
import { WRITE_RATE } from "@/lib/graph/pace";
import { runPlan } from "./run-plan";
import type { RunEvent } from "./run";
import { RunnerFixture } from "./testing/runner-fixture";

/** Two plans of one tab, run at once; answers with when each write was sent. */
async function runTwo(
  fixture: RunnerFixture,
  guestsEach: number,
  onEvent: (event: RunEvent) => void = () => undefined,
): Promise<readonly number[]> {
  const sentAt: number[] = [];
  const { fateOf } = fixture.directory;
  fixture.directory.fateOf = (call) => {
    sentAt.push(fixture.clock.now());
    return fateOf(call);
  };
  const [one, other] = [
    fixture.plan("remove", fixture.guests(guestsEach)),
    fixture.plan("remove", fixture.guests(guestsEach)),
  ];
  const both = Promise.all([
    runPlan(one, fixture.services),
    runPlan(other, fixture.services, { onEvent }),
  ]);
  await fixture.clock.drive(both);
  return sentAt;
}

test("two runs of one tab together send no faster than Graph's write quota", async () => {
  const sentAt = await runTwo(new RunnerFixture(), 100);
  expect(sentAt).toHaveLength(200);
  const { perSecond, burst } = WRITE_RATE;
  for (const [index, at] of sentAt.entries()) {
    const withinTheSecond = sentAt.slice(index).filter((other) => other < at + 1_000);
    expect(withinTheSecond.length).toBeLessThanOrEqual(burst + perSecond);
  }
  const seconds = ((sentAt.at(-1) ?? 0) - (sentAt[0] ?? 0)) / 1_000;
  expect(sentAt.length).toBeLessThanOrEqual(burst + perSecond * seconds + 1);
});

test("a Retry-After that one run hears is waited out by the other, which says so", async () => {
  const fixture = new RunnerFixture();
  let heardAt = 0;
  fixture.directory.fateOf = () => {
    if (heardAt > 0 || fixture.directory.writes.length < 30) return "well";
    heardAt = fixture.clock.now();
    return { kind: "throttled", applied: false, retryAfterSeconds: 40 };
  };
  const waits: (number | null)[] = [];
  const sentAt = await runTwo(fixture, 60, (event) => {
    if (event.kind === "waiting") waits.push(event.until);
  });
  expect(heardAt).toBeGreaterThan(0);
  expect(sentAt.filter((at) => at > heardAt && at < heardAt + 40_000)).toEqual([]);
  expect(sentAt.filter((at) => at >= heardAt + 40_000).length).toBeGreaterThan(60);
  expect(waits).toContain(heardAt + 40_000);
  expect(waits.at(-1)).toBeNull();
});
