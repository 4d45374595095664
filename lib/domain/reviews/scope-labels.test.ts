import { expect, test } from "vitest";
import type { Reviewer, ReviewScope } from "@/lib/domain/reviews/review";
import { namedIn, reviewersWords, scopeWords } from "./scope-labels";

const names: Readonly<Record<string, string>> = { g1: "Quay project", p1: "Olga Owner" };
const nameOf = (id: string) => names[id] ?? null;

test.each<[ReviewScope, string]>([
  [
    { kind: "group", groupId: "g1", guestsOnly: true, inactiveDays: null },
    "Guests in Quay project",
  ],
  [
    { kind: "group", groupId: "g2", guestsOnly: false, inactiveDays: 90 },
    "Everybody in one group who did not sign in for 90 days",
  ],
  [
    { kind: "all-groups", teamsOnly: false, inactiveDays: null },
    "Guests in every Microsoft 365 group",
  ],
  [{ kind: "all-groups", teamsOnly: true, inactiveDays: null }, "Guests in every team"],
  [
    { kind: "inactive-over-groups", inactiveDays: 30 },
    "Guests in any group who did not sign in for 30 days",
  ],
  [{ kind: "application", servicePrincipalId: "a1" }, "Everybody assigned to one application"],
  [{ kind: "other", query: "/what" }, "A scope that Guestlist can't read"],
])("%o is %s", (scope, words) => {
  expect(scopeWords(scope, nameOf)).toBe(words);
});

const person = (userId: string): Reviewer => ({ kind: "person", userId });

test.each<[string, Reviewer[], string]>([
  ["nobody named", [], "The guests themselves"],
  ["owners of each group", [{ kind: "group-owners", groupId: null }], "Owners of each group"],
  ["a person with a name", [person("p1")], "Olga Owner"],
  [
    "more people than fit",
    [person("p1"), person("x"), person("y"), person("z"), person("w")],
    "Olga Owner, One person, One person and 2 more",
  ],
])("%s", (_title, reviewers, words) => {
  expect(reviewersWords(reviewers, nameOf)).toBe(words);
});

test("names are looked up once for each thing that the words name", () => {
  const scope: ReviewScope = { kind: "group", groupId: "g1", guestsOnly: true, inactiveDays: null };
  const reviewers: Reviewer[] = [person("p1"), { kind: "group-owners", groupId: "g1" }];
  expect(namedIn([scope, scope], reviewers)).toEqual([
    { kind: "group", id: "g1" },
    { kind: "user", id: "p1" },
  ]);
});
