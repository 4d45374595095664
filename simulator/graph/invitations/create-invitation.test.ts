import { describe, expect, test } from "vitest";
import type { RoleKey } from "../../state/roles.ts";
import { TestTenant } from "../test-tenant.ts";

// https://learn.microsoft.com/graph/api/invitation-post

interface Invitation {
  id: string;
  status: string;
  inviteRedeemUrl: string;
  invitedUser: { id: string; userPrincipalName: string };
  error: { code: string; message: string };
}

const invite = {
  invitedUserEmailAddress: "nora@partner.example",
  inviteRedirectUrl: "https://guestlist.example/",
};

async function answer(response: Promise<Response>): Promise<Invitation & { code: number }> {
  const settled = await response;
  return { ...((await settled.json()) as Invitation), code: settled.status };
}

const effectsOf = (fixture: TestTenant) => fixture.tenant.directory.effects.map(({ kind }) => kind);

describe("Create invitation", () => {
  test("makes a pending guest whose sponsor is the inviter, and sends no mail unless asked", async () => {
    const fixture = new TestTenant();
    const { code, status, invitedUser } = await answer(fixture.post("/invitations", invite));
    expect([code, status]).toEqual([201, "PendingAcceptance"]);
    expect(fixture.tenant.directory.users.get(invitedUser.id)).toMatchObject({
      mail: "nora@partner.example",
      displayName: "nora",
      userType: "Guest",
      userPrincipalName: "nora_partner.example#EXT#@harborline.example",
      externalUserState: "PendingAcceptance",
      creationType: "Invitation",
      sponsorIds: [fixture.admin.id],
    });
    expect(effectsOf(fixture)).toEqual(["guest-invited"]);
    expect(fixture.tenant.directory.changes.at(-1)).toMatchObject({ userId: invitedUser.id });
  });

  test("leaves a trace in the audit log with the inviter's name", async () => {
    const fixture = new TestTenant();
    const { invitedUser } = await answer(fixture.post("/invitations", invite));
    const record = fixture.tenant.directory.audits.find(
      (audit) => audit.activityDisplayName === "Invite external user",
    );
    expect(record).toMatchObject({
      loggedByService: "Invited Users",
      initiatedBy: { user: { id: fixture.admin.id } },
      targetResources: [{ id: invitedUser.id }],
    });
  });

  test("invites a pending guest again: the same person, another mail", async () => {
    const fixture = new TestTenant();
    const body = { ...invite, sendInvitationMessage: true };
    const first = await answer(fixture.post("/invitations", body));
    const again = await answer(
      fixture.post("/invitations", { ...body, invitedUserEmailAddress: "Nora@Partner.example" }),
    );
    expect(again).toMatchObject({ code: 201, status: "PendingAcceptance" });
    expect(again.invitedUser.id).toBe(first.invitedUser.id);
    expect(fixture.tenant.directory.users.size).toBe(2);
    expect(effectsOf(fixture)).toEqual([
      "guest-invited",
      "invitation-mailed",
      "guest-invited-again",
      "invitation-mailed",
    ]);
  });

  test("says Completed for a guest who has redeemed already", async () => {
    const fixture = new TestTenant();
    const guest = fixture.guest({ mail: "nora@partner.example" });
    const { status, invitedUser } = await answer(fixture.post("/invitations", invite));
    expect([status, invitedUser.id]).toEqual(["Completed", guest.id]);
  });

  test("refuses the address of a colleague", async () => {
    const fixture = new TestTenant();
    const body = { ...invite, invitedUserEmailAddress: fixture.admin.userPrincipalName };
    const { code, error } = await answer(fixture.post("/invitations", body));
    expect(code).toBe(400);
    expect(error.message).toContain(fixture.admin.id);
  });

  test("tells a new guest apart from a deleted one of the same address", async () => {
    const fixture = new TestTenant();
    const first = await answer(fixture.post("/invitations", invite));
    await fixture.send("DELETE", `/users/${first.invitedUser.id}`);
    const second = await answer(fixture.post("/invitations", invite));
    expect(second.invitedUser.id).not.toBe(first.invitedUser.id);
    expect(second.invitedUser.userPrincipalName).not.toBe(first.invitedUser.userPrincipalName);
  });

  test.each([
    ["no address", { invitedUserEmailAddress: undefined }],
    ["an address without a domain", { invitedUserEmailAddress: "nora" }],
    ["an address with a plus", { invitedUserEmailAddress: "nora+1@partner.example" }],
    ["an address that begins with a dot", { invitedUserEmailAddress: ".nora@partner.example" }],
    ["no redirect url", { inviteRedirectUrl: undefined }],
    ["a redirect url of another scheme", { inviteRedirectUrl: "javascript:alert(1)" }],
    ["an unknown user type", { invitedUserType: "Robot" }],
    ["two cc recipients", { invitedUserMessageInfo: { ccRecipients: [{}, {}] } }],
    ["an unknown property", { invitedUserSponsor: "x" }],
    ["a reset without the person's id", { resetRedemption: true }],
  ])("refuses %s with 400 and changes nothing", async (_what, change) => {
    const fixture = new TestTenant();
    expect((await fixture.post("/invitations", { ...invite, ...change })).status).toBe(400);
    expect(fixture.tenant.directory.users.size).toBe(1);
    expect(fixture.tenant.directory.effects).toEqual([]);
  });

  test.each<[RoleKey | "no role", number]>([
    ["guestInviter", 201],
    ["userAdministrator", 201],
    ["directoryWriters", 201],
    ["globalReader", 403],
    ["no role", 403],
  ])("lets %s: %i", async (role, status) => {
    const fixture = new TestTenant();
    const inviter = fixture.member("Ina Inviter", ...(role === "no role" ? [] : [role]));
    expect((await fixture.post("/invitations", invite, { as: inviter })).status).toBe(status);
  });

  test("needs a scope for it", async () => {
    const scopes = ["User.Read.All"];
    expect((await new TestTenant().post("/invitations", invite, { scopes })).status).toBe(403);
  });

  test("lets only administrators of users invite a member", async () => {
    const fixture = new TestTenant();
    const as = fixture.member("Ina Inviter", "guestInviter");
    const body = { ...invite, invitedUserType: "Member" };
    expect((await fixture.post("/invitations", body, { as })).status).toBe(403);
    expect((await fixture.post("/invitations", body)).status).toBe(201);
  });
});

