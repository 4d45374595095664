import { describe, expect, test } from "vitest";
import type { ProtectionFacts } from "./preflight-facts";
import { idsOf, runPreflight } from "./testing/run-preflight";
import { someDraft } from "./testing/some-draft";
import { someGroupWith } from "./testing/some-group";

const NOBODY: ProtectionFacts = { accounts: [], roleHolders: new Map(), roleGroupIds: [] };
const holder = new Map([["a", "active"]] as const);
const group = someGroupWith({ directGuestIds: ["a", "b"] });
const offboarding = someDraft({
  consequence: { ifNobodyAnswers: "Deny", applyAction: "block-then-delete" },
});

const blockingIds = (protection: ProtectionFacts, draft = offboarding) =>
  idsOf(runPreflight(draft, [group], { protection }).blocking);

describe("A review that would take access from protected accounts by itself is not created unasked", () => {
  test.each<[string, ProtectionFacts]>([
    ["break-glass", { ...NOBODY, accounts: [{ id: "A", because: "break-glass" }] }],
    ["excluded in Settings", { ...NOBODY, accounts: [{ id: "a", because: "excluded" }] }],
    ["holds a directory role", { ...NOBODY, roleHolders: new Map([["a", "active"]]) }],
    ["eligible for a directory role", { ...NOBODY, roleHolders: new Map([["a", "eligible"]]) }],
  ])("%s", (why, protection) => {
    const { blocking } = runPreflight(offboarding, [group], { protection });
    expect(blocking).toMatchObject([
      { id: "protected-accounts", exception: true, groupIds: [group.group.id] },
    ]);
    expect(blocking[0]?.says).toContain(`1 protected account may lose access`);
    expect(blocking[0]?.says).toContain(`(${why})`);
  });

  test("of many the first are named, each once", () => {
    const many = someGroupWith({ directGuestIds: ["a", "b", "c", "d", "e"] });
    const roleHolders = new Map(["a", "b", "c", "d", "e"].map((id) => [id, "active"] as const));
    const protection = { ...NOBODY, roleHolders };
    const [first] = runPreflight(offboarding, [many], { protection }).blocking;
    expect(first?.says).toMatch(/^5 protected accounts .* and 2 more\.$/);
  });

  test("also where it is recommended by sign-ins, which may be others by then, or are unread", () => {
    const recommended = someDraft({ consequence: { ifNobodyAnswers: "Recommendation" } });
    const protection = { ...NOBODY, roleHolders: holder };
    expect(blockingIds(protection, recommended)).toEqual(["protected-accounts"]);
    expect(blockingIds({ ...NOBODY, accounts: null }, recommended)).toEqual(["protection-unread"]);
  });

  test("where nobody is protected, nothing stands against it", () => {
    expect(blockingIds(NOBODY)).toEqual([]);
  });

  test.each([
    ["who holds roles", { ...NOBODY, roleHolders: null }],
    ["the policy", { ...NOBODY, accounts: null }],
  ])("what could not be read counts as protecting somebody: %s", (_what, protection) => {
    expect(blockingIds(protection)).toEqual(["protection-unread"]);
  });

  test("who may activate a membership of a group that holds a role is not known, and that is said", () => {
    const warnings = (protection: ProtectionFacts) =>
      runPreflight(offboarding, [group], { protection }).warnings;
    const withGroup = { ...NOBODY, roleGroupIds: ["g9"] };
    expect(blockingIds(withGroup)).toEqual([]);
    expect(idsOf(warnings(withGroup))).toContain("role-groups-unread");
    expect(idsOf(warnings(NOBODY))).not.toContain("role-groups-unread");
    const manual = someDraft({ consequence: { autoApply: false } });
    const found = runPreflight(manual, [group], { protection: withGroup });
    expect(idsOf(found.warnings)).not.toContain("role-groups-unread");
  });

  test.each([
    ["nobody loses access by default", { ifNobodyAnswers: "Approve" } as const],
    ["there is no default", { ifNobodyAnswers: null } as const],
    ["nothing is applied by itself", { autoApply: false } as const],
  ])("but it may be where %s", (_title, consequence) => {
    const protection = { ...NOBODY, roleHolders: holder };
    expect(blockingIds(protection, someDraft({ consequence }))).toEqual([]);
  });
});

test("A review of an application takes access from members too, and is not created unasked", () => {
  const scope = { kind: "application", servicePrincipalId: "app" } as const;
  const { blocking } = runPreflight(someDraft({ scope }), []);
  expect(blocking).toMatchObject([{ id: "members-lose-access", exception: true }]);
});
