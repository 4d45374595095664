import { expect, test } from "vitest";
import { planAnswers } from "@/lib/domain/reviews/plan-answers";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import type { Graph } from "@/lib/graph/graph";
import { reviewOfMany } from "../testing/review-of-many";
import { runPlan } from "../run-plan";

const denials = (items: readonly ReviewItem[]) =>
  items.map((item) => ({ item, decision: "Deny" as const, justification: "Gone" }));

/** The same Graph, with somebody who is told of every path that is read and after every answer that is sent. */
function listened(
  graph: Graph,
  listeners: {
    readonly reads?: (path: string) => void;
    readonly sent?: (scopes: readonly string[]) => Promise<void>;
  },
): Graph {
  return {
    read: (path, options) => graph.read(path, options),
    pages: (path, options) => {
      listeners.reads?.(path);
      return graph.pages(path, options);
    },
    send: async (method, path, options) => {
      const answer = await graph.send(method, path, options);
      if (method === "PATCH") await listeners.sent?.(options.scopes);
      return answer;
    },
    batch: (requests, options) => {
      for (const { path } of requests) listeners.reads?.(path);
      return graph.batch(requests, options);
    },
  };
}

test("what is read for answers grows with how many are sent, not with how many there are", async () => {
  const { fixture: fixture, items } = await reviewOfMany(3_000);
  for (const [from, sent, mostRequests, mostRead] of [
    [0, 60, 8, 120],
    // The whole instance twice: to know what is to be decided, and to see all answers together. The clock of this test
    // goes on while the machine computes, so that some items grow too old before they are sent: more on a busy machine.
    [60, 1_000, 150, 9_000],
  ] as const) {
    let read = 0;
    const graph = listened(fixture.services.graph, {
      reads: (path) => {
        if (path.includes("/decisions")) read += /\/decisions\/[0-9a-f-]{36}$/.test(path) ? 1 : 100;
      },
    });
    const before = fixture.simulated.sent.length;
    const plan = planAnswers(denials(items.slice(from, from + sent)), fixture.planning);
    const { results } = await runPlan(plan, { ...fixture.services, graph });
    const went = fixture.simulated.sent.slice(before);
    const writes = went.filter((request) => request.startsWith("PATCH"));
    expect(new Set(writes).size, "each answer is sent once").toBe(sent);
    expect(writes).toHaveLength(sent);
    for (const { outcome } of results)
      expect(outcome).toMatchObject({ result: "done", evidence: "observed" });
    expect(went.length - sent, `requests besides ${sent} answers`).toBeLessThanOrEqual(
      mostRequests,
    );
    expect(read, `items read for ${sent} answers`).toBeLessThanOrEqual(mostRead);
  }
});

test("what was decided meanwhile is not decided again, and once the instance has ended nothing is sent", async () => {
  const { fixture: fixture, items, instance } = await reviewOfMany(600);
  const first = planAnswers(denials(items.slice(140, 150)), fixture.planning);
  const plan = planAnswers(denials(items), fixture.planning);
  const stop = `/identityGovernance/accessReviews/definitions/${instance.reviewId}/instances/${instance.id}/stop`;
  let sent = 0;
  let meanwhile: Promise<unknown> | null = null;
  const graph = listened(fixture.services.graph, {
    // Somebody at another keyboard, between the first hundred and the second, and then in the fourth.
    sent: async (scopes) => {
      sent += 1;
      if (sent === 60) meanwhile = fixture.run(first);
      await meanwhile;
      if (sent === 350) await fixture.services.graph.send("POST", stop, { scopes });
    },
  });
  const { results } = await runPlan(plan, { ...fixture.services, graph });
  const words = results.map(({ outcome }) => outcome?.result);
  expect(words.slice(0, 140)).toEqual(Array(140).fill("done"));
  expect(words.slice(140, 150)).toEqual(Array(10).fill("already-so"));
  expect(words.slice(150, 350)).toEqual(Array(200).fill("done"));
  // A hundred share one reading, and what is on its way is refused by the service.
  expect(words.slice(450)).toEqual(Array(150).fill("refused"));
  expect(sent).toBeLessThan(450);
});
