import { expect, test } from "../../support/test.ts";

test("A whole plan is taken back at once, and a blocked guest is let in again", async ({
  reader,
  tenant,
}) => {
  const names = ["Ada of Partner", "Ben of Partner", "Cleo of Partner"];
  for (const name of names) await tenant.addGuest({ name, lastSeen: "200 days ago" });
  const dora = await tenant.addGuest({
    name: "Dora of Partner",
    lastSeen: "2 days ago",
    enabled: false,
  });
  await reader.consentBeforehand();
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("Block three guests in one plan.", async () => {
    await reader.select(...names);
    await reader.decide("Block", "The project ended");
    await reader.confirm(/^Block 3 guests$/);
    await expect(reader.outcomes()).toContainText(["Done", "Done", "Done"]);
    for (const name of names) {
      expect((await tenant.guestNamed(name))?.accountEnabled, name).toBe(false);
    }
  });
  await test.step("Choose Undo, and say why: an undo is a decision too.", async () => {
    await reader.dialog().getByRole("button", { name: "Undo (unblock 3 guests)" }).click();
    await expect(reader.guestsInPlan()).toHaveCount(3);
    await reader.confirm(/^Unblock 3 guests$/);
    await expect(reader.dialog()).toContainText("Say why: a reason is required.");
    await reader.giveReason("It did not");
    await reader.confirm(/^Unblock 3 guests$/);
    await expect(reader.dialog().getByRole("heading", { name: "Unblocked" })).toBeVisible({
      timeout: 30_000,
    });
    await expect(reader.outcomes()).toContainText(["Done", "Done", "Done"]);
    await reader.closeOutcomes();
  });
  await test.step("All three may sign in; who was blocked before is still blocked.", async () => {
    for (const name of names) {
      expect((await tenant.guestNamed(name))?.accountEnabled, name).toBe(true);
      await expect(reader.guestRow(name)).toContainText("Stale");
    }
    expect((await tenant.guestNamed("Dora of Partner"))?.accountEnabled).toBe(false);
    const kinds = (await tenant.effects()).map(({ kind }) => kind).sort();
    expect(kinds).toEqual([
      ...Array<string>(3).fill("account-disabled"),
      ...Array<string>(3).fill("account-enabled"),
    ]);
  });
  await test.step("The history keeps both: what was done, and that it was taken back.", async () => {
    await reader.openHistory();
    await expect(reader.entries()).toHaveCount(6);
    const undone = reader.entries().filter({ hasText: "Unblock sign-in (undo)" });
    await expect(undone).toHaveCount(3);
    await expect(undone).toContainText(["It did not", "It did not", "It did not"]);
    await expect(reader.entries().filter({ hasText: /exampleBlock sign-in/i })).toHaveCount(3);
    await expect(reader.entries().filter({ hasText: "Done" })).toHaveCount(6);
  });
  await test.step("Dora's contract is renewed: select her and choose Unblock.", async () => {
    await reader.goTo("Guests");
    await expect(reader.guestRow("Dora of Partner")).toContainText("Blocked");
    await reader.select("Dora of Partner");
    await reader.carryOut("Unblock", 1, "The contract was renewed");
  });
  await test.step("She may sign in, and stands where her sign-ins put her.", async () => {
    expect((await tenant.guestNamed("Dora of Partner"))?.accountEnabled).toBe(true);
    await expect(reader.guestRow("Dora of Partner")).toContainText("Active");
    const effects = (await tenant.effects()).slice(6);
    expect(effects.map(({ kind, targetId }) => [kind, targetId])).toEqual([
      ["account-enabled", dora.id],
    ]);
  });
});
