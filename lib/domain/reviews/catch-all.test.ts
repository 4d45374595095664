import type { HeldRole } from "../role-holders";
import { describe, expect, test } from "vitest";
import {
  catchAllChange,
  catchAllDraft,
  planCatchAllGroup,
  planMembers,
  reviewsOfGroup,
  sinceLeft,
} from "./catch-all";
import { checkDraft } from "./check-draft";
import { coverageOf } from "./coverage";
import { allGroups, group, guests, holding, review } from "./testing/covered";

describe("The catch-all group", () => {
  const catchAll = holding(group("c", { kind: "security" }), ["a1", "b1"]);
  const ofCatchAll = review("own", {
    kind: "group",
    groupId: "c",
    guestsOnly: true,
    inactiveDays: null,
  });
  const input = {
    guests: guests("a1", "a2", "a3", "b1"),
    reviews: [allGroups, ofCatchAll],
    groups: [catchAll, holding(group("g"), ["b1"])],
  };
  const facts = {
    coverage: coverageOf(input),
    ownReviewIds: reviewsOfGroup(input.reviews, "c"),
    guests: input.guests,
    group: catchAll,
  };
  const policy = {
    protectedAccounts: [{ id: "A3", because: "excluded" as const }],
    roleHolders: new Map<string, HeldRole>(),
  };

  test("is to hold exactly those whom nothing else covers, but for protected accounts", () => {
    const change = catchAllChange(facts, policy);
    expect(change.add.map(({ id }) => id)).toEqual(["a2"]);
    expect(change.skipped.map(({ guest, because }) => [guest.id, because])).toEqual([
      ["a3", "excluded"],
    ]);
    expect(change.extraIds).toEqual(["b1"]);
  });

  test("takes in nobody with a directory role while its review takes access by itself", () => {
    const protection = { ...policy, roleHolders: new Map<string, HeldRole>([["a2", "active"]]) };
    const { add, skipped } = catchAllChange(facts, protection);
    expect(add).toEqual([]);
    expect(skipped.map(({ guest, because }) => [guest.id, because])).toEqual([
      ["a2", "holds-directory-role"],
      ["a3", "excluded"],
    ]);
  });

  test("never takes in a member", () => {
    const [somebody] = guests("a2");
    if (somebody === undefined) throw new Error("Nobody to test with");
    const member = { ...somebody, userType: "member" as const };
    const { add, skipped } = catchAllChange({ ...facts, guests: [member] }, policy);
    expect(add).toEqual([]);
    expect(skipped).toEqual([{ guest: member, because: "member" }]);
  });

  test("is made by one operation and filled by one for each guest, word for word", () => {
    let count = 0;
    const mintId = () => `id-${(count += 1)}`;
    const made = planCatchAllGroup({ reason: "Everybody is asked about", mintId });
    expect(made.operations.map(({ operation }) => operation.steps[0]?.request)).toEqual([
      {
        method: "POST",
        path: "/groups",
        body: expect.objectContaining({
          mailEnabled: false,
          securityEnabled: true,
          mailNickname: "guestlist-id-2",
        }) as object,
      },
    ]);
    // As lib/config/cloud.ts has it: without a version.
    const graphRoot = "https://graph.microsoft.com";
    const filled = planMembers("c", guests("a2"), { reason: "r", mintId, graphRoot });
    expect(filled.operations.map(({ operation }) => operation)).toMatchObject([
      {
        kind: "add-member",
        guestId: "a2",
        subject: { type: "group", id: "c" },
        steps: [
          {
            request: {
              path: "/groups/c/members/$ref",
              body: { "@odata.id": "https://graph.microsoft.com/v1.0/directoryObjects/a2" },
            },
          },
        ],
      },
    ]);
  });
});

describe("The review of the catch-all group", () => {
  const draft = catchAllDraft("0a1b2c3d-0000-4000-8000-000000000001", "2026-11-21");

  test("deletes denied guests: leaving the group would take nothing away", () => {
    expect(draft.consequence).toMatchObject({
      ifNobodyAnswers: "Deny",
      autoApply: true,
      applyAction: "block-then-delete",
    });
  });

  test("lacks nothing but its reviewers, since the group has no owner", () => {
    expect(checkDraft(draft, "2026-11-21").map(({ field }) => field)).toEqual([
      "stages.0.reviewers",
    ]);
  });
});

test.each<[readonly string[], string | null]>([
  [["ben", "ada"], null],
  [["ada", "ben", "cleo"], "The map was read again since you left: 1 guest more."],
  [["cleo"], "The map was read again since you left: 1 guest more, 2 guests fewer."],
])("A plan about %s is compared with the one that was left for consent", (now, expected) => {
  expect(sinceLeft(["ada", "ben"], now)).toBe(expected);
});
