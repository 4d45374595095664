import { beforeEach, describe, expect, test } from "vitest";
import { TestTenant } from "../test-tenant.ts";
import type { User } from "../../state/entities.ts";

let home: TestTenant;
let guest: User;
let administrator: User;

beforeEach(() => {
  home = new TestTenant();
  guest = home.guest({ displayName: "Ada" });
  administrator = home.member("Uma", "userAdministrator");
});

async function send(method: string, id: string, sending = {}): Promise<string> {
  const response = await home.send(method, `/users/${id}`, { as: administrator, ...sending });
  if (response.status === 204) return "204";
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  return `${response.status} ${error.code}: ${error.message}`;
}

const block = { body: { accountEnabled: false } };
const denied =
  "403 Authorization_RequestDenied: Insufficient privileges to complete the operation.";

describe("Update user: https://learn.microsoft.com/graph/api/user-update?view=graph-rest-1.0", () => {
  test("blocks sign-in, and leaves an effect, a change and audit records", async () => {
    expect(await send("PATCH", guest.id, block)).toBe("204");
    const { directory } = home.tenant;
    expect(directory.users.get(guest.id)?.accountEnabled).toBe(false);
    expect(directory.effects).toMatchObject([
      {
        actorId: administrator.id,
        method: "PATCH",
        path: `/users/${guest.id}`,
        kind: "account-disabled",
        targetId: guest.id,
      },
    ]);
    expect(directory.changes).toMatchObject([{ userId: guest.id, properties: ["accountEnabled"] }]);
    expect(directory.audits.map((audit) => audit.activityDisplayName)).toEqual([
      "Disable account",
      "Update user",
    ]);
    expect(directory.audits[0]).toMatchObject({
      initiatedBy: { user: { id: administrator.id } },
      targetResources: [
        {
          id: guest.id,
          type: "User",
          modifiedProperties: [
            { displayName: "AccountEnabled", oldValue: "[true]", newValue: "[false]" },
          ],
        },
      ],
    });
  });

  test("unblocks", async () => {
    guest.accountEnabled = false;
    expect(await send("PATCH", guest.id, { body: { accountEnabled: true } })).toBe("204");
    expect(home.tenant.directory.audits[0]?.activityDisplayName).toBe("Enable account");
  });

  test("accepts a value that is set already, as an effect without an audit record", async () => {
    expect(await send("PATCH", guest.id, { body: { accountEnabled: true } })).toBe("204");
    expect(home.tenant.directory.effects).toHaveLength(1);
    expect(home.tenant.directory.audits).toEqual([]);
  });

  test("blocks with User.EnableDisableAccount.All and User.Read.All together, but writes nothing else with them", async () => {
    const scopes = ["User.EnableDisableAccount.All", "User.Read.All"];
    expect(await send("PATCH", guest.id, { ...block, scopes: scopes.slice(0, 1) })).toBe(denied);
    expect(await send("PATCH", guest.id, { ...block, scopes })).toBe("204");
    const both = { body: { accountEnabled: false, city: "Rome" } };
    expect(await send("PATCH", guest.id, { ...both, scopes })).toBe(denied);
  });

  test("writes basic properties with User.ReadWrite.All", async () => {
    const body = { displayName: "Ada Byron", companyName: null, otherMails: ["a@b.example"] };
    expect(await send("PATCH", guest.id, { body })).toBe("204");
    expect(guest).toMatchObject(body);
  });

  test.each([
    ["nothing", undefined, "400 Request_BadRequest"],
    ["an empty body", {}, "400 Request_BadRequest"],
    [
      "an unknown property",
      { shoeSize: 41 },
      "400 Request_BadRequest: Invalid property 'shoeSize'.",
    ],
    ["a name every object has", { constructor: 1 }, "400 Request_BadRequest"],
    ["a read-only property", { createdDateTime: "2020-01-01T00:00:00Z" }, "400 Request_BadRequest"],
    ["a wrong kind of value", { accountEnabled: "false" }, "400 Request_BadRequest: Invalid value"],
    ["a company name over 64 letters", { companyName: "x".repeat(65) }, "400 Request_BadRequest"],
    ["what the simulator does not keep", { mobilePhone: "1" }, "501 NotImplemented"],
  ])("refuses %s and changes nothing", async (_, body, expected) => {
    const before = structuredClone(guest);
    expect(await send("PATCH", guest.id, { body })).toContain(expected);
    expect(guest).toEqual(before);
    expect(home.tenant.directory.effects).toEqual([]);
  });

  test("refuses callers without the role or the scope", async () => {
    expect(await send("PATCH", guest.id, { ...block, as: home.member("Nobody") })).toBe(denied);
    expect(await send("PATCH", guest.id, { ...block, as: home.member("Ro", "globalReader") })).toBe(
      denied,
    );
    expect(await send("PATCH", guest.id, { ...block, scopes: ["User.Read.All"] })).toBe(denied);
  });

  test("keeps the privileged out of a User Administrator's reach, not out of a Global Administrator's", async () => {
    const chief = home.member("Pia", "privilegedRoleAdministrator");
    expect(await send("PATCH", chief.id, block)).toBe(denied);
    expect(await send("DELETE", chief.id)).toBe(denied);
    const inviter = home.member("Ivo", "guestInviter");
    expect(await send("PATCH", inviter.id, block)).toBe("204");
    expect(await send("PATCH", chief.id, { ...block, as: home.admin })).toBe("204");
  });

  test("refuses what is mastered on premises", async () => {
    guest.onPremisesSyncEnabled = true;
    expect(await send("PATCH", guest.id, block)).toContain("on-premises mastered");
  });
});

describe("Delete a user: https://learn.microsoft.com/graph/api/user-delete?view=graph-rest-1.0", () => {
  test("moves them to the deleted items, and leaves an effect, a change and an audit record", async () => {
    expect(await send("DELETE", guest.id)).toBe("204");
    const { directory } = home.tenant;
    expect(directory.users.has(guest.id)).toBe(false);
    expect(directory.deletedUsers.get(guest.id)?.deletedDateTime).toMatch(/^2026-11-20T12:00/);
    expect(directory.effects).toMatchObject([{ kind: "user-deleted", targetId: guest.id }]);
    expect(directory.changes).toMatchObject([{ userId: guest.id, kind: "soft-deleted" }]);
    expect(directory.audits).toMatchObject([
      { activityDisplayName: "Delete user", targetResources: [{ id: guest.id }] },
    ]);
    expect(await send("DELETE", guest.id)).toContain("404 Request_ResourceNotFound");
  });

  test("needs a scope for it and the role", async () => {
    expect(await send("DELETE", guest.id, { scopes: ["User.EnableDisableAccount.All"] })).toBe(
      denied,
    );
    expect(await send("DELETE", guest.id, { as: home.member("Nobody") })).toBe(denied);
    expect(await send("DELETE", guest.id, { scopes: ["User.DeleteRestore.All"] })).toBe("204");
  });
});
