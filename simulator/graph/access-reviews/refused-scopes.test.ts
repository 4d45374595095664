import { describe, expect, test } from "vitest";
import { attempt } from "./attempt.ts";
import { definitionsPath, eachGroup, guestsOf, type ReviewFixture } from "./review-fixture.ts";

const graph = "MicrosoftGraph";
const plain = "#microsoft.graph.accessReviewQueryScope";
const inactive = "#microsoft.graph.accessReviewInactiveUsersQueryScope";
const across = (principal: object, resource: string) => ({
  scope: {
    "@odata.type": "#microsoft.graph.principalResourceMembershipsScope",
    principalScopes: [{ "@odata.type": plain, queryType: graph, ...principal }],
    resourceScopes: [{ "@odata.type": plain, queryType: graph, query: resource }],
  },
});

describe("Scopes: https://learn.microsoft.com/graph/accessreviews-scope-concept", () => {
  const query = (text: string) => ({
    scope: { "@odata.type": plain, queryType: graph, query: text },
  });

  test.each<[string, (fixture: ReviewFixture) => Record<string, unknown>]>([
    ["all users of a group", ({ group }) => query(`/groups/${group.id}/transitiveMembers`)],
    [
      "inactive guests of a group",
      ({ group }) => ({
        scope: { ...guestsOf(group.id), "@odata.type": inactive, inactiveDuration: "P90D" },
      }),
    ],
    ["guests of every Microsoft 365 group", () => eachGroup],
    [
      "guests of every team, in the documentation's own spelling",
      () => ({
        ...eachGroup,
        instanceEnumerationScope: {
          ...eachGroup.instanceEnumerationScope,
          query:
            "/groups?$filter=(groupTypes/any(c:c+eq+'Unified') and resourceProvisioningOptions/Any(x:x eq 'Team')')",
        },
      }),
    ],
    [
      "inactive guests over all groups",
      () =>
        across(
          {
            "@odata.type": inactive,
            inactiveDuration: "P30D",
            query: "/users?$filter=(userType eq 'Guest')",
          },
          "/groups",
        ),
    ],
    [
      "guests in a directory role",
      () =>
        across(
          { query: "/users?$filter=(userType eq 'Guest')" },
          "/roleManagement/directory/roleDefinitions/fe930be7-5e62-47db-91af-98c3a49a38b1",
        ),
    ],
  ])("accepts %s", async (_, input) => {
    expect(await attempt(input)).toMatchObject({ status: 201 });
  });

  test.each<[string, (fixture: ReviewFixture) => Record<string, unknown>]>([
    [
      "all guests of the organization, as the seed asks",
      () => query("/users?$filter=userType eq 'Guest'"),
    ],
    ["direct members of a group", ({ group }) => query(`/groups/${group.id}/members`)],
    [
      "users by another filter",
      ({ group }) =>
        query(
          `/groups/${group.id}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Member')`,
        ),
    ],
    ["members of each group without saying which groups", () => ({ scope: eachGroup.scope })],
    [
      "each security group",
      () => ({
        ...eachGroup,
        instanceEnumerationScope: {
          ...eachGroup.instanceEnumerationScope,
          query: "/groups?$filter=securityEnabled eq true",
        },
      }),
    ],
    [
      "active guests over all groups",
      () => across({ query: "/users?$filter=(userType eq 'Guest')" }, "/groups"),
    ],
    [
      "the typed scopes of a newer page",
      () => ({ scope: { "@odata.type": "#microsoft.graph.accessReviewPrincipalScope" } }),
    ],
    [
      "a group that is not there",
      () => query("/groups/11111111-1111-1111-1111-111111111111/transitiveMembers"),
    ],
    ["no scope", () => ({ scope: undefined })],
    [
      "more than two years of inactivity",
      ({ group }) => ({
        scope: { ...guestsOf(group.id), "@odata.type": inactive, inactiveDuration: "P731D" },
      }),
    ],
  ])("refuses %s", async (_, input) => {
    const { fixture, status } = await attempt(input);
    expect(status).toBe(400);
    expect(await fixture.rows(definitionsPath)).toEqual([]);
  });

  test("inactive guests are metered: without the governance licence they cannot be reviewed", async () => {
    const bodyFor = ({ group }: ReviewFixture) => ({
      scope: { ...guestsOf(group.id), "@odata.type": inactive, inactiveDuration: "P30D" },
    });
    expect(await attempt(bodyFor, "P2")).toMatchObject({
      status: 403,
      text: expect.stringContaining("Azure subscription linked") as string,
    });
  });
});
