import { describe, expect, test } from "vitest";
import { say, scripted } from "../testing/scripted-graph";
import { eachGroup, guestsOf, SimulatedReviews } from "../testing/simulated-reviews";
import { readItemsOfMany } from "./read-items-of-many";
import { readMyReviews } from "./read-my-reviews";

const by = (query: string) => ({ query, queryType: "MicrosoftGraph" });

describe("What the signed-in person is asked", () => {
  test("is found over all reviews, and where others are asked it is not", async () => {
    const fixture = new SimulatedReviews();
    const colleague = [...fixture.tenant.directory.users.values()].find(
      ({ id, userType }) => userType === "Member" && id !== fixture.me,
    );
    const mine = fixture.group({ guests: 3, ownerIds: new Set([fixture.me]) });
    fixture.group({ guests: 2, ownerIds: new Set([colleague?.id ?? ""]) });
    const large = fixture.group({ guests: 130 });
    const over = await fixture.review({ ...eachGroup, reviewers: [by("./owners")] });
    const own = await fixture.review({ scope: guestsOf(large.id) });
    const reviews = await readMyReviews(fixture.graph);
    expect(reviews.map(({ review }) => review.id).sort()).toEqual([over, own].sort());
    const runs = reviews.flatMap(({ instances }) => instances);
    expect(runs.map(({ scope }) => scope.kind === "group" && scope.groupId).sort()).toEqual(
      [mine.id, large.id].sort(),
    );
    const refs = runs.map(({ reviewId, id }) => ({ reviewId, instanceId: id }));
    const parts: number[] = [];
    const sent = await fixture.sentBy(async () => {
      const read = await readItemsOfMany(fixture.graph, refs, {
        asReviewer: true,
        onPart: ({ items }) => parts.push(items.length),
      });
      expect([read.items.length, read.complete, read.unread]).toEqual([133, true, []]);
    });
    // One batch for the first pages, and two pages of the one that has more.
    expect(sent.length).toBe(3);
    expect(parts).toEqual([3, 103, 133]);
  });

  test("is asked again without sign-ins where they are refused, and what cannot be read is named", async () => {
    const refs = ["a", "b"].map((instanceId) => ({ reviewId: "r", instanceId }));
    const bad = { status: 400, body: { error: { code: "Request_BadRequest" } } };
    const { graph } = scripted(
      say({
        responses: [
          { id: "a", ...bad },
          { id: "b", ...bad },
        ],
      }),
      say({
        responses: [
          { id: "a", status: 200, body: { value: [{ id: "x" }] } },
          { id: "b", status: 403, body: {} },
        ],
      }),
    );
    const read = await readItemsOfMany(graph, refs, { asReviewer: true });
    expect(read).toMatchObject({ items: [{ id: "x", instanceId: "a" }], unread: ["b"] });
    expect(read.complete).toBe(false);
  });
});
