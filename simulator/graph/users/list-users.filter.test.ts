import { beforeAll, describe, expect, test } from "vitest";
import { TestTenant } from "../test-tenant.ts";

const home = new TestTenant();
const advanced = { headers: { ConsistencyLevel: "eventual" } };

beforeAll(() => {
  home.guest({
    displayName: "Ada Lovelace",
    mail: "ada@fabrikam.example",
    companyName: "Fabrikam",
    department: "R&D",
    jobTitle: "Analyst",
    city: "London",
    country: "GB",
    usageLocation: "GB",
    givenName: "Ada",
    surname: "Lovelace",
    createdDateTime: "2026-01-10T08:00:00.500Z",
    externalUserStateChangeDateTime: "2026-01-12T08:00:00Z",
    signIns: {
      lastAttemptAt: "2026-11-01T10:00:00Z",
      lastNonInteractiveAt: "2026-11-02T10:00:00Z",
      lastSuccessAt: "2026-10-01T10:00:00Z",
    },
  });
  const bob = home.guest({
    displayName: "Bob O'Neill",
    mail: "bob@contoso.example",
    companyName: "Contoso",
    externalUserState: "PendingAcceptance",
    createdDateTime: "2026-06-01T00:00:00Z",
    accountEnabled: false,
  });
  home.guest({
    displayName: "Cyd",
    mail: "cyd@gmail.example",
    createdDateTime: null,
    userType: null,
    creationType: "SelfServiceSignUp",
    signIns: { lastAttemptAt: "0001-01-01T00:00:00Z" },
    identities: [
      { signInType: "federated", issuer: "google.com", issuerAssignedId: "cyd@gmail.example" },
    ],
  });
  home.tenant.directory.applications.set("app", {
    id: "app",
    appId: "app",
    displayName: "Owned by Bob",
    ownerIds: new Set([bob.id]),
  });
});

async function names(filter: string, isAdvanced: boolean): Promise<unknown> {
  const query = `$select=displayName&$filter=${encodeURIComponent(filter)}`;
  const response = isAdvanced
    ? await home.get(`/users?${query}&$count=true`, advanced)
    : await home.get(`/users?${query}`);
  const body = (await response.json()) as {
    value?: { displayName: string }[];
    error?: { code: string; message: string };
  };
  if (body.error) return `${response.status} ${body.error.code}: ${body.error.message}`;
  return body.value?.map((user) => user.displayName);
}

const ada = "Ada Lovelace";
const bob = "Bob O'Neill";
const cyd = "Cyd";
const admin = "Grace Global";

