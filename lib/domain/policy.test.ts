import { expect, test } from "vitest";
import { confirmAboveOf, DEFAULT_POLICY, policyChanges } from "./policy";

const id = "7c1a9be2-3d54-4c8f-a6b0-1e2f3d4c5b6a";

test("Two policies differ by their limits and by each protected account, in whatever case its id is", () => {
  const before = { ...DEFAULT_POLICY, protectedAccounts: [{ id, because: "excluded" }] } as const;
  const other = "9b1d6f1e-6a0e-4a53-8f43-6a0f6a6b7c8d";
  const after = {
    ...before,
    staleAfterDays: 60,
    protectedAccounts: [
      { id: id.toUpperCase(), because: "break-glass" },
      { id: other, because: "excluded" },
    ],
  } as const;
  expect(policyChanges(before, after)).toEqual([
    { setting: "staleAfterDays", before: 90, after: 60 },
    { setting: "protectedAccounts", id, before: "excluded", after: "break-glass" },
    { setting: "protectedAccounts", id: other, before: null, after: "excluded" },
  ]);
  expect(policyChanges(after, { ...after, protectedAccounts: [] })).toHaveLength(2);
});

test("A policy of a version without a limit for plans has the usual one, and did not change by that", () => {
  const old = { ...DEFAULT_POLICY, confirmAbove: undefined };
  expect(confirmAboveOf(old)).toBe(100);
  expect(policyChanges(old, DEFAULT_POLICY)).toEqual([]);
  expect(policyChanges(old, { ...old, confirmAbove: 20 })).toEqual([
    { setting: "confirmAbove", before: 100, after: 20 },
  ]);
});
