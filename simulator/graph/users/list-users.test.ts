import { beforeEach, describe, expect, test } from "vitest";
import { TestTenant } from "../test-tenant.ts";
import type { User } from "../../state/entities.ts";

interface Body {
  "@odata.context"?: string;
  "@odata.count"?: number;
  "@odata.nextLink"?: string;
  value: Record<string, unknown>[];
  error?: { code: string; message: string };
}

const eventual = { headers: { ConsistencyLevel: "eventual" } };

let home: TestTenant;

beforeEach(() => {
  home = new TestTenant();
});

async function read(url: string, sending = {}): Promise<Body> {
  return (await (await home.get(url, sending)).json()) as Body;
}

async function refusal(url: string, sending = {}): Promise<string> {
  const response = await home.get(url, sending);
  const { error } = (await response.json()) as Body;
  return `${response.status} ${error?.code}: ${error?.message}`;
}

/** Follows the links to the end; they must lead to Graph itself. */
async function readAll(url: string, sending = {}, between: () => void = () => undefined) {
  const pages: Body[] = [];
  let next: string | undefined = url;
  while (next !== undefined) {
    const page: Body = await read(next, sending);
    pages.push(page);
    between();
    const link = page["@odata.nextLink"];
    if (link !== undefined)
      expect(link).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\?/);
    next = link?.replace("https://graph.microsoft.com/v1.0", "");
  }
  return { pages, ids: pages.flatMap((page) => page.value.map((user) => user.id)) };
}

function addGuests(count: number, overrides: Partial<User> = {}): User[] {
  return Array.from({ length: count }, (_, index) =>
    home.guest({
      displayName: `Guest ${index}`,
      mail: `guest${index}@partner.example`,
      ...overrides,
    }),
  );
}

