import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { recordedResultsAnswer } from "@/lib/contract/recorded-results";
import { recordedResults } from "./recorded-results";
import { ledgerOfFile } from "./testing/fresh-database";
import { planned, reviewResult, somebody } from "./testing/requests";

const { database, record } = ledgerOfFile();

const countsOf = async (caller: ReturnType<typeof somebody>, ...reviewIds: readonly string[]) => {
  const answer = recordedResultsAnswer.parse(await recordedResults(reviewIds, caller, database()));
  return Object.fromEntries(answer.instances.map(({ instanceId, items }) => [instanceId, items]));
};

it("Each instance is counted by its items, however often each was recorded and by whom", async () => {
  const olga = somebody();
  const boris = somebody("Governance.Operator", olga.tenantId);
  const [reviewId, first, second, itemId] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  const of = (instanceId: string, changes = {}) =>
    reviewResult({ reviewId, instanceId, ...changes });
  await record(olga, of(first, { itemId, access: "still-there" }), of(first), of(second));
  await record(boris, of(first, { itemId, access: "gone" }));
  const stop = planned("stop-review", { subject: { type: "review", id: reviewId } });
  await record(olga, stop);
  expect(await countsOf(olga, reviewId)).toEqual({ [first]: 2, [second]: 1 });
});

it("Only what was asked about is told, and nothing of a review without results", async () => {
  const olga = somebody();
  const one = reviewResult();
  const other = reviewResult();
  await record(olga, one, other);
  const { reviewId, instanceId } = one.result;
  expect(await countsOf(olga, reviewId, randomUUID())).toEqual({ [instanceId]: 1 });
  expect(await countsOf(olga, randomUUID())).toEqual({});
});

it("Another tenant's results are not ours, though the review has the same id", async () => {
  const theirs = reviewResult();
  await record(somebody(), theirs);
  expect(await countsOf(somebody(), theirs.result.reviewId)).toEqual({});
});
