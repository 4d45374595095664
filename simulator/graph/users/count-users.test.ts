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

async function refusal(url: string, sending = {}): Promise<string> {
  const response = await home.get(url, sending);
  const { error } = (await response.json()) as Body;
  return `${response.status} ${error?.code}: ${error?.message}`;
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

describe("Get only a count of users: https://learn.microsoft.com/graph/api/user-list?view=graph-rest-1.0", () => {
  test("answers plain text with the header", async () => {
    addGuests(3);
    const response = await home.get("/users/$count?$filter=userType eq 'Guest'", eventual);
    expect(response.headers.get("content-type")).toBe("text/plain");
    expect(await response.text()).toBe("3");
  });

  test("answers filters that only advanced queries know", async () => {
    addGuests(3);
    const response = await home.get("/users/$count?$filter=userType ne 'Guest'", eventual);
    expect(await response.text()).toBe("1");
  });

  test("is refused without the header", async () => {
    expect(await refusal("/users/$count")).toBe(
      "400 Request_BadRequest: $count is not currently supported.",
    );
  });
});