describe("Reset redemption status", () => {
  const reset = (id: string, address: string) => ({
    ...invite,
    invitedUserEmailAddress: address,
    resetRedemption: true,
    invitedUser: { id },
  });

  function withGuest() {
    const fixture = new TestTenant();
    const guest = fixture.guest({
      mail: "old@partner.example",
      otherMails: ["old@partner.example", "new@partner.example"],
    });
    return { fixture, guest };
  }

  test("makes the guest pending again under the same id", async () => {
    const { fixture, guest } = withGuest();
    const { code, invitedUser } = await answer(
      fixture.post("/invitations", reset(guest.id, "new@partner.example")),
    );
    expect([code, invitedUser.id]).toEqual([201, guest.id]);
    expect(guest).toMatchObject({
      mail: "new@partner.example",
      externalUserState: "PendingAcceptance",
    });
    expect(effectsOf(fixture)).toEqual(["redemption-reset"]);
  });

  test("refuses an address that is not among the other mails", async () => {
    const { fixture, guest } = withGuest();
    const sent = await fixture.post("/invitations", reset(guest.id, "else@partner.example"));
    expect(sent.status).toBe(400);
    expect(guest.externalUserState).toBe("Accepted");
  });

  test("needs User.ReadWrite.All, and a role that a guest inviter lacks", async () => {
    const { fixture, guest } = withGuest();
    const body = reset(guest.id, "new@partner.example");
    const as = fixture.member("Ina Inviter", "guestInviter");
    expect((await fixture.post("/invitations", body, { as })).status).toBe(403);
    const scopes = ["User.Invite.All"];
    expect((await fixture.post("/invitations", body, { scopes })).status).toBe(403);
  });
});
