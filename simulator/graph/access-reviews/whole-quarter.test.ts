import { expect, test } from "vitest";
import { eachGroup, guestsOf, quarterly, reviewer, ReviewFixture } from "./review-fixture.ts";

const kindsOf = (fixture: ReviewFixture) =>
  fixture.tenant.directory.effects.map(({ kind }) => kind);

test("A quarter: one reviewer decides some, time passes, the rest is denied and removed, the next quarter starts", async () => {
  const fixture = new ReviewFixture();
  const { group, owner, active, quiet, never } = fixture;
  const definition = await fixture.review();
  const first = await fixture.instance(definition);
  expect(await fixture.statusOf(first)).toBe("InProgress");
  expect(await fixture.statusOf(definition)).toBe("InProgress");

  const late = fixture.guest({ displayName: "Lara Late" });
  fixture.tenant.directory.addMember(group, late.id);
  const names = (await fixture.decisions(first)).map(({ principal }) => principal.displayName);
  expect(names).toEqual(["Ada Active", "Quinn Quiet", "Nell Never"]);
  expect((await fixture.decide(first, active, "Approve", owner)).status).toBe(204);
  expect((await fixture.decide(first, quiet, "Deny", owner)).status).toBe(204);

  fixture.pass(13.9);
  expect(await fixture.statusOf(first)).toBe("InProgress");
  expect(group.memberIds).toContain(quiet.id);
  fixture.pass(0.2);
  expect(await fixture.statusOf(first)).toBe("Applied");
  expect([...group.memberIds]).toEqual([active.id, owner.id, late.id]);
  const [approved, denied, unanswered] = await fixture.decisions(first);
  expect(approved).toMatchObject({ decision: "Approve", applyResult: "AppliedSuccessfully" });
  expect(denied).toMatchObject({ decision: "Deny", applyResult: "AppliedSuccessfully" });
  expect(unanswered).toMatchObject({
    decision: "Deny",
    applyResult: "AppliedSuccessfully",
    principal: { id: never.id },
    reviewedBy: { id: "00000000-0000-0000-0000-000000000000" },
  });
  expect(kindsOf(fixture).filter((kind) => kind === "group-member-removed")).toHaveLength(2);
  const audited = fixture.tenant.directory.audits.map((record) => record.activityDisplayName);
  expect(audited.filter((name) => name === "Apply decision")).toHaveLength(3);
  expect(audited.filter((name) => name === "Remove member from group")).toHaveLength(2);

  expect(await fixture.statusOf(definition)).toBe("InProgress");
  fixture.pass(90);
  const instances = await fixture.rows(`${definition}/instances`);
  expect(instances.map(({ startDateTime }) => startDateTime)).toEqual([
    expect.stringMatching(/^2026-11-20T12:00:00/),
    "2027-02-20T00:00:00.000Z",
  ]);
  const second = (await fixture.decisions(await fixture.instance(definition))).map(
    ({ principal }) => principal.displayName,
  );
  expect(second).toEqual(["Ada Active", "Lara Late"]);
});

test("What Entra cannot apply stays as it was, and the decision says so", async () => {
  const fixture = new ReviewFixture();
  const { active, quiet } = fixture;
  const both = () => new Set([active.id, quiet.id]);
  const inner = fixture.addGroup({ displayName: "Inner", memberIds: new Set([quiet.id]) });
  const groups = {
    dynamic: fixture.addGroup({ groupTypes: ["DynamicMembership"], memberIds: both() }),
    synced: fixture.addGroup({ onPremisesSyncEnabled: true, memberIds: both() }),
    mailEnabled: fixture.addGroup({ mailEnabled: true, memberIds: both() }),
    nested: fixture.addGroup({ memberIds: new Set([inner.id]) }),
  };
  const members = Object.values(groups).map(({ memberIds }) => [...memberIds]);
  const instances: string[] = [];
  for (const { id } of Object.values(groups)) {
    const reviewers = [reviewer(`/users/${fixture.owner.id}`)];
    instances.push(
      await fixture.instance(await fixture.review({ scope: guestsOf(id), reviewers })),
    );
  }
  fixture.pass(15);
  for (const instance of instances) {
    const results = (await fixture.decisions(instance)).map(({ applyResult }) => applyResult);
    expect(new Set(results)).toEqual(new Set(["ApplyNotSupported"]));
  }
  expect(Object.values(groups).map(({ memberIds }) => [...memberIds])).toEqual(members);
  expect(kindsOf(fixture)).not.toContain("group-member-removed");
});

test("A guest deleted meanwhile is applied without being found", async () => {
  const fixture = new ReviewFixture();
  const definition = await fixture.review();
  const instance = await fixture.instance(definition);
  await fixture.send("DELETE", `/users/${fixture.quiet.id}`);
  fixture.pass(15);
  const quiet = (await fixture.decisions(instance)).find(
    ({ principal }) => principal.id === fixture.quiet.id,
  );
  expect(quiet?.applyResult).toBe("AppliedSuccessfullyButObjectNotFound");
});

test("A review over every Microsoft 365 group makes an instance for each that has guests, but for dynamic and role-assignable ones", async () => {
  const fixture = new ReviewFixture();
  const memberIds = new Set([fixture.quiet.id]);
  const groupTypes = ["Unified"];
  fixture.addGroup({
    displayName: "Team",
    groupTypes,
    memberIds,
    resourceProvisioningOptions: ["Team"],
  });
  fixture.addGroup({
    displayName: "Rule",
    groupTypes: ["Unified", "DynamicMembership"],
    memberIds,
  });
  fixture.addGroup({ displayName: "Powers", groupTypes, memberIds, isAssignableToRole: true });
  fixture.addGroup({
    displayName: "Colleagues",
    groupTypes,
    memberIds: new Set([fixture.owner.id]),
  });
  fixture.addGroup({ displayName: "Security", memberIds });
  const definition = await fixture.review({ ...eachGroup, reviewers: [reviewer("./owners")] });
  const instances = await fixture.rows(`${definition}/instances`);
  expect(instances.map(({ scope }) => (scope as { query: string }).query)).toEqual([
    `/v1.0/groups/${fixture.group.id}/members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')`,
    expect.stringContaining("/members/microsoft.graph.user/"),
  ]);
});

test("Block then delete: sign-in stops at once, the account goes 30 days later, whatever group kind it was", async () => {
  const fixture = new ReviewFixture();
  const dynamic = fixture.addGroup({
    groupTypes: ["DynamicMembership"],
    memberIds: new Set([fixture.quiet.id]),
  });
  const applyActions = [{ "@odata.type": "#microsoft.graph.disableAndDeleteUserApplyAction" }];
  const definition = await fixture.review({
    scope: guestsOf(dynamic.id),
    reviewers: [reviewer(`/users/${fixture.owner.id}`)],
    settings: { ...quarterly, applyActions },
  });
  const instance = await fixture.instance(definition);
  fixture.pass(15);
  expect(await fixture.statusOf(instance)).toBe("Applying");
  expect(fixture.quiet.accountEnabled).toBe(false);
  fixture.pass(28);
  expect(await fixture.statusOf(instance)).toBe("Applying");
  fixture.pass(3);
  expect(await fixture.statusOf(instance)).toBe("Applied");
  expect(fixture.tenant.directory.deletedUsers.has(fixture.quiet.id)).toBe(true);
  expect(fixture.tenant.directory.users.has(fixture.active.id)).toBe(true);
});
