import { beforeEach, expect, test, vi } from "vitest";
import {
  catchAllDraftStorage,
  commandDraftStorage,
  newReviewDraftStorage,
} from "@/lib/services/tab-drafts";
import { someDraft } from "@/lib/domain/reviews/testing/some-draft";
import { reviewDraftInWork } from "@/lib/contract/review-draft";
import { isInTab } from "@/lib/services/tab-key";
import type { TabStorage } from "@/lib/services/tab-storage";
import { GUEST_PLAN_DRAFT, UNDO_DRAFT } from "./draft-names";
import { guestPlanDraftStorage, undoDraftStorage } from "./tab-drafts";

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});

const grace = { tenantId: "contoso", homeAccountId: "grace" };
const others = [
  { ...grace, homeAccountId: "ivan" },
  { ...grace, tenantId: "fabrikam" },
];

/** A storage with something in it, whatever that is. */
const filled = <Value>(storage: TabStorage<Value>, value: Value) => {
  storage.save(grace, value);
  return { load: storage.load, clear: storage.clear, value: value as unknown };
};

test.each([
  ["an undo", () => filled(undoDraftStorage, { planId: "p", reason: "Too early" })],
  [
    "an operation on guests",
    () => filled(guestPlanDraftStorage, { bar: "Act", kind: "block", ids: ["a"], reason: "Left" }),
  ],
  [
    "a command on a review",
    () => filled(commandDraftStorage, { reviewId: "r", reason: "Nobody answers", change: null }),
  ],
  [
    "the catch-all group",
    () => filled(catchAllDraftStorage, { reason: "All", groupId: null, guestIds: ["a"] }),
  ],
  [
    "a new review",
    () =>
      filled(newReviewDraftStorage, {
        ...{ source: "cis-monthly", draft: reviewDraftInWork.parse(someDraft()) },
        ...{ reason: null, exception: null },
      }),
  ],
])("The draft of %s is there for that account of that tenant alone", (_what, fill) => {
  const { load, clear, value } = fill();
  for (const other of others) {
    expect(load(other)).toBeNull();
    clear(other);
  }
  expect(load(grace)).toEqual(value);
  clear(grace);
  expect(load(grace)).toBeNull();
  expect(stored.size).toBe(0);
});

test("Whether there is a draft of guests or of an undo is seen without its parser", () => {
  expect(isInTab(GUEST_PLAN_DRAFT, grace)).toBe(false);
  expect(isInTab(UNDO_DRAFT, grace)).toBe(false);
  filled(guestPlanDraftStorage, { bar: "Act", kind: "block", ids: [], reason: "" });
  expect(isInTab(GUEST_PLAN_DRAFT, grace)).toBe(true);
  expect(isInTab(UNDO_DRAFT, grace)).toBe(false);
  filled(undoDraftStorage, { planId: "p", reason: "" });
  expect(isInTab(UNDO_DRAFT, grace)).toBe(true);
});
