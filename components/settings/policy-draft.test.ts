import { describe, expect, test } from "vitest";
import { policyOnWire } from "@/lib/contract/policy";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import { changesPolicy, draftOf, judgeDraft, newAccountError, NO_NUMBER } from "./policy-draft";

const id = "7c1a9be2-3d54-4c8f-a6b0-1e2f3d4c5b6a";
const draft = { ...draftOf(DEFAULT_POLICY), reason: "Agreed in the quarterly review" };

describe("a draft of the policy", () => {
  test("that is right means what its fields say, and the contract accepts it", () => {
    const judged = judgeDraft({
      ...draft,
      staleAfterDays: 60,
      protectedAccounts: [{ id, because: "break-glass" }],
    });
    expect(judged).toMatchObject({ ok: true, policy: { staleAfterDays: 60 } });
    if (judged.ok) expect(policyOnWire.safeParse(judged.policy).success).toBe(true);
  });

  test.each([
    ["staleAfterDays", 0],
    ["staleAfterDays", 3_651],
    ["staleAfterDays", NO_NUMBER],
    ["pendingAfterDays", NO_NUMBER],
    ["newGuestGraceDays", NO_NUMBER],
    ["confirmAbove", 0],
    ["confirmAbove", 100_001],
    ["confirmAbove", NO_NUMBER],
    ["reason", "   "],
    ["reason", "x".repeat(1_001)],
  ])("is refused at the field %s for %j, and only there", (field, value) => {
    const judged = judgeDraft({ ...draft, [field]: value });
    expect(judged.ok ? [] : Object.keys(judged.errors)).toEqual([field]);
  });

  test("accepts exactly the limits of the contract", () => {
    expect(judgeDraft({ ...draft, newGuestGraceDays: 0, staleAfterDays: 3_650 }).ok).toBe(true);
  });

  test("changes nothing while only a reason is typed", () => {
    expect(changesPolicy(draft, DEFAULT_POLICY)).toBe(false);
    expect(changesPolicy({ ...draft, staleAfterDays: 91 }, DEFAULT_POLICY)).toBe(true);
    expect(changesPolicy({ ...draft, confirmAbove: 99 }, DEFAULT_POLICY)).toBe(true);
    const accounts = [{ id, because: "excluded" }] as const;
    expect(changesPolicy({ ...draft, protectedAccounts: accounts }, DEFAULT_POLICY)).toBe(true);
  });
});

test("A protected account is an object id that is not listed yet, in whatever case", () => {
  expect(newAccountError("ada@partner.example", [])).toContain("object ID");
  expect(newAccountError(id.toUpperCase(), [{ id, because: "excluded" }])).toContain("already");
  expect(newAccountError(` ${id} `, [])).toBeNull();
});
