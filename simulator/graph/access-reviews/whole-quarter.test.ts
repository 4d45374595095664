import { expect, test } from "vitest";
import { eachGroup, guestsOf, quarterly, reviewer, ReviewBed } from "./review-bed.ts";

const kindsOf = (bed: ReviewBed) => bed.tenant.directory.effects.map(({ kind }) => kind);

test("A quarter: one reviewer decides some, time passes, the rest is denied and removed, the next quarter starts", async () => {
  const bed = new ReviewBed();
  const { group, owner, active, quiet, never } = bed;
  const definition = await bed.review();
  const first = await bed.instance(definition);
  expect(await bed.statusOf(first)).toBe("InProgress");
  expect(await bed.statusOf(definition)).toBe("InProgress");

  const late = bed.guest({ displayName: "Lara Late" });
  bed.tenant.directory.addMember(group, late.id);
  const names = (await bed.decisions(first)).map(({ principal }) => principal.displayName);
  expect(names).toEqual(["Ada Active", "Quinn Quiet", "Nell Never"]);
  expect((await bed.decide(first, active, "Approve", owner)).status).toBe(204);
  expect((await bed.decide(first, quiet, "Deny", owner)).status).toBe(204);

  bed.pass(13.9);
  expect(await bed.statusOf(first)).toBe("InProgress");
  expect(group.memberIds).toContain(quiet.id);
  bed.pass(0.2);
  expect(await bed.statusOf(first)).toBe("Applied");
  expect([...group.memberIds]).toEqual([active.id, owner.id, late.id]);
  const [kept, denied, unanswered] = await bed.decisions(first);
  expect(kept).toMatchObject({ decision: "Approve", applyResult: "AppliedSuccessfully" });
  expect(denied).toMatchObject({ decision: "Deny", applyResult: "AppliedSuccessfully" });
  expect(unanswered).toMatchObject({
    decision: "Deny",
    applyResult: "AppliedSuccessfully",
    principal: { id: never.id },
    reviewedBy: { id: "00000000-0000-0000-0000-000000000000" },
  });
  expect(kindsOf(bed).filter((kind) => kind === "group-member-removed")).toHaveLength(2);
  const audited = bed.tenant.directory.audits.map((record) => record.activityDisplayName);
  expect(audited.filter((name) => name === "Apply decision")).toHaveLength(3);
  expect(audited.filter((name) => name === "Remove member from group")).toHaveLength(2);

  expect(await bed.statusOf(definition)).toBe("InProgress");
  bed.pass(90);
  const instances = await bed.rows(`${definition}/instances`);
  expect(instances.map(({ startDateTime }) => startDateTime)).toEqual([
    expect.stringMatching(/^2026-11-20T12:00:00/),
    "2027-02-20T00:00:00.000Z",
  ]);
  const second = (await bed.decisions(await bed.instance(definition))).map(
    ({ principal }) => principal.displayName,
  );
  expect(second).toEqual(["Ada Active", "Lara Late"]);
});

test("What Entra cannot apply stays as it was, and the decision says so", async () => {
  const bed = new ReviewBed();
  const { active, quiet } = bed;
  const both = () => new Set([active.id, quiet.id]);
  const inner = bed.addGroup({ displayName: "Inner", memberIds: new Set([quiet.id]) });
  const groups = {
    dynamic: bed.addGroup({ groupTypes: ["DynamicMembership"], memberIds: both() }),
    synced: bed.addGroup({ onPremisesSyncEnabled: true, memberIds: both() }),
    mailEnabled: bed.addGroup({ mailEnabled: true, memberIds: both() }),
    nested: bed.addGroup({ memberIds: new Set([inner.id]) }),
  };
  const members = Object.values(groups).map(({ memberIds }) => [...memberIds]);
  const instances: string[] = [];
  for (const { id } of Object.values(groups)) {
    const reviewers = [reviewer(`/users/${bed.owner.id}`)];
    instances.push(await bed.instance(await bed.review({ scope: guestsOf(id), reviewers })));
  }
  bed.pass(15);
  for (const instance of instances) {
    const results = (await bed.decisions(instance)).map(({ applyResult }) => applyResult);
    expect(new Set(results)).toEqual(new Set(["ApplyNotSupported"]));
  }
  expect(Object.values(groups).map(({ memberIds }) => [...memberIds])).toEqual(members);
  expect(kindsOf(bed)).not.toContain("group-member-removed");
});

test("Whoever was deleted meanwhile is applied without being found", async () => {
  const bed = new ReviewBed();
  const definition = await bed.review();
  const instance = await bed.instance(definition);
  await bed.send("DELETE", `/users/${bed.quiet.id}`);
  bed.pass(15);
  const quiet = (await bed.decisions(instance)).find(
    ({ principal }) => principal.id === bed.quiet.id,
  );
  expect(quiet?.applyResult).toBe("AppliedSuccessfullyButObjectNotFound");
});

test("A review over every Microsoft 365 group makes an instance for each that has guests, but for dynamic and role-assignable ones", async () => {
  const bed = new ReviewBed();
  const memberIds = new Set([bed.quiet.id]);
  const groupTypes = ["Unified"];
  bed.addGroup({
    displayName: "Team",
    groupTypes,
    memberIds,
    resourceProvisioningOptions: ["Team"],
  });
  bed.addGroup({ displayName: "Rule", groupTypes: ["Unified", "DynamicMembership"], memberIds });
  bed.addGroup({ displayName: "Powers", groupTypes, memberIds, isAssignableToRole: true });
  bed.addGroup({ displayName: "Colleagues", groupTypes, memberIds: new Set([bed.owner.id]) });
  bed.addGroup({ displayName: "Security", memberIds });
  const definition = await bed.review({ ...eachGroup, reviewers: [reviewer("./owners")] });
  const instances = await bed.rows(`${definition}/instances`);
  expect(instances.map(({ scope }) => (scope as { query: string }).query)).toEqual([
    `/v1.0/groups/${bed.group.id}/members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')`,
    expect.stringContaining("/members/microsoft.graph.user/"),
  ]);
});

test("Block then delete: sign-in stops at once, the account goes 30 days later, whatever group kind it was", async () => {
  const bed = new ReviewBed();
  const dynamic = bed.addGroup({
    groupTypes: ["DynamicMembership"],
    memberIds: new Set([bed.quiet.id]),
  });
  const applyActions = [{ "@odata.type": "#microsoft.graph.disableAndDeleteUserApplyAction" }];
  const definition = await bed.review({
    scope: guestsOf(dynamic.id),
    reviewers: [reviewer(`/users/${bed.owner.id}`)],
    settings: { ...quarterly, applyActions },
  });
  const instance = await bed.instance(definition);
  bed.pass(15);
  expect(await bed.statusOf(instance)).toBe("Applying");
  expect(bed.quiet.accountEnabled).toBe(false);
  bed.pass(28);
  expect(await bed.statusOf(instance)).toBe("Applying");
  bed.pass(3);
  expect(await bed.statusOf(instance)).toBe("Applied");
  expect(bed.tenant.directory.deletedUsers.has(bed.quiet.id)).toBe(true);
  expect(bed.tenant.directory.users.has(bed.active.id)).toBe(true);
});
