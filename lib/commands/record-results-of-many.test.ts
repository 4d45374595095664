import { describe, expect, test } from "vitest";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import { GraphError } from "@/lib/graph/graph-error";
import { ApiError } from "@/lib/contract/api-error";
import {
  type ServicesForMany,
  type RecordingOfMany,
  recordResultsOfMany,
} from "./record-results-of-many";
import { RunnerFixture } from "@/lib/runner/testing/runner-fixture";

interface Ended {
  readonly id: string;
  readonly results: readonly ReviewResult[];
}

/** Ended instances, and a ledger to copy their results into. */
class Desk {
  readonly fixture = new RunnerFixture();
  readonly stop = new AbortController();
  /** What goes wrong when that instance is read. */
  readonly faults = new Map<Ended, unknown>();
  /** Instances that were read, in order. */
  readonly read: Ended[] = [];
  readonly reports: RecordingOfMany<Ended>[] = [];
  onRead: (instance: Ended) => void = () => undefined;
  #reading = 0;
  atOnce = 0;

  ended(items: number): Ended {
    const [reviewId, id] = [this.fixture.mintId(), this.fixture.mintId()];
    const results = Array.from({ length: items }, () => this.#result(reviewId, id));
    return { id, results };
  }

  record(...instances: readonly Ended[]): Promise<RecordingOfMany<Ended>> {
    const services: ServicesForMany<Ended> = {
      ...this.fixture.services,
      gather: async (instance) => {
        this.read.push(instance);
        this.onRead(instance);
        this.#reading += 1;
        this.atOnce = Math.max(this.atOnce, this.#reading);
        await Promise.resolve();
        this.#reading -= 1;
        const fault = this.faults.get(instance);
        if (fault === "half") return null;
        if (fault !== undefined) throw fault as Error;
        return { results: instance.results, guests: [] };
      },
      recordedItems: ({ id }) => Promise.resolve(this.itemsOf(id)),
    };
    const run = recordResultsOfMany(instances, services, this.stop.signal, (far) => {
      this.reports.push(far);
    });
    return this.fixture.clock.drive(run);
  }

  /** Item ids of an instance as the ledger has them; throws where one is there twice. */
  itemsOf(instanceId: string): ReadonlySet<string> {
    const found = this.fixture.ledger.entries.flatMap((entry) =>
      entry.kind === "review-result" && entry.result.instanceId === instanceId
        ? [entry.result.itemId]
        : [],
    );
    const items = new Set(found);
    if (items.size < found.length) throw new Error("An item is recorded twice");
    return items;
  }

  #result(reviewId: string, instanceId: string): ReviewResult {
    return {
      reviewId,
      instanceId,
      itemId: this.fixture.mintId(),
      guestId: this.fixture.mintId(),
      resourceId: null,
      resourceName: "Partners",
      startsAt: 0,
      endsAt: 1,
      instanceStatus: "Applied",
      decision: "Deny",
      recommendation: null,
      justification: null,
      reviewedBy: null,
      reviewedAt: null,
      applyResult: "AppliedSuccessfully",
      appliedAt: 2,
      access: "gone",
      notApplied: null,
    };
  }
}

const sizesOf = (desk: Desk, ...instances: readonly Ended[]) =>
  instances.map(({ id }) => desk.itemsOf(id).size);

describe("Copying every ended instance", () => {
  test("one is read after the other, and it is told how far it is", async () => {
    const desk = new Desk();
    const [one, two, three] = [desk.ended(3), desk.ended(250), desk.ended(0)];
    expect(await desk.record(one, two, three)).toEqual({
      ...{ of: 3, recorded: 3, results: 253, notRecorded: [], at: null, ended: "all-tried" },
    });
    expect(sizesOf(desk, one, two, three)).toEqual([3, 250, 0]);
    expect(desk.atOnce).toBe(1);
    expect(
      desk.reports.flatMap(({ at, recorded }) => (at === null ? [] : [[at, recorded]])),
    ).toEqual([
      [one, 0],
      [two, 1],
      [three, 2],
    ]);
  });

  test("waits between two, so that others are served too", async () => {
    const desk = new Desk();
    const began = desk.fixture.clock.now();
    await desk.record(desk.ended(1), desk.ended(1), desk.ended(1));
    expect(desk.fixture.clock.now() - began).toBeGreaterThanOrEqual(400);
  });

  test("one that fails is named with the reason, the others are copied, and again copies only it", async () => {
    const desk = new Desk();
    const [one, two, three, four] = [desk.ended(2), desk.ended(2), desk.ended(2), desk.ended(2)];
    const unavailable = new GraphError("unavailable", "as the test wished");
    desk.faults.set(two, unavailable).set(three, "half");
    const first = await desk.record(one, two, three, four);
    expect(first).toMatchObject({ recorded: 2, results: 4, ended: "all-tried" });
    expect(first.notRecorded).toEqual([
      { instance: two, because: { from: "graph", kind: "unavailable" } },
      { instance: three, because: { from: "incomplete" } },
    ]);
    desk.faults.clear();
    const again = await desk.record(one, two, three, four);
    expect(again).toMatchObject({ recorded: 4, results: 4, notRecorded: [] });
    expect(sizesOf(desk, one, two, three, four)).toEqual([2, 2, 2, 2]);
  });

  test("a ledger that goes away in the middle of one leaves the rest of it for later, and nothing is there twice", async () => {
    const desk = new Desk();
    const [one, two] = [desk.ended(450), desk.ended(1)];
    let requests = 0;
    desk.fixture.ledger.fateOf = () => (++requests > 1 ? "down" : "well");
    const first = await desk.record(one, two);
    expect(first).toMatchObject({ recorded: 0, results: 200 });
    expect(first.notRecorded.map(({ because }) => because)).toEqual([
      { from: "history", kind: "unavailable" },
      { from: "history", kind: "unavailable" },
    ]);
    desk.fixture.ledger.fateOf = () => "well";
    expect(await desk.record(one, two)).toMatchObject({ recorded: 2, results: 251 });
    expect(sizesOf(desk, one, two)).toEqual([450, 1]);
  });

  test("what somebody else recorded meanwhile is not written again, though it would have another id", async () => {
    const desk = new Desk();
    const one = desk.ended(2);
    desk.onRead = () => {
      desk.fixture.ledger.entries.push(
        ...one.results.slice(0, 1).map((result) => ({
          ...{ id: desk.fixture.mintId(), kind: "review-result" as const, result },
        })),
      );
    };
    expect(await desk.record(one)).toMatchObject({ recorded: 1, results: 1 });
    expect(sizesOf(desk, one)).toEqual([2]);
  });
});

describe("Copying ends early", () => {
  test("when somebody stops it: what is copied stays, and nothing more is read", async () => {
    const desk = new Desk();
    const [one, two, three] = [desk.ended(1), desk.ended(1), desk.ended(1)];
    desk.onRead = (instance) => {
      if (instance === two) desk.stop.abort();
    };
    const stopped = await desk.record(one, two, three);
    expect(stopped).toMatchObject({ recorded: 1, notRecorded: [], ended: "asked" });
    expect(desk.read).toEqual([one, two]);
    expect(sizesOf(desk, one, two, three)).toEqual([1, 0, 0]);
  });

  test("when a reading ends because it was stopped, that is no failure", async () => {
    const desk = new Desk();
    const one = desk.ended(1);
    desk.faults.set(one, new DOMException("aborted", "AbortError"));
    desk.onRead = () => {
      desk.stop.abort();
    };
    expect(await desk.record(one)).toMatchObject({ notRecorded: [], ended: "asked" });
  });

  test.each([
    ["the sign-in has ended", new GraphError("signed-out", ""), "graph"],
    ["a permission is missing", new GraphError("needs-consent", ""), "graph"],
    ["the history does not take it from this person", new ApiError("forbidden", ""), "history"],
  ])("when %s: every other would fail alike", async (_, fault, from) => {
    const desk = new Desk();
    const [one, two] = [desk.ended(1), desk.ended(1)];
    desk.faults.set(one, fault);
    const ended = await desk.record(one, two);
    expect(ended).toMatchObject({ recorded: 0, ended: "no-use" });
    expect(ended.notRecorded.map(({ because }) => because.from)).toEqual([from]);
    expect(desk.read).toEqual([one]);
  });
});
