import { planCreate } from "@/lib/domain/reviews/plan-review";
import { readInstances } from "@/lib/graph/reviews/read-instances";
import { readItems } from "@/lib/graph/reviews/read-items";
import { nth } from "./nth";
import { SimulatedReviewFixture } from "./simulated-review-fixture";

/** A review of this many guests, decided by the signed-in person; no requests add them to its group. */
export async function reviewOfMany(size: number) {
  const fixture = new SimulatedReviewFixture(Math.ceil(size * 1.3) + 100);
  const groupId = await fixture.group([]);
  const { directory } = fixture.simulated.tenant;
  const group = directory.groups.get(groupId);
  if (group === undefined) throw new Error("The group was not made.");
  for (const { id } of fixture.guests().slice(0, size)) directory.addMember(group, id);
  const { results } = await fixture.run(planCreate(fixture.draft([groupId]), fixture.planning));
  const { graph } = fixture.services;
  const reviewId = nth(results, 0).subject?.id ?? "";
  const instanceId = nth(await readInstances(graph, reviewId), 0).id;
  const readAgain = async () => (await readItems(graph, { reviewId, instanceId })).items;
  const items = await readAgain();
  if (items.length !== size) throw new Error(`The review has ${items.length} items.`);
  return { fixture, items, readAgain, instance: { id: instanceId, reviewId } };
}
