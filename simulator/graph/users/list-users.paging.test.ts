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

describe("Paging users: https://learn.microsoft.com/graph/paging", () => {
  test("gives pages of 100 unless told otherwise, and each row exactly once", async () => {
    const guests = addGuests(250);
    const { pages, ids } = await readAll("/users?$select=id&$filter=userType eq 'Guest'");
    expect(pages.map((page) => page.value.length)).toEqual([100, 100, 50]);
    expect(ids).toEqual(guests.map((guest) => guest.id));
  });

  test("loses and doubles no row though people come and go between the pages", async () => {
    const guests = addGuests(50);
    let turn = 0;
    const { ids } = await readAll(
      "/users?$select=id&$top=7&$filter=userType eq 'Guest'",
      {},
      () => {
        const gone = guests[turn]?.id ?? "";
        home.tenant.directory.users.delete(gone);
        home.tenant.directory.noteChange(gone, "soft-deleted");
        home.guest({ displayName: `Late ${turn}` });
        turn += 1;
      },
    );
    expect(ids).toEqual(guests.map((guest) => guest.id));
  });

  test("gives at most 999 a page and refuses more", async () => {
    addGuests(1000);
    expect((await read("/users?$top=999")).value).toHaveLength(999);
    expect(await refusal("/users?$top=1000")).toBe(
      "400 Request_BadRequest: Invalid page size specified: '1000'. Must be between 1 and 999 inclusive.",
    );
    expect(await refusal("/users?$top=0")).toContain("400 Request_BadRequest");
    expect(await refusal("/users?$top=many")).toContain("400 Request_BadRequest");
  });

  test.each([
    "$select=id,signInActivity",
    "$filter=signInActivity/lastSignInDateTime ge 2000-01-01T00:00:00Z",
  ])("gives silently no more than 500 a page with %s", async (query) => {
    addGuests(600, { signIns: { lastAttemptAt: "2026-01-01T00:00:00Z" } });
    expect((await read(`/users?$top=999&${query}`)).value).toHaveLength(500);
  });

  test("refuses a page link that was changed, belongs to another query or is too old", async () => {
    addGuests(20);
    const first = await read("/users?$top=5&$select=id");
    const token = new URL(first["@odata.nextLink"] ?? "").searchParams.get("$skiptoken") ?? "";
    const expired = "400 Directory_ExpiredPageToken";
    expect(await refusal(`/users?$top=5&$select=id&$skiptoken=x${token}`)).toContain(expired);
    expect(await refusal(`/users?$top=5&$select=mail&$skiptoken=${token}`)).toContain(expired);
    home.tenant.clock.advance(2 * 3_600_000);
    expect(await refusal(`/users?$top=5&$select=id&$skiptoken=${token}`)).toContain(expired);
  });
});
