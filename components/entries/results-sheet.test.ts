import { expect, test } from "vitest";
import type { ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";
import { someReview } from "@/lib/domain/reviews/testing/some-review";
import { decisionsExport, decisionsSheet } from "./results-sheet";

const item: ReviewItem = {
  id: "item",
  reviewId: "r",
  instanceId: "i",
  principal: { id: "ada", displayName: "Ada", userPrincipalName: "ada@partner.example" },
  resource: { id: "g", displayName: "Quay", type: "Group" },
  decision: "Deny",
  recommendation: "Deny",
  justification: null,
  reviewedBy: null,
  reviewedAt: Date.UTC(2026, 11, 4),
  appliedBy: null,
  appliedAt: null,
  applyResult: "ApplyNotSupported",
  lastSignIn: undefined,
};
const instance = {
  id: "i",
  status: "Applied",
  startsAt: Date.UTC(2026, 10, 20),
  endsAt: Date.UTC(2026, 11, 4),
} as ReviewInstance;
const line = { item, access: "still-there", notApplied: "dynamic-group" } as const;

const asObject = (lines: Parameters<typeof decisionsSheet>[1]) => {
  const { columns, rows } = decisionsSheet(instance, lines);
  return Object.fromEntries(columns.map((name, place) => [name, rows[0]?.[place]]));
};

test("a sheet says who decided, what Entra says became of it, and what the directory shows", () => {
  expect(asObject([line])).toMatchObject({
    Guest: "Ada",
    Decision: "Denied",
    "Decided by": "Nobody: the default decided",
    "Last sign-in then (UTC)": "Not reported by Entra",
    "Apply result": "Not supported",
    "Access now": "Has access",
    "Why not applied": expect.stringContaining("dynamic group") as string,
    "Instance ended (UTC)": "2026-12-04T00:00:00.000Z",
    "Item id": "item",
  });
});

test("the reviewer is there by name, for people, and by id, to be found again", () => {
  const reviewedBy = { id: "manuel", displayName: "Manuel Ortega", userPrincipalName: "m@x" };
  const decided = { ...line, item: { ...item, reviewedBy } };
  expect(asObject([decided])).toMatchObject({
    "Decided by": "Manuel Ortega",
    "Decided by (object id)": "manuel",
  });
  expect(asObject([line])).toMatchObject({ "Decided by (object id)": "" });
  const { items } = decisionsExport(someReview(), instance, [decided], 0) as { items: unknown };
  expect(items).toMatchObject([{ reviewedBy }]);
});

test("a decision that neither a person nor the default can have taken is called neither", () => {
  const unsure = { ...line, item: { ...item, decision: "DontKnow" as const } };
  expect(asObject([unsure])).toMatchObject({ "Decided by": "Not known" });
});

test("what was not compared is not called gone", () => {
  expect(asObject([{ item }])).toMatchObject({
    "Access now": "Not compared",
    "Why not applied": "",
  });
});

test("the export for programs has the review as Graph gave it", () => {
  const review = someReview({ id: "r", asGiven: { displayName: "Quarterly" } });
  const exported = decisionsExport(review, instance, [line], Date.UTC(2026, 11, 5));
  expect(exported).toMatchObject({
    exportedAt: "2026-12-05T00:00:00.000Z",
    review: { id: "r", definition: { displayName: "Quarterly" } },
    items: [{ id: "item", accessNow: "still-there", notApplied: "dynamic-group" }],
  });
  expect(JSON.stringify(exported)).not.toContain("lastSignIn");
});

test("words that this version does not know are exported as Graph gave them", () => {
  const unknown = {
    ...item,
    decision: "Unknown: Later",
    recommendation: "Unknown: Perhaps",
    applyResult: "Unknown: PartiallyApplied",
    resource: { id: "g", displayName: "Quay", type: "Unknown: Cabinet" },
  } as const;
  const paused = { ...instance, status: "Unknown: Paused" } as const;
  expect(
    decisionsExport(someReview({ status: "Unknown" }), paused, [{ item: unknown }], 0),
  ).toMatchObject({
    review: { status: "" },
    instance: { status: "Paused" },
    items: [
      {
        decision: "Later",
        recommendation: "Perhaps",
        applyResult: "PartiallyApplied",
        resource: { type: "Cabinet" },
      },
    ],
  });
});
