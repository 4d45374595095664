import { expect, test } from "vitest";
import type { Review } from "./review";
import { allGroups, group, holding, review } from "./testing/covered";
import { runPreflight } from "./testing/run-preflight";
import { someDraft } from "./testing/some-draft";

const sales = holding(group("sales"), ["ada", "ben"]);
const lab = holding(group("lab"), ["ben", "cleo"]);
const draft = someDraft({
  scope: { kind: "groups", groupIds: ["sales"], inactiveDays: null },
});
const alone = (id: string, inactiveDays: number | null = null) =>
  review(`only ${id}`, { kind: "group", groupId: id, inactiveDays } as Review["scope"]);

function overlapWith(reviews: readonly Review[] | null, groups = [sales]): string | undefined {
  const { warnings } = runPreflight(draft, groups, { reviews });
  return warnings.find(({ id }) => id.startsWith("overlap"))?.says;
}

test("Guests whom a running review asks about already are counted before a second one is created", () => {
  expect(overlapWith([allGroups])).toBe(
    "All 2 guests in scope are already part of the review “all”: reviewers would decide on the same access twice.",
  );
});

test("The same guest in another group is another access", () => {
  expect(overlapWith([alone("lab")], [sales, lab])).toBeUndefined();
});

test("Several running reviews are named by the first and their number", () => {
  expect(overlapWith([allGroups, alone("sales")])).toContain("the review “all” or 1 other review");
});

test("Guests of whom each is in another review are not all said to be in the first", () => {
  const both = someDraft({
    scope: { kind: "groups", groupIds: ["sales", "lab"], inactiveDays: null },
  });
  const reviews = [alone("sales"), alone("lab")];
  const says = (groups: (typeof sales)[]) =>
    runPreflight(both, groups, { reviews }).warnings.find(({ id }) => id === "overlap")?.says;
  expect(says([sales, lab])).toMatch(
    /^All 3 guests in scope are already part of the review “only sales” or 1 other review:/,
  );
  expect(says([sales])).toMatch(/^At least 2 guests in scope are already part of/);
});

test.each<[string, readonly Review[]]>([
  ["none runs", []],
  ["it has ended", [{ ...allGroups, status: "Completed" }]],
  ["it asks only about inactive guests", [alone("sales", 90)]],
])("Nothing is said where %s", (_why, reviews) => {
  expect(overlapWith(reviews)).toBeUndefined();
});

test("Reviews that could not be read are said to be unknown", () => {
  expect(overlapWith(null)).toContain("could not be read");
});
