import { describe, expect, test } from "vitest";
import { readReviews } from "@/lib/graph/reviews/read-reviews";
import { instancesPath } from "@/lib/graph/reviews/review-paths";
import { guestsOf, QUARTERLY, SimulatedReviews } from "@/lib/graph/testing/simulated-reviews";
import { readPendingConsequences } from "./read-pending-consequences";

const DELETES = {
  ...QUARTERLY,
  applyActions: [{ "@odata.type": "#microsoft.graph.disableAndDeleteUserApplyAction" }],
  recurrence: { range: { type: "numbered", numberOfOccurrences: 1, startDate: "2026-11-20" } },
};

async function read({ graph, tenant }: SimulatedReviews) {
  const reviews = await readReviews(graph);
  return await readPendingConsequences({ graph, now: () => tenant.clock.now() }, reviews);
}

describe("What reviews are about to do to accounts", () => {
  test("is read of the blocked until they are deleted, and is over then", async () => {
    const fixture = new SimulatedReviews();
    const { id } = fixture.group({ guests: 3 });
    await fixture.review({ scope: guestsOf(id), settings: DELETES });
    expect((await read(fixture)).pending).toEqual([]);
    fixture.pass(15);
    const { pending, complete } = await read(fixture);
    expect(pending.map(({ stage }) => stage)).toEqual(Array(3).fill("to-be-deleted"));
    expect(complete).toBe(true);
    fixture.pass(30);
    expect((await read(fixture)).pending).toEqual([]);
  });

  test("costs two requests where reviews of both kinds are there, and none where no review deletes accounts", async () => {
    const fixture = new SimulatedReviews();
    const { id } = fixture.group({ guests: 3 });
    await fixture.review({ scope: guestsOf(id) });
    // The list of reviews itself is one.
    expect(await fixture.sentBy(() => read(fixture))).toHaveLength(1);
    await fixture.review({ scope: guestsOf(id), settings: DELETES });
    expect(await fixture.sentBy(() => read(fixture))).toHaveLength(3);
  });

  test("is not complete where one of the reviews cannot be looked into", async () => {
    const fixture = new SimulatedReviews();
    const { id } = fixture.group({ guests: 3 });
    const first = await fixture.review({ scope: guestsOf(id), settings: DELETES });
    const second = await fixture.review({ scope: guestsOf(id), settings: DELETES });
    fixture.pass(15);
    const pathPrefix = instancesPath(second);
    fixture.simulated.strikes({ kind: "forbidden", pathPrefix });
    const { pending, complete } = await read(fixture);
    expect(new Set(pending.map(({ reviewId }) => reviewId))).toEqual(new Set([first]));
    expect(complete).toBe(false);
  });
});
