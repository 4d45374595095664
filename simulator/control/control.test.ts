import { beforeEach, describe, expect, test } from "vitest";
import { simulator } from "../server.ts";
import { roleTemplates } from "../state/roles.ts";
import { Tenants } from "../state/tenant.ts";
import { SimulatorControl } from "./client.ts";
import type { SimulatedTenant } from "./simulated-tenant.ts";

let tenants: Tenants;
let tenant: SimulatedTenant;
let control: SimulatorControl;

const daysSince = (at: string | null | undefined) =>
  Math.round((Date.now() - Date.parse(at ?? "")) / 86_400_000);

beforeEach(async () => {
  tenants = new Tenants();
  const app = simulator(tenants);
  control = new SimulatorControl("http://localhost", (url, init) => app.request(url, init));
  tenant = await control.createTenant();
});

describe("Tenants", () => {
  test("Each is another one, with personas of its own and no more guests than the persona", async () => {
    const other = await control.createTenant({ displayName: "Second Ltd", licence: "none" });
    expect(other.id).not.toBe(tenant.id);
    expect(other.domain).not.toBe(tenant.domain);
    expect(other.persona("Grace Okafor").username).toContain(other.domain);
    const { users } = await other.people();
    expect(users.filter((user) => user.userType === "Guest")).toHaveLength(1);
    expect(tenants.find(other.id)).toMatchObject({ displayName: "Second Ltd", licence: "none" });
  });

  test("A tenant can be filled with generated guests", async () => {
    const filled = await control.createTenant({ guests: 40, seed: 7 });
    const { users } = await filled.people();
    expect(users.filter((user) => user.userType === "Guest")).toHaveLength(40);
  });

  test("What was consented to beforehand can be chosen", async () => {
    const consented = async (consents: "reading" | "reviewing" | "everything" | "nothing") => {
      const made = await control.createTenant({ consents });
      return tenants.find(made.id)?.consents.get("*");
    };
    expect(await consented("nothing")).toEqual(new Set());
    expect(await consented("everything")).toContain("User.ReadWrite.All");
    const reading = await consented("reading");
    expect(reading).toContain("AuditLog.Read.All");
    expect(reading).toContain("AccessReview.Read.All");
    expect(reading).not.toContain("AccessReview.ReadWrite.All");
    expect(await consented("reviewing")).toContain("AccessReview.ReadWrite.All");
    expect(reading).not.toContain("User.ReadWrite.All");
  });

  test("It is gone when the test that made it ends", async () => {
    let id: string;
    {
      await using mine = await control.createTenant();
      ({ id } = mine);
      expect(tenants.find(id)).toBeDefined();
    }
    expect(tenants.find(id)).toBeUndefined();
  });
});

describe("Adding people by oddity", () => {
  test("Who is only named is ordinary: redeemed 200 days ago, enabled, never seen", async () => {
    const ada = await tenant.addGuest({ name: "Ada of Partner" });
    expect(ada).toMatchObject({
      userType: "Guest",
      accountEnabled: true,
      externalUserState: "Accepted",
      signIns: null,
      sponsorIds: [],
    });
    expect(daysSince(ada.createdDateTime)).toBe(200);
    expect(await tenant.guestNamed("Ada of Partner")).toEqual(ada);
  });

  test("Last seen by words", async () => {
    const stale = await tenant.addGuest({ name: "A", lastSeen: "200 days ago" });
    expect(daysSince(stale.signIns?.lastSuccessAt)).toBe(200);
    const failed = await tenant.addGuest({ name: "B", lastSeen: "failed only" });
    expect(failed.signIns).not.toHaveProperty("lastSuccessAt");
    expect(failed.signIns?.lastAttemptAt).toBeDefined();
    const exact = await tenant.addGuest({ name: "C", lastSeen: "2026-01-02T03:04:05Z" });
    expect(exact.signIns?.lastSuccessAt).toBe("2026-01-02T03:04:05.000Z");
  });

  test("A pending invitation, and in the audit log who sent it", async () => {
    const inviter = tenant.persona("Ivan Petrov");
    const guest = await tenant.addGuest({
      name: "Pending Pat",
      state: "pending",
      invitedDaysAgo: 12,
      invitedBy: inviter.username,
    });
    expect(guest.externalUserState).toBe("PendingAcceptance");
    expect(daysSince(guest.createdDateTime)).toBe(12);
    expect((await tenant.audits()).at(-1)).toMatchObject({
      activityDisplayName: "Invite external user",
      initiatedBy: { user: { id: inviter.userId } },
      targetResources: [{ id: guest.id }],
    });
  });

  test("Old objects without a creation date, external members, blocked accounts", async () => {
    const odd = await tenant.addGuest({
      name: "Old",
      createdDaysAgo: null,
      type: "Member",
      enabled: false,
    });
    expect(odd).toMatchObject({ createdDateTime: null, userType: "Member", accountEnabled: false });
    expect(odd.userPrincipalName).toContain("#EXT#");
  });

  test.each([
    ["entra", "ExternalAzureAD"],
    ["google", "google.com"],
    ["microsoft-account", "MicrosoftAccount"],
    ["otp", "mail"],
    ["federated", "corp.example"],
  ] as const)("Signing in through %s", async (provider, issuer) => {
    const guest = await tenant.addGuest({ name: "P", mail: "p@corp.example", provider });
    expect(guest.identities[0]?.issuer).toBe(issuer);
  });

  test("Sponsors, groups of every kind, roles and things they own", async () => {
    const guest = await tenant.addGuest({
      name: "Entangled",
      sponsors: [tenant.persona("Manuel Ortega").username],
      groups: [
        "Plain",
        { name: "Bid team", kind: "team" },
        { name: "All guests", kind: "dynamic" },
        { name: "Tier 0", kind: "role-assignable" },
      ],
      roles: ["Guest Inviter"],
      owns: ["Bid portal", { name: "Plain", kind: "group" }],
    });
    const { directory } = tenants.find(tenant.id) ?? {};
    expect(guest.sponsorIds).toEqual([tenant.persona("Manuel Ortega").userId]);
    expect(directory?.groupsOf(guest.id).map((group) => group.displayName)).toEqual(
      expect.arrayContaining(["Plain", "Bid team", "All guests", "Tier 0"]),
    );
    const byName = (name: string) =>
      directory?.groupsOf(guest.id).find((group) => group.displayName === name);
    expect(byName("Bid team")?.resourceProvisioningOptions).toEqual(["Team"]);
    expect(byName("All guests")?.groupTypes).toEqual(["DynamicMembership"]);
    expect(byName("Tier 0")?.isAssignableToRole).toBe(true);
    expect(directory?.rolesOf(guest.id).map((role) => role.roleTemplateId)).toEqual([
      roleTemplates.guestInviter,
    ]);
    expect(directory?.ownedBy(guest.id)).toHaveLength(2);
  });

  const refused: [string, Record<string, unknown>, string][] = [
    ["no name", {}, "name"],
    ["an unknown field", { name: "A", colour: "red" }, "colour"],
    ["a mail that is none", { name: "A", mail: "a" }, "mail"],
    ["words that are no time", { name: "A", lastSeen: "long ago" }, "lastSeen"],
    ["a negative number of days", { name: "A", invitedDaysAgo: -1 }, "invitedDaysAgo"],
    ["an unknown provider", { name: "A", provider: "yahoo" }, "provider"],
    ["a sponsor who is nobody", { name: "A", sponsors: ["nobody@nowhere"] }, "sponsors"],
    ["a role that does not exist", { name: "A", roles: ["King"] }, "roles"],
    ["a role to activate that does not exist", { name: "A", eligibleFor: ["King"] }, "roles"],
    [
      "a group of an unknown kind",
      { name: "A", groups: [{ name: "G", kind: "odd" }] },
      "groups[0].kind",
    ],
  ];
  test.each(refused)(
    "Refused with the field's name, and nobody is added: %s",
    async (_, body, field) => {
      const before = (await tenant.people()).users.length;
      await expect(tenant.addGuest(body as never)).rejects.toThrow(`"field":"${field}"`);
      expect((await tenant.people()).users).toHaveLength(before);
    },
  );
});

