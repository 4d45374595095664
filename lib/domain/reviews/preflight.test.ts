import { describe, expect, test } from "vitest";
import { CATCH_ALL_NAME } from "./catch-all";
import { idsOf, runPreflight } from "./testing/run-preflight";
import type { ReviewDraft } from "./draft";
import { ADA, GROUP, OTHER_GROUP, someDraft } from "./testing/some-draft";
import { someGroupWith, someGuest } from "./testing/some-group";
import { costOf } from "@/scripts/processor-time.mjs";

describe("if nobody answers", () => {
  const group = someGroupWith({ directGuestIds: ["a", "quiet"], nestedGuestIds: ["nested"] });
  const guests = new Map(
    [someGuest("a", 1), someGuest("quiet", 31), someGuest("nested", 1)].map((each) => [
      each.id,
      each,
    ]),
  );
  const unanswered = (consequence: Partial<ReviewDraft["consequence"]>) =>
    runPreflight(someDraft({ consequence }), [group], { guests }).unanswered;
  const named = (list: readonly { readonly guest: { readonly id: string } }[]) =>
    list.map(({ guest }) => guest.id);

  test("Deny takes away all that can be taken away", () => {
    const found = unanswered({ ifNobodyAnswers: "Deny" });
    expect(named(found.losing)).toEqual(["a", "quiet"]);
    expect(found.staying).toMatchObject([{ because: "nested-group" }]);
    expect(found).toMatchObject({ keeping: 0, isEstimate: false, byItself: true });
  });

  test.each(["Approve", null] as const)("%s takes nothing away", (ifNobodyAnswers) => {
    expect(unanswered({ ifNobodyAnswers })).toMatchObject({ losing: [], staying: [], keeping: 3 });
  });

  test("recommendations deny who was quiet for 30 days, or for the look-back; an estimate", () => {
    const recommended = { ifNobodyAnswers: "Recommendation" } as const;
    expect(named(unanswered(recommended).losing)).toEqual(["quiet"]);
    expect(unanswered(recommended).isEstimate).toBe(true);
    expect(unanswered({ ...recommended, lookBackDays: 31 }).losing).toEqual([]);
  });

  test("without auto-apply nothing goes by itself", () => {
    expect(unanswered({ autoApply: false }).byItself).toBe(false);
  });

  test("block, then delete: nested ones go too, with whatever else they have", () => {
    const elsewhere = someGroupWith({ directGuestIds: ["a"] }, { id: OTHER_GROUP });
    const draft = someDraft({ consequence: { applyAction: "block-then-delete" } });
    const found = runPreflight(draft, [group, elsewhere], { guests });
    expect(found.deleted.map(({ guestId, otherGroups }) => [guestId, otherGroups])).toEqual([
      ["a", 1],
      ["quiet", 0],
      ["nested", 0],
    ]);
    expect(found.warnings.find(({ id }) => id === "deleted")?.says).toContain(
      "3 guests would be blocked and after 30 days deleted, whatever else they have access to, 1 of them with access to other groups.",
    );
  });

  test("in a dynamic group everybody stays, and is named with the reason", () => {
    const dynamic = someGroupWith({ directGuestIds: ["a"] }, { dynamic: true });
    const found = runPreflight(someDraft(), [dynamic]);
    expect(found.unanswered).toMatchObject({ losing: [], staying: [{ because: "dynamic-group" }] });
    expect(found.groups).toMatchObject([{ applies: false, because: "dynamic-group", guests: 1 }]);
  });
});

