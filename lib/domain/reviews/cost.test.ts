import { describe, expect, test } from "vitest";
import { meteredCost } from "./cost";
import { FREQUENCIES, type Frequency } from "./draft";
import { REVIEW_TEMPLATES } from "./templates";
import { GROUP, someDraft, TODAY } from "./testing/some-draft";
import { someReview } from "./testing/some-review";

const inactive = (frequency: Frequency) =>
  someDraft({
    scope: { kind: "inactive-over-groups", inactiveDays: 90 },
    schedule: { frequency },
  });

test.each(REVIEW_TEMPLATES)("$name: billed only for inactive guests", ({ id, draft }) => {
  const { because } = meteredCost(draft(TODAY), 100);
  expect(because).toBe(id === "inactive-guests" ? "inactive-guests" : null);
});

test("what P2 includes costs nothing, and says so", () => {
  expect(meteredCost(someDraft(), 100)).toMatchObject({ inBilledMonth: 0, inYear: 0, perMonth: 0 });
  expect(meteredCost(someDraft(), null).says).toContain("P2 includes");
});

test("a quarterly review of inactive guests: $3 a guest and year", () => {
  expect(meteredCost(inactive("quarterly"), 100)).toMatchObject({
    billedMonths: 4,
    inBilledMonth: 75,
    inYear: 300,
    perMonth: 25,
  });
  expect(meteredCost(inactive("quarterly"), 1).says).toBe(
    "Reviews of inactive guests are billed: $0.75 for each guest in a month in which a review asks about them. Estimate for 1 guest: $0.75 every 3 months, $3.00 a year ($3.00 a guest).",
  );
});

test("a weekly review is billed once a month all the same", () => {
  expect(meteredCost(inactive("weekly"), 4).says).toContain("$3.00 every month, $36.00 a year");
});

test.each<[Frequency, number]>([
  ["once", 1],
  ["weekly", 12],
  ["monthly", 12],
  ["quarterly", 4],
  ["half-yearly", 2],
  ["yearly", 1],
])("%s: %s months are billed", (frequency, months) => {
  expect(FREQUENCIES).toContain(frequency);
  expect(meteredCost(inactive(frequency), 10).billedMonths).toBe(months);
});

describe("what is not known", () => {
  test("is no sum of 0", () => {
    const cost = meteredCost(inactive("monthly"), null);
    expect(cost).toMatchObject({ inBilledMonth: null, inYear: null, perMonth: null });
    expect(cost.says).toContain("could not be read");
  });

  test("a sum of thousands is written as people read it", () => {
    expect(meteredCost(inactive("once"), 10_000).says).toContain("10,000 guests: $7,500.00, once.");
  });
});

test("an existing review is billed for inactive guests and for comparing peers", () => {
  const scope = { kind: "group", groupId: GROUP, guestsOnly: true, inactiveDays: 30 } as const;
  expect(meteredCost(someReview({ scope }), 1).because).toBe("inactive-guests");
  const type = "#microsoft.graph.groupPeerOutlierRecommendationInsightSettings";
  const asGiven = { settings: { recommendationInsightSettings: [{ "@odata.type": type }] } };
  expect(meteredCost(someReview({ asGiven }), 1).because).toBe("peer-comparison");
  expect(meteredCost(someReview(), 1).because).toBeNull();
});
