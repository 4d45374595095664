import { expect, test } from "vitest";
import { type EntriesRequest, entriesRequest } from "@/lib/contract/entries";
import { checkDraft } from "@/lib/domain/reviews/check-draft";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { planCreate } from "@/lib/domain/reviews/plan-review";
import { REVIEW_TEMPLATES } from "@/lib/domain/reviews/templates";
import { ApiError, type ApiErrorKind } from "@/lib/contract/api-error";
import { ReviewFixture } from "../testing/review-fixture";
import { nth } from "../testing/nth";

/** What the server reads of one request: app/api/parse-request.ts. */
const MOST_BYTES = 1024 * 1024;

const ids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());
const stage = (people: number, durationDays = 14): ReviewDraft["stages"][number] => ({
  reviewers: { kind: "people", userIds: ids(people) },
  fallbackIds: [],
  durationDays,
});
const base = nth(REVIEW_TEMPLATES, 0).draft("2026-12-01");

test.each<[string, Partial<ReviewDraft>]>([
  ["240 reviewers", { stages: [stage(240)] }],
  ["three stages of 60 reviewers", { stages: [5, 5, 5].map((days) => stage(60, days)) }],
  [
    "a hundred groups with 110 reviewers",
    { scope: { kind: "groups", groupIds: ids(100), inactiveDays: null }, stages: [stage(110)] },
  ],
])(
  "A draft of %s that the wizard accepts is taken by the history, and created",
  async (_, input) => {
    const draft = { ...base, ...input };
    expect(checkDraft(draft, "2026-11-20")).toEqual([]);
    const fixture = new ReviewFixture();
    const requests: EntriesRequest[] = [];
    const append = fixture.ledger.append.bind(fixture.ledger);
    fixture.ledger.append = (request) => {
      requests.push(request);
      return append(request);
    };
    const plan = planCreate(draft, { reason: "r", mintId: () => crypto.randomUUID() });
    const { stopped } = await fixture.run(plan);
    expect(stopped).toBeNull();
    expect(fixture.reviews.reviews.size).toBe(plan.operations.length);
    for (const request of requests) {
      expect(entriesRequest.safeParse(request).success).toBe(true);
      expect(Buffer.byteLength(JSON.stringify(request))).toBeLessThan(MOST_BYTES);
    }
  },
);

test.each<[ApiErrorKind, string]>([
  ["unauthenticated", "history-sign-in"],
  ["sign-in-needed", "history-sign-in"],
  ["forbidden", "history-forbidden"],
  ["invalid", "history-refused"],
  ["too-large", "history-refused"],
  ["unavailable", "ledger-unavailable"],
  ["no-answer", "ledger-unavailable"],
])("That the history answers %s is told as %s, and nothing is sent", async (kind, stopped) => {
  const fixture = new ReviewFixture();
  fixture.ledger.append = () => Promise.reject(new ApiError(kind, "In the server's words."));
  const result = await fixture.run(fixture.plan(fixture.create()));
  expect(result.stopped).toMatchObject({ kind: stopped });
  expect(fixture.reviews.writes).toEqual([]);
});
