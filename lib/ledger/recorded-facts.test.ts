import { expect, test } from "vitest";
import type { NewEntry } from "@/lib/contract/entries";
import type { Outcome } from "@/lib/domain/outcome";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import { type Facts, FactsWith } from "./recorded-facts";
import { carriedOut, planned, policySet } from "./testing/requests";

const onChain: Outcome = { result: "unknown", evidence: "reported", detail: null, requestId: null };
const copied = { access: "gone" } as ReviewResult;

/** A chain that has something of everything, under whatever id. */
const chain: Facts = {
  operation: () => undefined,
  laterAboutGuest: () => ["later-on-chain"],
  outcome: () => ({ entryId: "chain", outcome: onChain, isCorrection: false }),
  createdId: () => "made-before",
  lease: () => ({ fence: 7, holderId: "holder" }),
  planAuthor: (planId) => (planId === "theirs" ? "their-author" : undefined),
  result: () => copied,
  correction: () => "corrected-before",
  policyEntryId: () => "policy-before",
};

function factsAfter(...entries: readonly NewEntry[]): FactsWith {
  const facts = new FactsWith(chain);
  for (const entry of entries) facts.add(entry, "me");
  return facts;
}

function resultEntry(corrects?: string): Extract<NewEntry, { kind: "review-result" }> {
  const result = { access: "unread" } as ReviewResult;
  return {
    id: `of ${corrects ?? "nothing"}`,
    kind: "review-result",
    result,
    ...(corrects !== undefined && { corrects }),
  };
}

test("what is not touched is as the chain has it", () => {
  const facts = factsAfter();
  expect(facts.outcome("o")?.entryId).toBe("chain");
  expect(facts.createdId("o", "o")).toBe("made-before");
  expect(facts.laterAboutGuest("o")).toEqual(["later-on-chain"]);
  expect(facts.lease("p")).toEqual({ fence: 7, holderId: "holder" });
  expect(facts.planAuthor("theirs")).toBe("their-author");
  expect(facts.result("r")).toBe(copied);
  expect(facts.correction("r")).toBe("corrected-before");
  expect(facts.policyEntryId()).toBe("policy-before");
});

test("the next entry is judged against the settings that the one before it sets", () => {
  const [first, second] = [policySet(60, "policy-before"), policySet(30, "x")];
  expect(factsAfter(first).policyEntryId()).toBe(first.id);
  expect(factsAfter(first, second).policyEntryId()).toBe(second.id);
});

test("a plan is the person's who recorded its first operation, on the chain or before it", () => {
  const [mine, theirs] = [
    planned("block", { planId: "mine" }),
    planned("block", { planId: "theirs" }),
  ];
  const facts = factsAfter(mine, theirs);
  expect(facts.planAuthor("mine")).toBe("me");
  expect(facts.planAuthor("theirs")).toBe("their-author");
  facts.add(planned("block", { planId: "mine" }), "a colleague");
  expect(facts.planAuthor("mine")).toBe("me");
  expect(facts.operation(mine.id)).toMatchObject({ actorId: "me", planId: "mine" });
  expect(facts.operation("another")).toBeUndefined();
});

test("an outcome counts at once, of its step alone, and says whether it is a correction", () => {
  const entry = planned("create-group");
  const ofStep = { ...carriedOut(entry), stepId: "second", createdId: "made-now" };
  const facts = factsAfter(
    entry,
    { ...carriedOut(entry, "failed"), correction: "Not there." },
    ofStep,
  );
  expect(facts.outcome(entry.id)).toMatchObject({
    outcome: { result: "failed" },
    isCorrection: true,
  });
  expect(facts.outcome(entry.id, "second")).toMatchObject({
    ...{ entryId: ofStep.id, isCorrection: false },
    outcome: { result: "done" },
  });
  expect(facts.outcome(entry.id, "third")?.entryId).toBe("chain");
  expect(facts.createdId(entry.id, "second")).toBe("made-now");
});

test("a copied result and its correction are two: a correction is none of the results", () => {
  const [first, correction] = [resultEntry(), resultEntry("of nothing")];
  const facts = factsAfter(first, correction);
  expect(facts.result(first.id)).toBe(first.result);
  expect(facts.correction(first.id)).toBe(correction.id);
  expect(facts.result(correction.id)).toBe(copied);
  expect(facts.correction("another")).toBe("corrected-before");
});
