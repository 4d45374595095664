import { describe, expect, test } from "vitest";
import { DAY } from "@/lib/domain/time";
import { readInstances } from "@/lib/graph/reviews/read-instances";
import { type ItemsRead, readItems } from "@/lib/graph/reviews/read-items";
import { readReviews } from "@/lib/graph/reviews/read-reviews";
import { guestsOf, SimulatedReviews } from "@/lib/graph/testing/simulated-reviews";
import { readingProblem } from "./reviews-problem";
import { untilNextLook } from "./reviews-settling";
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
  const bed = new SimulatedReviews();
  const reviewId = await bed.review({ scope: guestsOf(bed.group({ guests }).id) });
  const [instance] = await readInstances(bed.graph, reviewId);
  return { bed, ref: { reviewId, instanceId: instance?.id ?? "" } };
}

describe("While items are read", () => {
  test("the first rows are seen at once, and more of them a few times a second", async () => {
    const { bed, ref } = await withItems(600);
    const cache = oneQuery();
    let time = 0;
    const onPage = showMeanwhile(cache, [], () => (time += 100));
    await readItems(bed.graph, ref, { onPage });
    const rows = cache.shown.map(({ items, complete }) => [items.length, complete]);
    expect(rows[0]).toEqual([100, false]);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.length).toBeLessThan(6);
  });

  test("what was read to its end before stays", async () => {
    const { bed, ref } = await withItems(150);
    const cache = oneQuery(await readItems(bed.graph, ref));
    await readItems(bed.graph, ref, { onPage: showMeanwhile(cache, []) });
    expect(cache.shown.length).toBe(1);
  });

  test("what broke off before is filled anew", async () => {
    const { bed, ref } = await withItems(600);
    bed.simulated.strikes({ kind: "forbidden", queryContains: "$skip=300", times: 1 });
    const cache = oneQuery();
    const read = () => readItems(bed.graph, ref, { onPage: showMeanwhile(cache, []) });
    await expect(read()).rejects.toMatchObject({ kind: "forbidden" });
    expect(cache.shown.at(-1)?.complete).toBe(false);
    expect((await read()).complete).toBe(true);
    expect(cache.shown.filter(({ items }) => items.length === 100).length).toBe(2);
  });
});

test("Without the licence the reading says so, and a fault of the page is none of Graph's", async () => {
  const bed = new SimulatedReviews();
  bed.tenant.licence = "P1";
  const error: unknown = await readReviews(bed.graph).catch((thrown: unknown) => thrown);
  expect(readingProblem(error)).toMatchObject({ kind: "licence-missing" });
  expect(readingProblem(error)?.requestId).not.toBeNull();
  expect(readingProblem(new Error("of the page"))).toBeNull();
});

describe("What changes by itself", () => {
  const now = Date.parse("2026-11-20T12:00:00Z");
  test.each([
    ["Completing", now, 15_000],
    ["AutoReviewing", now, 15_000],
    ["Applying", now - DAY / 2, 15_000],
    ["applying", null, 15_000],
    ["Applying", now - 2 * DAY, false],
    ["InProgress", now, false],
    ["Completed", now, false],
    ["Hibernating", now, false],
  ])("%s since %s is looked at again after %s", (status, endsAt, expected) => {
    expect(untilNextLook([{ status: "Applied" }, { status, endsAt }], now)).toBe(expected);
  });

  test("is nothing before anything was read", () => {
    expect(untilNextLook(undefined, now)).toBe(false);
  });
});
