import { describe, expect, test } from "vitest";
import { coverageOf } from "./coverage";
import type { Group } from "./group";
import type { ReviewScope } from "./review";
import { allGroups, group, guests, holding, review } from "./testing/covered";
import { costOf } from "@/scripts/processor-time.mjs";

const stateOf = (input: Parameters<typeof coverageOf>[0], id: string) =>
  coverageOf(input).byGuest.get(id)?.state;

describe("Who is covered by a review of all Microsoft 365 groups", () => {
  test.each<[string, Partial<Group>, string]>([
    ["a Microsoft 365 group's guest is", {}, "covered"],
    ["a team's guest is", { kind: "team" }, "covered"],
    ["a security group's is not", { kind: "security" }, "none"],
    ["a dynamic group's is not", { dynamic: true }, "none"],
    ["a role-assignable group's is not", { roleAssignable: true }, "none"],
  ])("%s", (_, input, state) => {
    const groups = [holding(group("g", input), ["a1"])];
    expect(stateOf({ guests: guests("a1"), reviews: [allGroups], groups }, "a1")).toBe(state);
  });

  test("a guest who is in a group only through a group inside it is not", () => {
    const groups = [holding(group("g"), [], ["a1"])];
    expect(stateOf({ guests: guests("a1"), reviews: [allGroups], groups }, "a1")).toBe("none");
  });

  test("of teams only, a group that is none is not", () => {
    const teams = review("t", { kind: "all-groups", teamsOnly: true, inactiveDays: null });
    const groups = [holding(group("g"), ["a1"])];
    expect(stateOf({ guests: guests("a1"), reviews: [teams], groups }, "a1")).toBe("none");
  });
});

describe("Who is covered by other reviews", () => {
  const oneGroup = (overrides: Partial<Extract<ReviewScope, { kind: "group" }>> = {}) =>
    review("one", {
      kind: "group",
      groupId: "g",
      guestsOnly: true,
      inactiveDays: null,
      ...overrides,
    });
  const nested = [
    holding(group("g", { dynamic: true }), ["a1"], ["a2"]),
    holding(group("h"), ["b1"]),
  ];

  test("one group's covers also who is in it through a group inside it, and nobody else", () => {
    const { byGuest } = coverageOf({
      guests: guests("a1", "a2", "b1"),
      reviews: [oneGroup()],
      groups: nested,
    });
    expect([...byGuest].map(([id, { state }]) => [id, state])).toEqual([
      ["a1", "covered"],
      ["a2", "covered"],
      ["b1", "none"],
    ]);
  });

  test("one of direct members alone leaves out whom a group inside brings", () => {
    const { byGuest } = coverageOf({
      guests: guests("a1", "a2"),
      reviews: [oneGroup({ directOnly: true })],
      groups: nested,
    });
    expect([...byGuest.values()].map(({ state }) => state)).toEqual(["covered", "none"]);
  });

  test("one of inactive guests covers only once they are inactive", () => {
    const input = {
      guests: guests("a1"),
      reviews: [oneGroup({ inactiveDays: 90 })],
      groups: nested,
    };
    expect(stateOf(input, "a1")).toBe("if-inactive");
    expect(stateOf({ ...input, reviews: [...input.reviews, oneGroup()] }, "a1")).toBe("covered");
  });

  test("one that has ended covers nobody, and one that has not started is planned until another runs", () => {
    const input = { guests: guests("a1"), groups: nested };
    const ended = { ...oneGroup(), status: "Completed" as const };
    const planned = { ...oneGroup(), status: "NotStarted" as const };
    expect(stateOf({ ...input, reviews: [ended] }, "a1")).toBe("none");
    const coverage = coverageOf({ ...input, reviews: [planned] });
    expect(coverage.byGuest.get("a1")).toMatchObject({ state: "planned", reviewIds: ["one"] });
    expect(coverage.counts).toMatchObject({ covered: 0, planned: 1, none: 0 });
    expect(stateOf({ ...input, reviews: [planned, oneGroup()] }, "a1")).toBe("covered");
  });

  test("one whose status we do not know covers nobody for sure, and is named as not understood", () => {
    const paused = { ...oneGroup(), status: "Unknown: Paused" as const };
    const input = { guests: guests("a1"), groups: nested, reviews: [paused] };
    expect(stateOf(input, "a1")).toBe("none");
    expect(coverageOf(input).notUnderstood).toEqual([paused]);
    const ended = { ...paused, status: "Completed" as const };
    expect(coverageOf({ ...input, reviews: [ended] }).notUnderstood).toEqual([]);
  });

  test("one of an application covers those of whom it is known that they reach it", () => {
    const app = review("app", { kind: "application", servicePrincipalId: "sp" });
    const reach = new Map([["a1", { applicationIds: ["sp"], roleIds: [] }]]);
    const input = { guests: guests("a1", "a2"), reviews: [app], groups: [], reach };
    expect(stateOf(input, "a1")).toBe("covered");
    expect(stateOf(input, "a2")).toBe("none");
  });

  test("one that is not understood is named instead of counted", () => {
    const other = review("x", { kind: "other", query: "/something/new" });
    const { notUnderstood, counts } = coverageOf({
      guests: guests("a1"),
      reviews: [other],
      groups: nested,
    });
    expect(notUnderstood).toEqual([other]);
    expect(counts).toMatchObject({ guests: 1, none: 1 });
  });
});

describe("Whom no review could reach", () => {
  const reach = new Map([
    ["a1", { applicationIds: [], roleIds: [] }],
    ["a2", { applicationIds: ["sp"], roleIds: [] }],
    ["a3", { applicationIds: null, roleIds: [] }],
  ]);
  const { byGuest, counts } = coverageOf({
    guests: guests("a1", "a2", "a3", "a4"),
    reviews: [],
    groups: [],
    reach,
  });

  test.each([
    ["a1", false],
    ["a2", true],
    ["a3", null],
    ["a4", null],
  ])("%s: %s", (id, reachable) => {
    expect(byGuest.get(id)?.reachable).toBe(reachable);
  });

  test("are counted only where everything was read", () => {
    expect(counts.unreachable).toBe(1);
  });
});

test("Partners and groups come with the least covered first", () => {
  const { partners, groups } = coverageOf({
    guests: guests("a1", "b1", "b2", "c1"),
    reviews: [allGroups],
    groups: [holding(group("g"), ["a1", "c1"]), holding(group("s", { kind: "security" }), ["b1"])],
  });
  expect(partners.map(({ partner, guests, none }) => [partner, guests, none])).toEqual([
    ["b.example", 2, 2],
    ["a.example", 1, 0],
    ["c.example", 1, 0],
  ]);
  expect(groups.map((each) => [each.group.id, each.state])).toEqual([
    ["s", "none"],
    ["g", "covered"],
  ]);
});

test("Ten thousand guests in five hundred groups are mapped at once", async () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `g${index}`);
  const groups = Array.from({ length: 500 }, (_, index) =>
    holding(group(String(index)), ids.slice(index * 20, index * 20 + 20)),
  );
  const cost = await costOf(() => {
    const { counts } = coverageOf({ guests: guests(...ids), reviews: [allGroups], groups });
    expect(counts).toMatchObject({ guests: 10_000, covered: 10_000 });
  });
  expect(cost).toBeLessThan(15);
});