describe("what stands against it", () => {
  const group = someGroupWith({ directGuestIds: ["a"] });
  const dynamic = someGroupWith({ directGuestIds: ["a"] }, { id: OTHER_GROUP, dynamic: true });
  const both = { kind: "groups", groupIds: [GROUP, OTHER_GROUP], inactiveDays: null } as const;
  const inactive = { kind: "inactive-over-groups", inactiveDays: 30 } as const;

  test("nothing, for the usual review", () => {
    const found = runPreflight(someDraft(), [group]);
    expect(found).toMatchObject({ blocking: [], warnings: [] });
  });

  test("one group of two that cannot be applied warns; all of them stop", () => {
    const one = runPreflight(someDraft({ scope: both }), [group, dynamic]);
    expect(one.blocking).toEqual([]);
    expect(one.warnings).toMatchObject([{ id: "not-applied", groupIds: [OTHER_GROUP] }]);
    const scope = { ...both, groupIds: [OTHER_GROUP] };
    expect(idsOf(runPreflight(someDraft({ scope }), [dynamic]).blocking)).toEqual([
      "nothing-applies",
    ]);
    const byHand = { autoApply: false };
    expect(runPreflight(someDraft({ scope, consequence: byHand }), [dynamic]).blocking).toEqual([]);
    const deleting = { applyAction: "block-then-delete" } as const;
    expect(runPreflight(someDraft({ scope, consequence: deleting }), [dynamic]).blocking).toEqual(
      [],
    );
  });

  test("leaving the catch-all group is no consequence, being deleted is one", () => {
    const catchAll = someGroupWith({ directGuestIds: ["a"] }, { displayName: CATCH_ALL_NAME });
    expect(idsOf(runPreflight(someDraft(), [catchAll]).warnings)).toEqual(["catch-all"]);
    const deleting = someDraft({ consequence: { applyAction: "block-then-delete" } });
    expect(idsOf(runPreflight(deleting, [catchAll]).warnings)).toEqual(["deleted"]);
  });

  test.each([
    ["P2 is enough", someDraft(), { p2: true, governance: false }, [], []],
    ["so is ID Governance", someDraft(), { p2: false, governance: true }, [], []],
    ["neither", someDraft(), { p2: false, governance: false }, ["no-licence"], []],
    ["not read", someDraft(), { p2: null, governance: null }, [], ["licence-unread"]],
    [
      "inactive guests need ID Governance",
      someDraft({ scope: inactive }),
      { p2: true, governance: false },
      ["no-governance"],
      [],
    ],
    [
      "which was not read",
      someDraft({ scope: inactive }),
      { p2: true, governance: null },
      [],
      ["licence-unread"],
    ],
  ])("licences: %s", (_, draft, licence, blocking, warnings) => {
    const guests = new Map([["a", someGuest("a", 60)]]);
    const found = runPreflight(draft, [group], { licence, guests });
    expect([idsOf(found.blocking), idsOf(found.warnings)]).toEqual([blocking, warnings]);
  });

  test.each([
    ["a group without an owner", [], [], "nobody", ["no-reviewer"]],
    ["one for which somebody stands in", [], [ADA], "fallback", ["fallback"]],
    ["one whose owners were not read", null, [ADA], "unknown", ["owners-unread"]],
  ])("%s", (_, ownerIds, fallbackIds, reviewers, warnings) => {
    const stages = [{ reviewers: { kind: "owners" } as const, fallbackIds, durationDays: 7 }];
    const found = runPreflight(someDraft({ stages }), [
      someGroupWith({ directGuestIds: ["a"], ownerIds }),
    ]);
    expect(found.groups).toMatchObject([{ reviewers }]);
    expect(idsOf(found.warnings)).toEqual(warnings);
  });

  test.each([
    ["managers", "nobody stands in"],
    ["self", "who is not the guest"],
  ] as const)("%s are named as what they are", (kind, words) => {
    const stages = [{ reviewers: { kind }, fallbackIds: [], durationDays: 7 }];
    const [warning] = runPreflight(someDraft({ stages }), [group]).warnings;
    expect(warning?.says).toContain(words);
  });

  test("nested guests, also where they were not read", () => {
    const nested = someGroupWith({ directGuestIds: ["a"], nestedGuestIds: ["b"] });
    expect(idsOf(runPreflight(someDraft(), [nested]).warnings)).toEqual(["nested"]);
    const unread = someGroupWith({ directGuestIds: ["a"], nestedGuestIds: null });
    const found = runPreflight(someDraft(), [unread]);
    expect(idsOf(found.warnings)).toEqual(["nested-unread"]);
    expect(found.groups).toMatchObject([{ nestedGuests: null }]);
    const deleting = { applyAction: "block-then-delete" } as const;
    expect(idsOf(runPreflight(someDraft({ consequence: deleting }), [nested]).warnings)).toEqual([
      "deleted",
    ]);
  });

  test("what leaves everything as it is", () => {
    const consequence = { autoApply: false, ifNobodyAnswers: null };
    expect(idsOf(runPreflight(someDraft({ consequence }), [group]).warnings)).toEqual([
      "not-by-itself",
      "no-default",
    ]);
  });
});

test("500 groups of 20 guests take no time", async () => {
  const groups = Array.from({ length: 500 }, (_, group) =>
    someGroupWith(
      { directGuestIds: Array.from({ length: 20 }, (_unused, guest) => `${group}-${guest}`) },
      { id: `g${group}` },
    ),
  );
  const guests = new Map(
    groups.flatMap(({ directGuestIds }) =>
      directGuestIds.map((id) => [id, someGuest(id)] as const),
    ),
  );
  const cost = await costOf(() => {
    const found = runPreflight(
      someDraft({ scope: { kind: "all-groups", teamsOnly: false } }),
      groups,
      { guests },
    );
    expect(found.counts).toEqual({ guests: 10_000, groups: 500, memberships: 10_000 });
  });
  expect(cost).toBeLessThan(15);
});
