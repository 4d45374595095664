import type { ReviewStatus } from "./review-status";
import { describe, expect, test } from "vitest";
import { DAY } from "../time";
import { mayStillAct, pendingConsequences } from "./pending-consequences";
import type { Review, ReviewInstance, ReviewItem } from "./review";
import { ADA, BEN } from "./testing/some-draft";
import { someItem } from "./testing/some-item";
import { someReview } from "./testing/some-review";

const END = Date.parse("2026-12-04T12:00:00Z");

const deletes = (overrides: Partial<Review["settings"]> = {}) =>
  someReview({ id: "review", settings: { applyAction: "block-then-delete", ...overrides } });

const instance = (status: ReviewStatus, endsAt: number | null = END): ReviewInstance => ({
  id: "instance",
  reviewId: "review",
  status,
  startsAt: null,
  endsAt,
  scope: someReview().scope,
  reviewers: [],
  fallbackReviewers: [],
});

const person = (id: string) => ({ id, displayName: null, userPrincipalName: null });
const denied = (overrides: Partial<ReviewItem> = {}) =>
  someItem({ principal: person(ADA), decision: "Deny", ...overrides });

/** What is pending for Ada; undefined where nothing is. */
const pendingFor = (
  overrides: { review?: Review; run?: ReviewInstance; item?: ReviewItem; now?: number } = {},
) => {
  const {
    review = deletes(),
    run = instance("Applying"),
    item = denied(),
    now = END + DAY,
  } = overrides;
  return pendingConsequences([review], [run], [item], now)[0];
};

describe("A denied guest who is blocked", () => {
  test("is deleted 30 days after the end, by the review and the instance that say so", () => {
    expect(pendingFor()).toEqual({
      guestId: ADA,
      reviewId: "review",
      reviewName: "Partners each quarter",
      instanceId: "instance",
      stage: "to-be-deleted",
      blockedAt: null,
      deletedAt: END + 30 * DAY,
    });
  });

  test("is deleted on a day that nobody knows where somebody applied it by hand, or no end is said", () => {
    const byHand = pendingFor({ review: deletes({ autoApply: false }) });
    expect(byHand).toMatchObject({ stage: "to-be-deleted", deletedAt: null });
    expect(pendingFor({ run: instance("Applying", null) })?.deletedAt).toBeNull();
  });

  test("is deleted 30 days after the block where the item says when that was", () => {
    const item = denied({ applyResult: "AppliedSuccessfully", appliedAt: END + 2 * DAY });
    expect(pendingFor({ item })?.deletedAt).toBe(END + 32 * DAY);
    expect(pendingFor({ item, run: instance("Applied") })?.deletedAt).toBe(END + 32 * DAY);
  });

  test("waits no more once the account was deleted, even if it was restored since", () => {
    const item = denied({ applyResult: "AppliedSuccessfully", appliedAt: END + 30 * DAY + 60_000 });
    const after = { item, now: END + 31 * DAY };
    expect(pendingFor({ ...after, run: instance("Applied") })).toBeUndefined();
  });

  test("waits no more 30 days after an instance that is called applied has ended", () => {
    const run = instance("Applied");
    expect(pendingFor({ run, now: END + 29 * DAY })?.deletedAt).toBe(END + 30 * DAY);
    expect(pendingFor({ run, now: END + 30 * DAY })).toBeUndefined();
  });

  test.each([
    "AppliedWithUnknownFailure",
    "AppliedSuccessfullyButObjectNotFound",
    "ApplyNotSupported",
  ] as const)("waits for nothing where applying had the result %s", (applyResult) => {
    expect(pendingFor({ item: denied({ applyResult }) })).toBeUndefined();
  });
});

describe("A guest who is denied while nothing is applied yet", () => {
  test.each(["InProgress", "Completing", "Completed", "AutoReviewing", "AutoReviewed"] as const)(
    "is blocked at the end, and deleted 30 days later: %s",
    (status) => {
      expect(pendingFor({ run: instance(status), now: END - DAY })).toMatchObject({
        stage: "to-be-blocked",
        blockedAt: END,
        deletedAt: END + 30 * DAY,
      });
    },
  );

  test.each(["InProgress", "Completed"] as const)(
    "waits for a person to apply it where nothing is applied by itself, on a day that nobody knows: %s",
    (status) => {
      const review = deletes({ autoApply: false });
      expect(pendingFor({ review, run: instance(status) })).toMatchObject({
        stage: "to-be-applied",
        blockedAt: null,
        deletedAt: null,
      });
    },
  );
});

test("A guest who is approved, undecided, or only loses access waits for no deletion", () => {
  expect(pendingFor({ item: denied({ decision: "Approve" }) })).toBeUndefined();
  expect(pendingFor({ item: denied({ decision: "NotReviewed" }) })).toBeUndefined();
  expect(pendingFor({ review: deletes({ applyAction: "remove-access" }) })).toBeUndefined();
});

test("A guest is named once for each instance, however many items of it deny them", () => {
  const items = [denied(), denied({ id: "other" }), denied({ principal: person(BEN) })];
  const found = pendingConsequences([deletes()], [instance("Applying")], items, END);
  expect(found.map(({ guestId }) => guestId)).toEqual([ADA, BEN]);
});

test("Only instances that can still have a consequence are looked into", () => {
  const looked = (status: ReviewStatus, now = END) => mayStillAct(deletes(), instance(status), now);
  expect(looked("NotStarted")).toBe(false);
  expect(looked("InProgress")).toBe(true);
  expect(looked("Applied", END + 59 * DAY)).toBe(true);
  expect(looked("Applied", END + 60 * DAY)).toBe(false);
  expect(mayStillAct(someReview(), instance("Applying"), END)).toBe(false);
});