describe("Behind the product's back", () => {
  test("A guest becomes a member, and the change is on record for delta queries", async () => {
    const guest = await tenant.addGuest({ name: "Turncoat" });
    await tenant.change(guest, { userType: "Member" });
    expect((await tenant.guestNamed("Turncoat"))?.userType).toBe("Member");
    const changes = tenants.find(tenant.id)?.directory.changes;
    expect(changes?.filter(({ userId }) => userId === guest.id)).toHaveLength(2);
    expect(await tenant.effects()).toEqual([]);
  });

  test("Somebody is deleted and brought back", async () => {
    const guest = await tenant.addGuest({ name: "Gone" });
    await tenant.change(guest, { deleted: true });
    expect(await tenant.guestNamed("Gone")).toBeUndefined();
    expect((await tenant.deletedGuestNamed("Gone"))?.deletedDateTime).not.toBeNull();
    await tenant.change(guest, { deleted: false });
    expect((await tenant.guestNamed("Gone"))?.deletedDateTime).toBeNull();
  });

  test("Nobody is changed who is not there, and no field that is not one", async () => {
    await expect(tenant.change({ id: "nobody" }, {})).rejects.toMatchObject({ status: 404 });
    const guest = await tenant.addGuest({ name: "Fixed" });
    await expect(tenant.change(guest, { id: "other" } as never)).rejects.toThrow('"field":"id"');
  });

  test("Directory roles and app roles come and go", async () => {
    const uma = tenant.persona("Uma Lindqvist");
    await tenant.withdrawRole(uma.username, "User Administrator");
    await tenant.grantRole(uma.userId, "Global Reader");
    await tenant.withdrawRole(uma.username, "Governance.Operator");
    await tenant.grantRole(uma.username, "Governance.Administrator");
    const now = tenants.find(tenant.id);
    const held = now?.directory.rolesOf(uma.userId).map((role) => role.displayName);
    expect(held).toContain("Global Reader");
    expect(held).not.toContain("User Administrator");
    const persona = now?.personas.find(({ userId }) => userId === uma.userId);
    expect(persona?.appRoles).toEqual(["Governance.Administrator"]);
    await expect(tenant.grantRole(uma.username, "King")).rejects.toThrow('"field":"role"');
  });

  test("Consent is given, for one person too, and withdrawn", async () => {
    const { consents } = tenants.find(tenant.id) ?? {};
    const uma = tenant.persona("Uma Lindqvist");
    await tenant.grantConsent("User.Invite.All");
    await tenant.grantConsent("Mail.Send", uma.username);
    expect(consents?.get("*")).toContain("User.Invite.All");
    expect(consents?.get(uma.userId)).toEqual(new Set(["Mail.Send"]));
    await tenant.withdrawConsent("User.Invite.All");
    await tenant.withdrawConsent("Mail.Send");
    expect(consents?.get("*")).not.toContain("User.Invite.All");
    expect(consents?.get(uma.userId)).toEqual(new Set());
    await expect(tenant.grantConsent("User.Fly")).rejects.toThrow('"field":"scope"');
  });
});