describe("List users, $filter: https://learn.microsoft.com/graph/aad-advanced-queries", () => {
  test.each([
    ["userType eq 'Guest'", [ada, bob]],
    ["userType in ('Guest','Member')", [admin, ada, bob]],
    ["userType eq 'guest' and accountEnabled eq false", [bob]],
    ["accountEnabled eq true", [admin, ada, cyd]],
    ["creationType eq 'SelfServiceSignUp'", [cyd]],
    ["externalUserState eq 'PendingAcceptance'", [bob]],
    ["externalUserStateChangeDateTime eq 2026-01-12T08:00:00Z", [ada]],
    ["createdDateTime ge 2026-01-10T08:00:00Z and createdDateTime le 2026-01-10T08:00:00Z", [ada]],
    ["createdDateTime eq 2026-06-01T00:00:00Z", [bob]],
    ["createdDateTime in (2026-06-01T02:00:00+02:00)", [bob]],
    [
      "userType eq 'Guest' and createdDateTime ge 2026-01-01T00:00:00Z and createdDateTime le 2026-05-31T00:00:00Z",
      [ada],
    ],
    ["department eq 'R&D'", [ada]],
    ["startsWith(jobTitle,'ana')", [ada]],
    ["city eq 'London'", [ada]],
    ["country eq 'GB' or usageLocation eq 'GB'", [ada]],
    ["startswith(givenName,'Ad')", [ada]],
    ["surname eq 'Lovelace'", [ada]],
    ["mail eq 'BOB@contoso.example'", [bob]],
    ["displayName eq 'Bob O''Neill'", [bob]],
    ["startsWith(mailNickname,'cyd')", [cyd]],
    ["startsWith(userPrincipalName,'ada_fabrikam.example#EXT#')", [ada]],
    ["identities/any(i:i/issuer eq 'google.com')", [cyd]],
    [
      "identities/any(i:i/issuer eq 'google.com' and i/issuerAssignedId eq 'cyd@gmail.example')",
      [cyd],
    ],
    ["signInActivity/lastSignInDateTime le 2026-01-01T00:00:00Z", [cyd]],
    ["signInActivity/lastSuccessfulSignInDateTime ge 2026-01-01T00:00:00Z", [ada]],
    [
      "(displayName eq 'Cyd') or (displayName eq 'Nobody' or mail eq 'ada@fabrikam.example')",
      [ada, cyd],
    ],
  ])("%s is answered plainly", async (filter, expected) => {
    expect(await names(filter, false)).toEqual(expected);
  });

  test.each([
    ["userType eq null", [cyd]],
    ["userType ne 'Guest'", [admin, cyd]],
    ["not(userType eq 'Guest')", [admin, cyd]],
    ["createdDateTime eq null", [cyd]],
    ["createdDateTime ne null", [admin, ada, bob]],
    ["companyName eq 'Fabrikam'", [ada]],
    ["startsWith(companyName,'Con')", [bob]],
    ["companyName eq null", [admin, cyd]],
    ["department eq null", [admin, bob, cyd]],
    ["endsWith(mail,'@fabrikam.example')", [ada]],
    ["endsWith(userPrincipalName,'#EXT#@harborline.example')", [ada, bob, cyd]],
    ["otherMails/any(m:endsWith(m,'@contoso.example'))", [bob]],
    ["proxyAddresses/any(p:endsWith(p,'@gmail.example'))", [cyd]],
    ["ownedObjects/$count eq 1", [bob]],
    ["ownedObjects/$count ne 0", [bob]],
    ["assignedLicenses/$count eq 0", [admin, ada, bob, cyd]],
    ["externalUserStateChangeDateTime ne 2026-01-12T08:00:00Z", [admin, bob, cyd]],
  ])("%s is answered as an advanced query", async (filter, expected) => {
    expect(await names(filter, true)).toEqual(expected);
  });

  const missing = (operator: string) =>
    `400 Request_UnsupportedQuery: Operator '${operator}' is not supported because the required parameters might be missing. ` +
    "Try adding $count=true query parameter and ConsistencyLevel:eventual header. " +
    "Refer to https://aka.ms/graph-docs/advanced-queries for more information";
  const unsupported = (property: string) =>
    `400 Request_UnsupportedQuery: Unsupported or invalid query filter clause specified for property '${property}' of resource 'User'.`;

  test.each([
    ["endsWith(mail,'x')", missing("endsWith")],
    ["userType ne 'Guest'", missing("ne")],
    ["not(userType eq 'Guest')", missing("not")],
    ["not startsWith(displayName,'a')", missing("not")],
    ["companyName eq 'Fabrikam'", unsupported("companyName")],
    ["startsWith(companyName,'F')", unsupported("companyName")],
    ["userType eq null", unsupported("userType")],
    ["createdDateTime eq null", unsupported("createdDateTime")],
    ["ownedObjects/$count eq 0", unsupported("ownedObjects")],
  ])("%s is refused without header and $count", async (filter, expected) => {
    expect(await names(filter, false)).toBe(expected);
  });

  test.each([
    ["createdDateTime gt 2026-01-01T00:00:00Z", unsupported("createdDateTime")],
    ["createdDateTime lt 2026-01-01T00:00:00Z", unsupported("createdDateTime")],
    ["externalUserStateChangeDateTime eq null", unsupported("externalUserStateChangeDateTime")],
    [
      "externalUserStateChangeDateTime le 2026-01-01T00:00:00Z",
      unsupported("externalUserStateChangeDateTime"),
    ],
    ["startsWith(department,'R')", unsupported("department")],
    ["contains(displayName,'a')", unsupported("displayName")],
    ["identities/any(i:i/issuer eq 'google.com')", unsupported("identities")],
    ["signInActivity/lastSignInDateTime eq null", unsupported("signInActivity")],
    ["ownedObjects/$count eq 2", unsupported("ownedObjects")],
    ["faxNumber eq '1'", unsupported("faxNumber")],
    ["aboutMe eq 'x'", unsupported("aboutMe")],
    [
      "userType eq 'Guest' and signInActivity/lastSignInDateTime le 2026-01-01T00:00:00Z",
      unsupported("signInActivity"),
    ],
  ])("%s is refused even as an advanced query", async (filter, expected) => {
    expect(await names(filter, true)).toBe(expected);
  });

  test("issuerAssignedId is refused where the issuer is not named", async () => {
    const filter = "identities/any(i:i/issuerAssignedId eq 'cyd@gmail.example')";
    expect(await names(filter, false)).toBe(unsupported("identities"));
  });

  test.each([
    ["shoeSize eq 3", "Could not find a property named 'shoeSize' on type 'microsoft.graph.user'."],
    ["constructor eq 3", "Could not find a property named 'constructor' on type"],
    ["userType eq 'Guest", "There is an unterminated string literal at position 12"],
    ["userType eq", "Syntax error at position 11"],
    ["userType eqq 'Guest'", "Syntax error at position 9"],
    ["(userType eq 'Guest'", "Syntax error at position 20"],
    ["userType eq 'Guest' accountEnabled eq true", "Syntax error at position 20"],
    ["toupper(displayName) eq 'A'", "An unknown function with name 'toupper' was found."],
    ["userType eq Guest", "Syntax error at position 12"],
    ["", "Syntax error at position 0"],
  ])("%s cannot be read", async (filter, expected) => {
    expect(await names(filter, false)).toContain(`400 BadRequest: Invalid filter clause: `);
    expect(await names(filter, false)).toContain(expected);
  });
});
