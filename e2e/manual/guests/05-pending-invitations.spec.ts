import { expect, test } from "../../support/test.ts";

test("Invitations that nobody accepted show how long they wait, and are resent or removed", async ({
  page,
  reader,
  tenant,
}) => {
  const dan = await tenant.addGuest({
    name: "Dan of Partner",
    state: "pending",
    invitedDaysAgo: 12,
    invitedBy: tenant.persona("Uma Lindqvist").username,
  });
  const old = await tenant.addGuest({
    name: "Old of Partner",
    state: "pending",
    invitedDaysAgo: 400,
  });
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "3 days ago" });
  await reader.consentBeforehand();
  const invitations: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/invitations")) {
      invitations.push(request.url());
    }
  });
  await reader.signIn("Grace Okafor", "/invitations");

  await test.step("The page has those who did not accept, the longest waiting first.", async () => {
    await expect(page.getByText("2 guests haven't accepted.")).toBeVisible();
    await expect(reader.grid("Pending invitations").getByRole("row")).toContainText([
      "Waiting since",
      "400 days Overdue",
      "12 days",
    ]);
    await expect(reader.guestRow("Dan of Partner")).toContainText("Uma Lindqvist");
    await expect(reader.guestRow("Old of Partner")).toContainText("Not in the audit log");
  });
  await test.step("Open one: Entra's audit log tells who invited them.", async () => {
    const panel = await reader.openGuest("Dan of Partner");
    const invitation = panel.getByRole("region", { name: "Invitation" });
    await expect(invitation).toContainText("Invited byUma Lindqvist");
    await panel.getByRole("button", { name: "Close" }).click();
  });
  await test.step("The log forgets: of an older invitation the page says that it is not known.", async () => {
    const panel = await reader.openGuest("Old of Partner");
    await expect(panel.getByRole("region", { name: "Invitation" })).toContainText(
      "Not in the audit log, which keeps at most 30 days",
    );
    await panel.getByRole("button", { name: "Close" }).click();
  });

  await test.step("Select Dan, choose Resend invitation and say why.", async () => {
    await reader.select("Dan of Partner");
    await reader.decide("Resend invitation", "He lost the mail");
    await expect(reader.dialog()).toContainText("A sent mail can't be undone.");
  });
  await test.step("Confirm. The outcome is there, and there is nothing to undo.", async () => {
    await reader.confirm(/^Resend 1 invitation$/);
    await expect(reader.outcomes()).toContainText(["Done"]);
    await expect(reader.dialog().getByRole("button", { name: /^Undo/ })).toHaveCount(0);
    await reader.closeOutcomes();
  });
  await test.step("Exactly one invitation was sent, to him and to nobody else.", async () => {
    expect(invitations).toHaveLength(1);
    const effects = await tenant.effects();
    expect(effects.map(({ kind, targetId }) => [kind, targetId])).toEqual([
      ["guest-invited-again", dan.id],
      ["invitation-mailed", dan.id],
    ]);
  });
  await test.step("He is still waiting, and still the same account.", async () => {
    await expect(reader.guestRow("Dan of Partner")).toBeVisible();
    const { users } = await tenant.people();
    const same = users.filter(({ mail }) => mail === dan.mail);
    expect(same).toMatchObject([{ id: dan.id, externalUserState: "PendingAcceptance" }]);
  });

  await test.step("An invitation that is not wanted any more is removed.", async () => {
    await reader.select("Old of Partner");
    await reader.carryOut("Remove", 1, "Invited by mistake");
  });
  await test.step("They are gone from the list and wait among the deleted.", async () => {
    await expect(reader.guestRow("Old of Partner")).toHaveCount(0);
    await expect(reader.guestRow("Dan of Partner")).toBeVisible();
    expect(await tenant.guestNamed("Old of Partner")).toBeUndefined();
    expect((await tenant.deletedGuestNamed("Old of Partner"))?.id).toBe(old.id);
    expect((await tenant.effects()).slice(2).map(({ kind }) => kind)).toEqual(["user-deleted"]);
  });
});
