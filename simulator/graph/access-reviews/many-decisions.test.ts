import { expect, test } from "vitest";
import { definitionsPath, eachGroup, reviewer, ReviewFixture } from "./review-fixture.ts";

test("500 groups of 20 guests are reviewed in one series, ended and applied", async () => {
  const fixture = new ReviewFixture();
  for (let index = 0; index < 500; index += 1) {
    const guests = Array.from({ length: 20 }, (_, place) =>
      fixture.guest({ displayName: `G${place}` }),
    );
    fixture.addGroup({
      displayName: `Group ${index}`,
      groupTypes: ["Unified"],
      memberIds: new Set(guests.map(({ id }) => id)),
      ownerIds: new Set([fixture.owner.id]),
    });
  }
  const definition = await fixture.review({ ...eachGroup, reviewers: [reviewer("./owners")] });
  expect(await fixture.rows(`${definition}/instances?$skip=500`)).toHaveLength(1);
  const mine = `${definitionsPath}/filterByCurrentUser(on='reviewer')`;
  expect(await fixture.rows(mine, fixture.owner)).toHaveLength(1);
  fixture.pass(15);
  expect(
    await fixture.rows(`${definition}/instances?$filter=status eq 'Applied'&$skip=500`),
  ).toHaveLength(1);
  const removed = fixture.tenant.directory.effects.filter(
    ({ kind }) => kind === "group-member-removed",
  );
  expect(removed).toHaveLength(10_003);
}, 20_000);

test("One instance of 10,000 decisions can be filtered, skipped through and decided at once", async () => {
  const fixture = new ReviewFixture();
  for (let index = 0; index < 9_997; index += 1) {
    fixture.tenant.directory.addMember(
      fixture.group,
      fixture.guest({ displayName: `G${index}` }).id,
    );
  }
  const instance = await fixture.instance(await fixture.review());
  expect(await fixture.rows(`${instance}/decisions?$skip=9950`)).toHaveLength(50);
  const body = { decision: "Deny", justification: "" };
  const denied = await fixture.post(`${instance}/batchRecordDecisions`, body, {
    as: fixture.owner,
  });
  expect(denied.status).toBe(204);
  expect(
    await fixture.rows(`${instance}/decisions?$filter=decision eq 'Deny'&$skip=9999`),
  ).toHaveLength(1);
}, 20_000);
