import { describe, expect, test } from "vitest";
import { planCatchAllGroup } from "@/lib/domain/reviews/catch-all";
import { SimulatedReviews } from "@/lib/graph/testing/simulated-reviews";
import type { CallApi } from "@/lib/services/api";
import { readCatchAllGroup } from "./read-catch-all";

const LONG_AGO = Date.now() - 86_400_000;

/** What the history says: this operation made that group. */
function row(groupId: string, recordedAt = LONG_AGO) {
  const plan = planCatchAllGroup({ reason: "Everybody", mintId: () => crypto.randomUUID() });
  const operation = plan.operations[0]?.operation;
  if (operation === undefined) throw new Error("No operation");
  const subject = { type: "group", id: groupId } as const;
  return { kind: "planned", id: operation.id, operation, subject, recordedAt, outcome: DONE };
}

const DONE = { result: "done", evidence: "observed" } as const;

function catchAllOf({ graph }: SimulatedReviews, ...rows: readonly object[]) {
  const api = (() => Promise.resolve({ rows, next: null })) as unknown as CallApi;
  return readCatchAllGroup({ api, graph, now: () => Date.now() });
}

describe("The catch-all group", () => {
  test("is the one that bears the nickname of the request that made it", async () => {
    const fixture = new SimulatedReviews();
    const made = row("");
    const group = fixture.group({ displayName: "Guests", mailNickname: `guestlist-${made.id}` });
    const subject = { type: "group", id: group.id } as const;
    expect(await catchAllOf(fixture, { ...made, subject })).toMatchObject({
      groupId: group.id,
      displayName: "Guests",
    });
  });

  test("is none that an entry names and its request did not make", async () => {
    const fixture = new SimulatedReviews();
    const victim = fixture.group({ displayName: "Payroll", mailNickname: "payroll" });
    const older = row("");
    const group = fixture.group({ mailNickname: `guestlist-${older.id}` });
    const subject = { type: "group", id: group.id } as const;
    expect(await catchAllOf(fixture, row(victim.id))).toBeNull();
    const found = await catchAllOf(fixture, row(victim.id), { ...older, subject });
    expect(found?.groupId).toBe(group.id);
  });

  test("is not known while one that was just made does not show", async () => {
    const fixture = new SimulatedReviews();
    const gone = "00000000-0000-4000-8000-000000000000";
    await expect(catchAllOf(fixture, row(gone, Date.now()))).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(await catchAllOf(fixture, row(gone))).toBeNull();
  });
});
