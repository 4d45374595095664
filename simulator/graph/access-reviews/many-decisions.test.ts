import { expect, test } from "vitest";
import { definitionsPath, eachGroup, reviewer, ReviewBed } from "./review-bed.ts";

test("500 groups of 20 guests are reviewed in one series, ended and applied", async () => {
  const bed = new ReviewBed();
  for (let index = 0; index < 500; index += 1) {
    const guests = Array.from({ length: 20 }, (_, place) =>
      bed.guest({ displayName: `G${place}` }),
    );
    bed.addGroup({
      displayName: `Group ${index}`,
      groupTypes: ["Unified"],
      memberIds: new Set(guests.map(({ id }) => id)),
      ownerIds: new Set([bed.owner.id]),
    });
  }
  const definition = await bed.review({ ...eachGroup, reviewers: [reviewer("./owners")] });
  expect(await bed.rows(`${definition}/instances?$skip=500`)).toHaveLength(1);
  const mine = `${definitionsPath}/filterByCurrentUser(on='reviewer')`;
  expect(await bed.rows(mine, bed.owner)).toHaveLength(1);
  bed.pass(15);
  expect(
    await bed.rows(`${definition}/instances?$filter=status eq 'Applied'&$skip=500`),
  ).toHaveLength(1);
  const removed = bed.tenant.directory.effects.filter(
    ({ kind }) => kind === "group-member-removed",
  );
  expect(removed).toHaveLength(10_003);
}, 20_000);

test("One instance of 10,000 decisions can be filtered, skipped through and decided at once", async () => {
  const bed = new ReviewBed();
  for (let index = 0; index < 9_997; index += 1) {
    bed.tenant.directory.addMember(bed.group, bed.guest({ displayName: `G${index}` }).id);
  }
  const instance = await bed.instance(await bed.review());
  expect(await bed.rows(`${instance}/decisions?$skip=9950`)).toHaveLength(50);
  const body = { decision: "Deny", justification: "" };
  const denied = await bed.post(`${instance}/batchRecordDecisions`, body, { as: bed.owner });
  expect(denied.status).toBe(204);
  expect(
    await bed.rows(`${instance}/decisions?$filter=decision eq 'Deny'&$skip=9999`),
  ).toHaveLength(1);
}, 20_000);
