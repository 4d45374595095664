import { expect, test, vi } from "vitest";
import { coverageOf } from "@/lib/domain/reviews/coverage";
import {
  type GroupsProgress,
  readGroupsWithGuests,
} from "@/lib/graph/groups/read-groups-with-guests";
import { readGuestMembers } from "@/lib/graph/groups/read-guest-members";
import { readReach } from "@/lib/graph/groups/read-reach";
import { readInstancesOfMany } from "@/lib/graph/reviews/read-instances";
import { readReviews } from "@/lib/graph/reviews/read-reviews";
import { guestsOf, SimulatedReviews } from "@/lib/graph/testing/simulated-reviews";
import type { Fault } from "@/simulator/faults/conditions";
import { withNested } from "@/lib/domain/reviews/group";

// Every call is signed, verified and answered for real, on machines that do other things too.
vi.setConfig({ testTimeout: 60_000 });

/** A group under review and sixty that are not, of two guests each; the tenant has one guest who is in none. */
async function manyGroups(): Promise<SimulatedReviews> {
  const fixture = new SimulatedReviews();
  const [reviewed] = Array.from({ length: 61 }, () => fixture.group({ guests: 2 }));
  await fixture.review({ scope: guestsOf(reviewed?.id ?? "") });
  return fixture;
}

/** Reads all that the coverage map is made of, in the page's order, and counts. */
async function readCoverage({ graph, tenant }: SimulatedReviews) {
  const progress: GroupsProgress[] = [];
  const reviews = await readReviews(graph);
  const reviewedIds = reviews.flatMap(({ scope }) => (scope.kind === "group" ? scope.groupId : []));
  const read = await readGroupsWithGuests(graph, "all", {
    onProgress: (far) => progress.push(far),
  });
  const nested = await readGuestMembers(graph, reviewedIds, { nested: true });
  const { groups, unread } = withNested(read, nested);
  const guests = [...tenant.directory.users.values()]
    .filter(({ userType }) => userType === "Guest")
    .map(({ id }) => ({ id, partner: "" }));
  const { byGuest } = coverageOf({ guests, reviews, groups });
  const guestIds = guests.map(({ id }) => id).filter((id) => byGuest.get(id)?.state === "none");
  const reach = await readReach(graph, { guestIds });
  const { covered, none, unreachable } = coverageOf({ guests, reviews, groups, reach }).counts;
  return { counts: { covered, none, unreachable }, unread, progress };
}

const throttled = { kind: "throttled", method: "GET", retryAfterSeconds: 6 } as const;

test.each<[string, readonly Fault[]]>([
  [
    "where Graph asks to wait in the middle",
    [
      { ...throttled, pathPrefix: "/groups/", after: 20, times: 30 },
      { ...throttled, pathPrefix: "/directoryRoles", times: 2 },
    ],
  ],
  [
    "where connections break and an answer is cut off",
    [
      { kind: "reset", pathPrefix: "/$batch", after: 1, times: 2 },
      { kind: "truncated", pathPrefix: "/groups", times: 1 },
    ],
  ],
])("The long reading of the coverage comes to the right numbers %s", async (_, faults) => {
  const fixture = await manyGroups();
  fixture.simulated.strikes(...faults);
  const { counts, unread, progress } = await readCoverage(fixture);
  expect(counts).toEqual({ covered: 2, none: 121, unreachable: 1 });
  expect(unread).toEqual([]);
  expect(fixture.simulated.waits.length, "the faults struck").toBeGreaterThan(0);
  const guests = progress.filter(({ phase }) => phase === "guests");
  expect(guests.map(({ done }) => done)).toContain(20);
  expect(guests.at(-1)?.done).toBe(fixture.tenant.directory.groups.size);
});

test("Reviews and their instances are read again where Graph asks to wait", async () => {
  const fixture = new SimulatedReviews();
  const id = await fixture.review({ scope: guestsOf(fixture.group({ guests: 1 }).id) });
  const wait = { kind: "throttled", method: "GET", retryAfterSeconds: 1 } as const;
  fixture.simulated.strikes({ ...wait, pathPrefix: "/identityGovernance", times: 2 });
  expect((await readReviews(fixture.graph)).map((review) => review.id)).toEqual([id]);
  expect(fixture.simulated.waits.length).toBe(2);
  fixture.simulated.strikes({ ...wait, pathPrefix: "/identityGovernance", times: 1 });
  expect((await readInstancesOfMany(fixture.graph, [id])).get(id)).toHaveLength(1);
  expect(fixture.simulated.waits.length).toBe(3);
});
