import { describe, expect, test } from "vitest";
import {
  consequenceForUndecided,
  progressOf,
  reviewersOf,
  tallyOf,
  tallySentence,
} from "./progress";
import type { ReviewItem } from "./review";
import { someItem } from "./testing/some-item";

const person = (id: string) => ({ id, displayName: id, userPrincipalName: null });
const by = (
  id: string,
  decision: ReviewItem["decision"],
  reviewedAt: number | null = 1,
): ReviewItem => someItem({ decision, reviewedBy: person(id), reviewedAt });

test("people's decisions and the default's are counted apart", () => {
  const items = [
    someItem(),
    by("olga", "Approve"),
    by("olga", "Deny"),
    by("olga", "DontKnow"),
    someItem({ decision: "Deny" }),
    someItem({ decision: "Unknown: NotNotified" }),
  ];
  expect(tallyOf(items)).toEqual({
    total: 6,
    decided: 3,
    approved: 1,
    denied: 2,
    dontKnow: 1,
    undecided: 2,
    byDefault: 1,
  });
});

test("reviewers' decisions and the default's are told in sentences of their own", () => {
  expect(tallySentence([by("olga", "Approve"), by("olga", "DontKnow"), someItem()])).toBe(
    "Reviewers decided on 2 of 3: 1 approved, 0 denied, 1 don't know.",
  );
  const denied = someItem({ decision: "Deny" });
  expect(tallySentence([by("olga", "Approve"), denied, denied])).toBe(
    "Reviewers decided on 1 of 3: 1 approved, 0 denied. Nobody answered for 2: denied by default.",
  );
  expect(tallySentence([denied, someItem({ decision: "Approve" })])).toContain(
    "Nobody answered for 2: 1 approved and 1 denied by default.",
  );
});

describe("reviewers", () => {
  const contacted = (id: string) => ({ ...person(id), contactedAt: 5 });

  test("who was asked and did nothing stands first, and who was not asked but decided is there", () => {
    const items = [
      by("olga", "Approve", 7),
      by("olga", "Deny", 9),
      by("ivy", "Deny", null),
      someItem(),
    ];
    expect(reviewersOf(items, [contacted("olga"), contacted("zoe"), contacted("adam")])).toEqual([
      {
        person: person("adam"),
        contactedAt: 5,
        ...{ decided: 0, approved: 0, denied: 0, dontKnow: 0, lastDecidedAt: null },
      },
      {
        person: person("zoe"),
        contactedAt: 5,
        ...{ decided: 0, approved: 0, denied: 0, dontKnow: 0, lastDecidedAt: null },
      },
      {
        person: person("ivy"),
        contactedAt: null,
        ...{ decided: 1, approved: 0, denied: 1, dontKnow: 0, lastDecidedAt: null },
      },
      {
        person: person("olga"),
        contactedAt: 5,
        ...{ decided: 2, approved: 1, denied: 1, dontKnow: 0, lastDecidedAt: 9 },
      },
    ]);
  });

  test("what the default decided is nobody's work", () => {
    expect(reviewersOf([someItem({ decision: "Deny" })], [])).toEqual([]);
  });
});

describe("the undecided", () => {
  const items = [
    someItem({ recommendation: "Deny" }),
    someItem({ recommendation: "Approve" }),
    someItem({ recommendation: "NoInfoAvailable" }),
    by("olga", "Approve"),
  ];

  test.each([
    ["Deny", { denied: 3, approved: 0, left: 0 }],
    ["Approve", { denied: 0, approved: 3, left: 0 }],
    ["Recommendation", { denied: 1, approved: 1, left: 1 }],
    [null, { denied: 0, approved: 0, left: 3 }],
  ] as const)("%s", (ifNobodyAnswers, consequence) => {
    expect(consequenceForUndecided(items, ifNobodyAnswers)).toEqual(consequence);
  });
});

test.each([
  ["Deny", 2],
  ["Approve", 0],
  ["Recommendation", 1],
  [null, 0],
] as const)(
  "Undecided items of a review that ends with %s: how many would be denied",
  (ifNobodyAnswers, denied) => {
    const items = [
      someItem({ id: "ada", recommendation: "Deny" }),
      someItem({ id: "ben", recommendation: "Approve" }),
      someItem({ id: "cleo", recommendation: "Deny" }),
      someItem({ id: "dan", recommendation: "Deny", decision: "Approve" }),
    ];
    // Cleo was decided meanwhile, which the list does not show yet.
    const decisionOf = ({ id, decision }: ReviewItem) =>
      id === "cleo" || decision === "Deny"
        ? "Deny"
        : decision === "Approve"
          ? "Approve"
          : "NotReviewed";
    expect(progressOf(items, decisionOf, { ifNobodyAnswers })).toEqual({
      decided: 2,
      total: 4,
      denied,
    });
  },
);
