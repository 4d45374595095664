import { expect, test } from "../../support/test.ts";

test("A reader sees everything and is told why nothing can be decided", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await reader.consentBeforehand();
  await reader.signIn("Rhea Castellanos", "/guests");
  await test.step("Rhea audits. She sees the same list, with the same standings.", async () => {
    await expect(
      reader.guestRow("Ada of Partner").getByTitle(/^Last signed in 200 days ago/),
    ).toBeVisible();
  });
  await test.step("Every decision says which role it needs.", async () => {
    await reader.select("Ada of Partner");
    for (const decision of ["Keep", "Block", "Unblock", "Remove", "Resend invitation"]) {
      await expect(reader.operation(decision)).toBeDisabled();
      await expect(reader.operation(decision)).toHaveAccessibleDescription(
        "You have read-only access. To act, you need the app role Governance.Operator.",
      );
    }
  });
  await test.step("So it is in the panel of a guest.", async () => {
    await reader.openGuest("Ada of Partner");
    await expect(reader.operation("Block", "Act on this guest")).toBeDisabled();
  });
  await test.step("Nothing happened: no effect in the directory, no entry in the history.", async () => {
    expect(await tenant.effects()).toEqual([]);
    await reader.goTo("History");
    await expect(page.getByText("Nothing is recorded yet")).toBeVisible();
  });
});
