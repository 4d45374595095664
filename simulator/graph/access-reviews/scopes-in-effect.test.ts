import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { reviewer, ReviewFixture } from "./review-fixture.ts";

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
    const fixture = new ReviewFixture();
    fixture.tenant.licence = "governance";
    fixture.never.createdDateTime = fixture.tenant.clock.iso();
    const second = fixture.addGroup({
      displayName: "Second",
      memberIds: new Set([fixture.quiet.id]),
    });
    const inactive = "#microsoft.graph.accessReviewInactiveUsersQueryScope";
    const scope = across(
      { "@odata.type": inactive, inactiveDuration: "P30D", query: guests },
      "/groups",
    );
    const reviewers = [reviewer(`/users/${fixture.owner.id}`)];
    const instance = await fixture.instance(await fixture.review({ scope, reviewers }));
    const items = (await fixture.decisions(instance)).map(({ principal, resource }) => [
      principal.displayName,
      resource.displayName,
    ]);
    // A guest invited less than 30 days ago cannot have been inactive for 30 days.
    expect(items).toEqual([
      ["Quinn Quiet", "Partners"],
      ["Quinn Quiet", "Second"],
    ]);
    fixture.pass(15);
    await fixture.rows(`${instance}/decisions`);
    expect(second.memberIds.size).toBe(0);
  });

  test("an application's users: own assignments go, what comes through a group stays", async () => {
    const fixture = new ReviewFixture();
    const { directory } = fixture.tenant;
    const app = {
      id: randomUUID(),
      appId: randomUUID(),
      displayName: "Portal",
      ownerIds: new Set<string>(),
    };
    directory.servicePrincipals.set(app.id, app);
    const through = fixture.addGroup({ memberIds: new Set([fixture.quiet.id]) });
    for (const principalId of [fixture.active.id, through.id]) {
      const id = randomUUID();
      const principalType = principalId === through.id ? "Group" : "User";
      const { id: resourceId } = app;
      const createdDateTime = fixture.tenant.clock.iso();
      directory.appRoleAssignments.set(id, {
        ...{ id, appRoleId: randomUUID(), principalId, principalType, resourceId, createdDateTime },
      });
    }
    const scope = across({ "@odata.type": plain, query: "/users" }, `/servicePrincipals/${app.id}`);
    const reviewers = [reviewer(`/users/${fixture.owner.id}`)];
    const instance = await fixture.instance(await fixture.review({ scope, reviewers }));
    fixture.pass(15);
    const results = (await fixture.decisions(instance)).map(({ applyResult }) => applyResult);
    expect(results).toEqual(["AppliedSuccessfully", "ApplyNotSupported"]);
    expect([...directory.appRoleAssignments.values()]).toMatchObject([{ principalType: "Group" }]);
  });

  test("the guests in a directory role lose it", async () => {
    const fixture = new ReviewFixture();
    const { directory } = fixture.tenant;
    const role = [...directory.roles.values()].find(({ displayName }) =>
      displayName.startsWith("Identity"),
    );
    role?.memberIds.add(fixture.quiet.id);
    const query = `/roleManagement/directory/roleDefinitions/${role?.roleTemplateId ?? ""}`;
    const scope = across({ "@odata.type": plain, query: guests }, query);
    const reviewers = [reviewer(`/users/${fixture.owner.id}`)];
    const instance = await fixture.instance(await fixture.review({ scope, reviewers }));
    fixture.pass(15);
    expect(await fixture.decisions(instance)).toMatchObject([
      { applyResult: "AppliedSuccessfully" },
    ]);
    expect([...(role?.memberIds ?? [])]).toEqual([fixture.governor.id]);
  });
});
