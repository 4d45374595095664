import { describe, expect, test } from "vitest";
import { readScope } from "./read-scope";

const G = "4444d821-ca3b-45cc-98ee-54c00a04deef";
const PLAIN = "#microsoft.graph.accessReviewQueryScope";
const INACTIVE = "#microsoft.graph.accessReviewInactiveUsersQueryScope";
const PAIRS = "#microsoft.graph.principalResourceMembershipsScope";

const scope = (query: string, more: object = {}) => ({ "@odata.type": PLAIN, query, ...more });
const pairs = (principal: object, resource: string) => ({
  "@odata.type": PAIRS,
  principalScopes: [principal],
  resourceScopes: [scope(resource)],
});

const guestsOf = { kind: "group", groupId: G, guestsOnly: true, inactiveDays: null };
const allGroups = { kind: "all-groups", teamsOnly: false, inactiveDays: null };
const unified = scope("/groups?$filter=(groupTypes/any(c:c eq 'Unified'))");
const eachGuest = "./members/microsoft.graph.user/?$filter=(userType eq 'Guest')";

describe("one group", () => {
  test.each([
    [
      "as it is posted",
      `/groups/${G}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest')`,
    ],
    [
      "as the service rewrites it",
      `/v1.0/groups/${G}/transitiveMembers/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')`,
    ],
    [
      "with signs for blanks",
      `/groups/${G}/transitiveMembers/microsoft.graph.user?$filter=userType+eq+'Guest'`,
    ],
    [
      "encoded, in other letters and with a host",
      `https://graph.microsoft.com/beta/GROUPS/${G.toUpperCase()}/transitivemembers/microsoft.graph.user?%24filter=%28usertype%20eq%20%27guest%27%29`,
    ],
  ])("%s", (_, query) => {
    expect(readScope(scope(query), null)).toEqual(guestsOf);
  });

  test("all its users are not guests only", () => {
    expect(readScope(scope(`/groups/${G}/transitiveMembers`), null)).toEqual({
      ...guestsOf,
      guestsOnly: false,
    });
  });

  test("an instance of a review over every group covers who is in the group itself", () => {
    const query = `/v1.0/groups/${G}/members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')`;
    expect(readScope(scope(query), undefined)).toEqual({ ...guestsOf, directOnly: true });
  });

  test("a sample's enumeration of one group changes nothing", () => {
    const query = `/v1.0/groups/${G}/transitiveMembers/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')`;
    expect(readScope(scope(query), scope(`/v1.0/groups/${G}`))).toEqual(guestsOf);
  });

  test("inactive guests, with the duration in days or weeks", () => {
    const query = `/groups/${G}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest')`;
    const inactive = (inactiveDuration?: string) =>
      readScope({ ...scope(query), "@odata.type": INACTIVE, inactiveDuration }, null);
    expect(inactive("P30D")).toEqual({ ...guestsOf, inactiveDays: 30 });
    expect(inactive("P2W")).toEqual({ ...guestsOf, inactiveDays: 14 });
    expect(inactive("PT0S")).toEqual({ ...guestsOf, inactiveDays: 0 });
    expect(inactive()).toEqual({ ...guestsOf, inactiveDays: 0 });
  });

  test.each([
    "(not(userType eq 'Guest'))",
    "(userType eq 'Member')",
    "(userType eq 'Guest' and accountEnabled eq true)",
    "(userType eq 'Guest') and (accountEnabled eq true)",
  ])("who is meant by %s nobody guesses", (filter) => {
    const query = `/groups/${G}/transitiveMembers/microsoft.graph.user?$filter=${filter}`;
    expect(readScope(scope(query), null)).toEqual({ kind: "other", query });
  });
});

describe("all groups", () => {
  test("guests of every Microsoft 365 group", () => {
    expect(readScope(scope(eachGuest), unified)).toEqual(allGroups);
  });

  test("as the service answers it", () => {
    const rewritten = scope(
      "./members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')",
    );
    const over = scope("/v1.0/groups?$filter=(groupTypes/any(c:c+eq+'Unified'))&$count=true");
    expect(readScope(rewritten, over)).toEqual(allGroups);
  });

  test.each(["(x:x eq 'Team')'", "(x:x eq 'Team')"])("teams, spelled %s", (spelled) => {
    const over = `/groups?$filter=(groupTypes/any(c:c eq 'Unified') and resourceProvisioningOptions/Any${spelled})`;
    expect(readScope(scope(eachGuest), scope(over))).toEqual({ ...allGroups, teamsOnly: true });
  });

  test("only inactive ones", () => {
    const inactive = { ...scope(eachGuest), "@odata.type": INACTIVE, inactiveDuration: "P90D" };
    expect(readScope(inactive, unified)).toEqual({ ...allGroups, inactiveDays: 90 });
  });

  test.each([
    ["no enumeration", null],
    [
      "with exceptions that we do not know",
      scope("/groups?$filter=(groupTypes/any(c:c eq 'Unified') and id ne 'x')"),
    ],
  ])("%s: covers nobody for certain", (_, over) => {
    expect(readScope(scope(eachGuest), over)).toMatchObject({ kind: "other" });
  });
});

describe("principals and resources", () => {
  const guests = { "@odata.type": PLAIN, query: "/users?$filter=(userType eq 'Guest')" };
  const inactive = { ...guests, "@odata.type": INACTIVE, inactiveDuration: "P30D" };

  test("inactive guests over all groups", () => {
    expect(readScope(pairs(inactive, "/v1.0/groups"), null)).toEqual({
      kind: "inactive-over-groups",
      inactiveDays: 30,
    });
  });

  test("the users of an application", () => {
    expect(readScope(pairs(scope("/v1.0/users"), `/v1.0/servicePrincipals/${G}`), null)).toEqual({
      kind: "application",
      servicePrincipalId: G,
    });
  });

  test("guests in a role", () => {
    const pairScopes = pairs(guests, `/roleManagement/directory/roleDefinitions/${G}`);
    expect(readScope(pairScopes, null)).toEqual({
      kind: "directory-role",
      roleId: G,
      guestsOnly: true,
    });
  });

  test("everything else is other, with its queries", () => {
    const two = { ...pairs(inactive, "/groups"), resourceScopes: [guests, guests] };
    expect(readScope(two, null).kind).toBe("other");
    expect(readScope(pairs(guests, "/groups"), null)).toEqual({
      kind: "other",
      query: "/users?$filter=(userType eq 'Guest') × /groups",
    });
  });
});

test("users in a role, as a query of its assignments", () => {
  const query = `/roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(assignmentType eq 'Assigned' and isof(principal,'microsoft.graph.user') and roleDefinitionId eq '${G}')`;
  expect(readScope(scope(query), null)).toEqual({
    kind: "directory-role",
    roleId: G,
    guestsOnly: false,
  });
});

test.each([null, undefined, "text", {}, { query: 7 }, []])("%j is no scope", (value) => {
  expect(readScope(value, value)).toEqual({ kind: "other", query: "" });
});

test("the seed's bare query over all users is not a scope that the service documents", () => {
  const query = "/users?$filter=userType eq 'Guest'";
  expect(readScope(scope(query), null)).toEqual({ kind: "other", query });
});
