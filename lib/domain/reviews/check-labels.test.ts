import { describe, expect, test } from "vitest";
import type { Membership, ReviewedGuest } from "@/lib/domain/reviews/in-scope";
import type { Group } from "@/lib/domain/reviews/group";
import type { GroupPreflight, Preflight } from "@/lib/domain/reviews/preflight";
import type { Unanswered } from "@/lib/domain/reviews/who-loses-access";
import {
  briefOf,
  deletedLines,
  groupLines,
  leftOutLines,
  losingLines,
  lossCount,
  readingLabel,
  scopeCount,
  stayingLines,
} from "./check-labels";

const group = (displayName: string): Group => ({
  ...{ id: displayName, displayName, kind: "team" },
  ...{ dynamic: false, synced: false, roleAssignable: false },
});
const guest = (displayName: string): ReviewedGuest => ({
  ...{ id: displayName, displayName, standing: "active", enabled: true },
  ...{ lastSeen: { kind: "never" }, lastAttemptAt: null, createdAt: null },
});
const member = (name: string, of: string): Membership => ({
  ...{ guest: guest(name), group: group(of), nested: false, inScope: true },
});

const NOBODY: Unanswered = {
  ...{
    losing: [],
    mayLose: [],
    staying: [],
    keeping: 0,
    unknown: 0,
    isEstimate: false,
    byItself: true,
  },
};
const ADA_TWICE = [member("Ada", "Quay"), member("Ada", "Harbour"), member("Ben", "Quay")];

test("people are named in the order of their names, whatever the directory's order is", () => {
  const losing = [member("Zoe", "Quay"), member("Álvaro", "Quay"), member("Ben", "Quay")];
  expect(losingLines({ ...NOBODY, losing }).map(({ name }) => name)).toEqual([
    "Álvaro",
    "Ben",
    "Zoe",
  ]);
  const deleted = ["Zoe", "Ben"].map((displayName) => ({
    ...{ guestId: displayName, displayName, otherGroups: 0 },
  }));
  expect(deletedLines(deleted).map(({ name }) => name)).toEqual(["Ben", "Zoe"]);
});

describe("who loses access, in a sentence", () => {
  test.each<[string, Partial<Unanswered>, string]>([
    ["nobody", {}, "Nobody loses access if nobody answers."],
    ["one", { losing: [member("Ada", "Quay")] }, "1 guest loses this access if nobody answers."],
    [
      "some in several groups",
      { losing: ADA_TWICE },
      "2 guests lose 3 memberships if nobody answers.",
    ],
    [
      "only by hand",
      { losing: [member("Ada", "Quay")], byItself: false },
      "1 guest loses this access if nobody answers, once someone applies the results.",
    ],
    [
      "with what stays, what is not known and an estimate",
      {
        staying: [{ ...member("Ada", "Quay"), because: "dynamic-group" }],
        unknown: 2,
        isEstimate: true,
      },
      "Nobody loses access if nobody answers. 1 membership would be denied and stay. For 2 memberships it is unknown. This is an estimate: Microsoft decides on the day the review starts.",
    ],
  ])("%s", (_, part, words) => {
    expect(lossCount({ ...NOBODY, ...part })).toBe(words);
  });
});

test("Each guest is named once, with all groups that they would leave", () => {
  expect(losingLines({ ...NOBODY, losing: ADA_TWICE })).toEqual([
    { id: "Ada", name: "Ada", detail: "Quay, Harbour" },
    { id: "Ben", name: "Ben", detail: "Quay" },
  ]);
});

test("Who is denied and stays is named with the reason", () => {
  const staying = [{ ...member("Ada", "Quay"), because: "nested-group" } as const];
  expect(stayingLines({ ...NOBODY, staying })[0]?.detail).toMatch(/^Quay: .*member through a/);
});

const verdict = (name: string, part: Partial<GroupPreflight>): GroupPreflight => ({
  ...{ group: group(name), applies: true, because: null, says: "Denied guests leave." },
  ...{ guests: 1, nestedGuests: 2, reviewers: "owners", ...part },
});

test("Groups where it will not apply come first, then those where nobody is asked", () => {
  const lines = groupLines([
    verdict("Quay", {}),
    verdict("Harbour", { reviewers: "nobody" }),
    verdict("Dynamic", { applies: false, says: "A rule fills it." }),
  ]);
  expect(lines).toEqual([
    {
      id: "Dynamic",
      name: "Dynamic",
      word: "Will not apply",
      detail: "3 guests; owners are asked; A rule fills it.",
    },
    {
      id: "Harbour",
      name: "Harbour",
      word: "Will apply",
      detail: "3 guests; no owner: nobody is asked",
    },
    { id: "Quay", name: "Quay", word: "Will apply", detail: "3 guests; owners are asked" },
  ]);
});

test("Groups that are left out say why, and how many guests they have", () => {
  const leftOut = [{ group: group("Quay"), because: "dynamic", guests: 4 } as const];
  expect(leftOutLines(leftOut)).toEqual([
    { id: "Quay", name: "Quay", detail: "4 guests; dynamic" },
  ]);
});

test("Who would be deleted is named with what else they would lose", () => {
  expect(
    deletedLines([
      { guestId: "a", displayName: "Ada", otherGroups: 2 },
      { guestId: "b", displayName: "Ben", otherGroups: 0 },
    ]),
  ).toEqual([
    { id: "a", name: "Ada", detail: "also in 2 other groups" },
    { id: "b", name: "Ben" },
  ]);
});

const found = (part: Partial<Preflight>): Preflight => ({
  counts: { guests: 2, groups: 1, memberships: 2 },
  ...{ groups: [], leftOut: [], unanswered: NOBODY, deleted: [], blocking: [], warnings: [] },
  ...part,
});

test.each<[Preflight["counts"], string]>([
  [{ guests: 2, groups: 1, memberships: 2 }, "2 guests in 1 group."],
  [{ guests: 2, groups: 2, memberships: 3 }, "2 guests in 2 groups, 3 memberships to decide."],
  [{ guests: 0, groups: 0, memberships: 0 }, "No guest is in scope today."],
  [null, "The number of users of the application is read only when the review starts."],
])("The scope is counted: %j", (counts, words) => {
  expect(scopeCount(found({ counts }))).toBe(words);
});

describe("the checks in a few words", () => {
  const problem = { id: "x", blocks: true, says: "No", groupIds: [] };
  const brief = (part: Partial<Parameters<typeof briefOf>[0]>) =>
    briefOf({ found: null, nothingChosen: false, error: null, reading: null, ...part });

  test("say how far the reading is, or that it failed", () => {
    expect(brief({ reading: { done: 3, of: null } })).toBe("reading the groups: 3");
    expect(readingLabel({ reading: { done: 3, of: 9 } })).toBe("Reading who is in them: 3 of 9");
    expect(brief({ error: new Error("away") })).toBe("not checked");
  });

  test("say of a scope that is not chosen no number at all", () => {
    expect(brief({ nothingChosen: true })).toBe("nothing chosen yet");
  });

  test("say what stops it, else who would lose access", () => {
    expect(brief({ found: found({ blocking: [problem] }) })).toBe("1 problem to solve");
    const unanswered = { ...NOBODY, losing: ADA_TWICE };
    expect(brief({ found: found({ unanswered }) })).toBe("2 guests would lose access");
    expect(brief({ found: found({ unanswered, warnings: [problem, problem] }) })).toBe(
      "2 guests would lose access, 2 warnings",
    );
  });
});