describe("List users: https://learn.microsoft.com/graph/api/user-list?view=graph-rest-1.0", () => {
  test("shows the eleven default properties and no other", async () => {
    const body = await read("/users");
    expect(body["@odata.context"]).toBe("https://graph.microsoft.com/v1.0/$metadata#users");
    expect(Object.keys(body.value[0] ?? {}).sort()).toEqual(
      "businessPhones displayName givenName id jobTitle mail mobilePhone officeLocation preferredLanguage surname userPrincipalName".split(
        " ",
      ),
    );
  });

  test("shows selected properties, with instants to the second", async () => {
    home.guest({ displayName: "Ada", createdDateTime: "2026-01-10T08:00:00.123Z" });
    const body = await read("/users?$select=displayName,createdDateTime,userType");
    expect(body.value[1]).toEqual({
      displayName: "Ada",
      createdDateTime: "2026-01-10T08:00:00Z",
      userType: "Guest",
    });
  });

  test("leaves signInActivity out for one who never signed in and shows odd values as they are", async () => {
    home.guest({ displayName: "Never" });
    home.guest({ displayName: "Odd", signIns: { lastAttemptAt: "0001-01-01T00:00:00Z" } });
    const { value } = await read(
      "/users?$select=displayName,signInActivity&$filter=userType eq 'Guest'",
    );
    expect(Object.keys(value[0] ?? {}).sort()).toEqual(["displayName", "id"]);
    expect(value[1]?.signInActivity).toMatchObject({
      lastSignInDateTime: "0001-01-01T00:00:00Z",
      lastSuccessfulSignInDateTime: null,
      lastSuccessfulSignInRequestId: null,
    });
  });

  test("counts on the first page alone, and only with the header", async () => {
    addGuests(5);
    const { pages } = await readAll("/users?$count=true&$top=3", eventual);
    expect(pages.map((page) => page["@odata.count"])).toEqual([6, undefined]);
    expect((await read("/users?$count=true"))["@odata.count"]).toBeUndefined();
  });

  test("needs the header again on every page of an advanced query", async () => {
    addGuests(5);
    const first = await read("/users?$count=true&$top=3&$filter=userType ne 'Member'", eventual);
    const next = first["@odata.nextLink"]?.replace("https://graph.microsoft.com/v1.0", "") ?? "";
    expect(await refusal(next)).toContain("400 Request_UnsupportedQuery: Operator 'ne'");
    expect((await read(next, eventual)).value).toHaveLength(2);
  });

  test.each([
    ["$orderby=displayName", "Anna,Grace Global,zoe"],
    ["$orderby=displayName desc", "zoe,Grace Global,Anna"],
  ])("sorts by %s without regard to case", async (query, expected) => {
    home.guest({ displayName: "zoe" });
    home.guest({ displayName: "Anna" });
    const { value } = await read(`/users?$select=displayName&${query}`);
    expect(value.map((user) => user.displayName).join()).toBe(expected);
  });

  test("sorts by creation in an advanced query alone", async () => {
    home.guest({ displayName: "new", createdDateTime: "2026-11-01T00:00:00Z" });
    home.guest({ displayName: "old", createdDateTime: "2016-11-01T00:00:00Z" });
    const url = "/users?$select=displayName&$orderby=createdDateTime";
    expect(await refusal(url)).toContain("Sorting not supported for current query.");
    const { value } = await read(`${url}&$count=true`, eventual);
    expect(value.map((user) => user.displayName)).toEqual(["old", "Grace Global", "new"]);
  });

  test("refuses to sort by anything else, or to sort what it filters in a plain query", async () => {
    const message = "400 Request_UnsupportedQuery: Sorting not supported for current query.";
    expect(await refusal("/users?$orderby=mail&$count=true", eventual)).toBe(message);
    const both = "/users?$orderby=displayName&$filter=userType eq 'Guest'";
    expect(await refusal(both)).toBe(message);
    expect((await read(`${both}&$count=true`, eventual)).value).toEqual([]);
  });

  test.each([
    ['"displayName:lace"', []],
    ['"displayName:love"', ["Ada Lovelace"]],
    ['"displayName:lovelace ada"', ["Ada Lovelace"]],
    ['"displayName:bob" OR "mail:ada@"', ["Ada Lovelace", "Bob Stone"]],
    ['"displayName:bob" AND "mail:ada@"', []],
  ])("searches %s by the beginnings of words", async (search, expected) => {
    home.guest({ displayName: "Ada Lovelace", mail: "ada@fabrikam.example" });
    home.guest({ displayName: "Bob Stone", mail: "bob@fabrikam.example" });
    const { value } = await read(`/users?$select=displayName&$search=${search}`, eventual);
    expect(value.map((user) => user.displayName)).toEqual(expected);
  });

  test("refuses $search without the header, and what is no search", async () => {
    expect(await refusal('/users?$search="displayName:a"')).toBe(
      "400 Request_UnsupportedQuery: Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
    expect(await refusal("/users?$search=ada", eventual)).toContain("400 BadRequest");
    expect(await refusal('/users?$search="shoeSize:4"', eventual)).toContain(
      "400 Request_UnsupportedQuery",
    );
  });

  test("expands twenty sponsors and no more, leaving out those who left", async () => {
    const sponsors = Array.from({ length: 25 }, (_, n) => home.member(`Sponsor ${n}`));
    const sponsorIds = ["00000000-0000-0000-0000-000000000000", ...sponsors.map(({ id }) => id)];
    home.guest({ displayName: "Ada", sponsorIds, managerId: home.admin.id });
    const url = "/users?$select=id&$filter=displayName eq 'Ada'";
    const { value } = await read(
      `${url}&$expand=sponsors($select=id),manager($select=displayName)`,
    );
    expect(value[0]?.sponsors).toHaveLength(20);
    expect((value[0]?.sponsors as unknown[])[0]).toEqual({
      "@odata.type": "#microsoft.graph.user",
      id: sponsors[0]?.id,
    });
    expect(value[0]?.manager).toEqual({
      "@odata.type": "#microsoft.graph.user",
      displayName: "Grace Global",
    });
  });

  test("refuses $expand in an advanced query, and of what does not expand", async () => {
    expect(await refusal("/users?$expand=sponsors&$count=true", eventual)).toContain("400");
    expect(await refusal("/users?$expand=messages")).toContain("400 ExpandNotSupported");
  });

  test.each([
    ["/users?$skip=5", "400 Request_BadRequest: Unrecognized query argument specified: '$skip'."],
    ["/users?$foo=bar", "400 Request_BadRequest: Unrecognized query argument specified: '$foo'."],
    ["/users?$apply=x", "501 NotImplemented: The simulator does not read '$apply' of GET /users."],
    ["/users?$top=1&$top=2", "400 Request_BadRequest"],
    ["/users?$count=yes", "400 Request_BadRequest"],
    ["/users?$select=aboutMe", "501 NotImplemented: This operation target is not yet supported."],
    [
      "/users?$select=shoeSize",
      "Could not find a property named 'shoeSize' on type 'microsoft.graph.user'.",
    ],
    ["/users?$select=toString", "Could not find a property named 'toString'"],
  ])("refuses %s", async (url, expected) => {
    expect(await refusal(url)).toContain(expected);
  });

  const denied =
    "403 Authorization_RequestDenied: Insufficient privileges to complete the operation.";

  test("refuses guests, callers without the scope, and more than the basic properties to User.ReadBasic.All", async () => {
    const guest = home.guest();
    expect(await refusal("/users", { as: guest })).toBe(denied);
    expect(await refusal("/users", { scopes: ["User.Read"] })).toBe(denied);
    const basic = { scopes: ["User.ReadBasic.All"] };
    expect(await refusal("/users?$select=userType", basic)).toBe(denied);
    expect(await refusal("/users?$filter=userType eq 'Guest'", basic)).toBe(denied);
    expect((await read("/users?$select=displayName", basic)).value).toHaveLength(2);
  });

  test("lags behind a change for as long as the conditions say", async () => {
    const guest = home.guest({ displayName: "Ada" });
    home.tenant.conditions.staleReadsMs = 5000;
    const url = "/users?$select=accountEnabled&$filter=displayName eq 'Ada'";
    await home.send("PATCH", `/users/${guest.id}`, { body: { accountEnabled: false } });
    expect((await read(url)).value).toEqual([{ accountEnabled: true }]);
    home.tenant.clock.advance(5000);
    expect((await read(url)).value).toEqual([{ accountEnabled: false }]);
    await home.send("DELETE", `/users/${guest.id}`);
    expect((await read(url)).value).toHaveLength(1);
    home.tenant.clock.advance(5000);
    expect((await read(url)).value).toEqual([]);
  });
});
