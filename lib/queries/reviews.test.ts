import type { ReviewStatus } from "@/lib/domain/reviews/review-status";
import { describe, expect, test } from "vitest";
import { DAY } from "@/lib/domain/time";
import { readInstances } from "@/lib/graph/reviews/read-instances";
import { type ItemsRead, readItems } from "@/lib/graph/reviews/read-items";
import { readReviews } from "@/lib/graph/reviews/read-reviews";
import { guestsOf, SimulatedReviews } from "@/lib/graph/testing/simulated-reviews";
import { readingProblem } from "./reading-problem";
import { type AfterTheEnd, untilNextLook } from "@/lib/domain/reviews/until-next-look";
import { showMeanwhile } from "./show-meanwhile";

/** A cache of one query that remembers everything it was given. */
function oneQuery(first?: ItemsRead) {
  const shown: ItemsRead[] = first ? [first] : [];
  return {
    shown,
    getQueryData: () => shown.at(-1) as never,
    setQueryData: (_key: unknown, data: unknown) => {
      shown.push(data as ItemsRead);
      return data as never;
    },
  };
}

async function withItems(guests: number) {
  const fixture = new SimulatedReviews();
  const reviewId = await fixture.review({ scope: guestsOf(fixture.group({ guests }).id) });
  const [instance] = await readInstances(fixture.graph, reviewId);
  return { fixture, ref: { reviewId, instanceId: instance?.id ?? "" } };
}

describe("While items are read", () => {
  test("the first rows are seen at once, and more of them a few times a second", async () => {
    const { fixture, ref } = await withItems(600);
    const cache = oneQuery();
    let time = 0;
    const onPage = showMeanwhile(cache, [], () => (time += 100));
    await readItems(fixture.graph, ref, { onPage });
    const rows = cache.shown.map(({ items, complete }) => [items.length, complete]);
    expect(rows[0]).toEqual([100, false]);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.length).toBeLessThan(6);
  });

  test("what was read to its end before stays", async () => {
    const { fixture, ref } = await withItems(150);
    const cache = oneQuery(await readItems(fixture.graph, ref));
    await readItems(fixture.graph, ref, { onPage: showMeanwhile(cache, []) });
    expect(cache.shown.length).toBe(1);
  });

  test("what broke off before is filled anew", async () => {
    const { fixture, ref } = await withItems(600);
    fixture.simulated.strikes({ kind: "forbidden", queryContains: "$skip=300", times: 1 });
    const cache = oneQuery();
    const read = () => readItems(fixture.graph, ref, { onPage: showMeanwhile(cache, []) });
    await expect(read()).rejects.toMatchObject({ kind: "forbidden" });
    expect(cache.shown.at(-1)?.complete).toBe(false);
    expect((await read()).complete).toBe(true);
    expect(cache.shown.filter(({ items }) => items.length === 100).length).toBe(2);
  });
});

test("Without the licence the reading says so, and a fault of the page is none of Graph's", async () => {
  const fixture = new SimulatedReviews();
  fixture.tenant.licence = "P1";
  const error: unknown = await readReviews(fixture.graph).catch((thrown: unknown) => thrown);
  expect(readingProblem(error)).toMatchObject({ kind: "licence-missing" });
  expect(readingProblem(error)?.requestId).not.toBeNull();
  expect(readingProblem(new Error("of the page"))).toBeNull();
});

describe("What changes by itself", () => {
  const now = Date.parse("2026-11-20T12:00:00Z");
  const ifNobodyAnswers = "Deny" as const;
  const removes = { ifNobodyAnswers, autoApply: true, applyAction: "remove-access" } as const;
  const byHand = { ...removes, autoApply: false };
  const deletes = { ...removes, applyAction: "block-then-delete" } as const;
  test.each<[ReviewStatus, number | null, AfterTheEnd | undefined, number | false]>([
    ["Completing", now, undefined, 30_000],
    ["AutoReviewing", now, undefined, 30_000],
    ["Applying", now - DAY / 2, undefined, 30_000],
    ["Applying", null, undefined, 30_000],
    ["Applying", now - 2 * DAY, undefined, false],
    ["InProgress", now, removes, false],
    ["Completed", now, undefined, false],
    ["Completed", now, removes, 30_000],
    ["AutoReviewed", now, removes, 30_000],
    ["Completed", now, deletes, 30_000],
    ["Completed", now, byHand, 30_000],
    ["Completed", now, { ...byHand, ifNobodyAnswers: null }, false],
    ["AutoReviewed", now, byHand, false],
    ["Completed", null, removes, false],
    ["Completed", now - 2 * DAY, removes, false],
    ["Applying", now - 2 * DAY, byHand, 30_000],
    ["Applying", now, deletes, false],
    ["Applied", now, removes, false],
    ["Unknown: Hibernating", now, removes, false],
  ])("%s since %s is looked at again, where %o, after %s", (status, endsAt, rules, expected) => {
    expect(untilNextLook([{ status: "Applied" }, { status, endsAt }], now, rules)).toBe(expected);
  });

  test("is nothing before anything was read", () => {
    expect(untilNextLook(undefined, now)).toBe(false);
  });
});
