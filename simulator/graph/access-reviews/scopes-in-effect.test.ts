import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { reviewer, ReviewBed } from "./review-bed.ts";

const queryType = "MicrosoftGraph";
const across = (principal: object, query: string) => ({
  "@odata.type": "#microsoft.graph.principalResourceMembershipsScope",
  principalScopes: [{ queryType, ...principal }],
  resourceScopes: [{ "@odata.type": "#microsoft.graph.accessReviewQueryScope", queryType, query }],
});
const plain = "#microsoft.graph.accessReviewQueryScope";
const guests = "/users?$filter=(userType eq 'Guest')";

describe("Scopes over many resources: https://learn.microsoft.com/graph/accessreviews-scope-concept", () => {
  test("inactive guests over all groups are one instance with an item for each membership", async () => {
    const bed = new ReviewBed();
    bed.tenant.licence = "governance";
    bed.never.createdDateTime = bed.tenant.clock.iso();
    const second = bed.addGroup({ displayName: "Second", memberIds: new Set([bed.quiet.id]) });
    const inactive = "#microsoft.graph.accessReviewInactiveUsersQueryScope";
    const scope = across(
      { "@odata.type": inactive, inactiveDuration: "P30D", query: guests },
      "/groups",
    );
    const reviewers = [reviewer(`/users/${bed.owner.id}`)];
    const instance = await bed.instance(await bed.review({ scope, reviewers }));
    const items = (await bed.decisions(instance)).map(({ principal, resource }) => [
      principal.displayName,
      resource.displayName,
    ]);
    // Whoever was invited less than 30 days ago cannot have been inactive for so long.
    expect(items).toEqual([
      ["Quinn Quiet", "Partners"],
      ["Quinn Quiet", "Second"],
    ]);
    bed.pass(15);
    await bed.rows(`${instance}/decisions`);
    expect(second.memberIds.size).toBe(0);
  });

  test("an application's users: own assignments go, what comes through a group stays", async () => {
    const bed = new ReviewBed();
    const { directory } = bed.tenant;
    const app = {
      id: randomUUID(),
      appId: randomUUID(),
      displayName: "Portal",
      ownerIds: new Set<string>(),
    };
    directory.servicePrincipals.set(app.id, app);
    const through = bed.addGroup({ memberIds: new Set([bed.quiet.id]) });
    for (const principalId of [bed.active.id, through.id]) {
      const id = randomUUID();
      const principalType = principalId === through.id ? "Group" : "User";
      const { id: resourceId } = app;
      const createdDateTime = bed.tenant.clock.iso();
      directory.appRoleAssignments.set(id, {
        ...{ id, appRoleId: randomUUID(), principalId, principalType, resourceId, createdDateTime },
      });
    }
    const scope = across({ "@odata.type": plain, query: "/users" }, `/servicePrincipals/${app.id}`);
    const reviewers = [reviewer(`/users/${bed.owner.id}`)];
    const instance = await bed.instance(await bed.review({ scope, reviewers }));
    bed.pass(15);
    const results = (await bed.decisions(instance)).map(({ applyResult }) => applyResult);
    expect(results).toEqual(["AppliedSuccessfully", "ApplyNotSupported"]);
    expect([...directory.appRoleAssignments.values()]).toMatchObject([{ principalType: "Group" }]);
  });

  test("the guests in a directory role lose it", async () => {
    const bed = new ReviewBed();
    const { directory } = bed.tenant;
    const role = [...directory.roles.values()].find(({ displayName }) =>
      displayName.startsWith("Identity"),
    );
    role?.memberIds.add(bed.quiet.id);
    const query = `/roleManagement/directory/roleDefinitions/${role?.roleTemplateId ?? ""}`;
    const scope = across({ "@odata.type": plain, query: guests }, query);
    const reviewers = [reviewer(`/users/${bed.owner.id}`)];
    const instance = await bed.instance(await bed.review({ scope, reviewers }));
    bed.pass(15);
    expect(await bed.decisions(instance)).toMatchObject([{ applyResult: "AppliedSuccessfully" }]);
    expect([...(role?.memberIds ?? [])]).toEqual([bed.governor.id]);
  });
});
