import { APP } from "../support/origins.ts";
import { expect, test } from "../support/test.ts";

test("Changing a threshold changes where everybody stands", async ({ page, reader, tenant }) => {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "45 days ago" });
  await tenant.addGuest({ name: "Ben of Partner", lastSeen: "5 days ago" });
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("With 90 days, Ada is active.", async () => {
    await expect(reader.guestRow("Ada of Partner")).toContainText(
      "Last signed in 45 days ago; stale after 90 days.",
    );
    await expect(reader.guestRow("Ada of Partner")).toContainText("Active");
  });
  await test.step("In Settings, set 30 days and say why.", async () => {
    await reader.goTo("Settings");
    await expect(page.getByText("Nobody has set these yet")).toBeVisible();
    await page.getByRole("textbox", { name: "Stale after" }).fill("30");
    await page.getByRole("textbox", { name: "Reason" }).fill("The new directive asks for it");
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect(page.getByRole("listitem", { name: "Settings saved" })).toBeVisible();
    await expect(
      page.getByText(/Set by Grace Okafor.*The new directive asks for it/),
    ).toBeVisible();
  });
  await test.step("Everybody is judged anew, without reading the directory again.", async () => {
    await reader.goTo("Guests");
    await expect(reader.guestRow("Ada of Partner")).toContainText(
      "Last signed in 45 days ago; stale after 30 days.",
    );
    await expect(reader.guestRow("Ben of Partner")).toContainText("Active");
    await reader.goTo("Overview");
    await expect(page.getByRole("link", { name: /^Stale\s*1\D/ })).toBeVisible();
  });
  await test.step("It holds for the whole tenant: a colleague sees the same.", async () => {
    const uma = await reader.colleague();
    await uma.signIn("Uma Lindqvist", "/guests");
    await expect(uma.guestRow("Ada of Partner")).toContainText("stale after 30 days.");
    await uma.leave();
  });
  await test.step("The history has who changed it, why, and what has held since.", async () => {
    await reader.goTo("History");
    await expect(reader.entries()).toContainText([
      /Settings of this tenant.*Change settings.*Grace Okafor.*The new directive asks for it/,
    ]);
    await page.getByRole("button", { name: "Settings of this tenant" }).click();
    await expect(page.getByRole("dialog")).toContainText("Stale after30 days");
    expect(await tenant.effects()).toEqual([]);
  });
});

test("Settings that make no sense are refused at the field", async ({ page, reader }) => {
  await reader.signIn("Grace Okafor", "/settings");
  const stale = page.getByRole("textbox", { name: "Stale after" });
  const save = page.getByRole("button", { name: "Save settings" });
  await test.step("Nothing is changed, so there is nothing to save.", async () => {
    await expect(save).toBeDisabled();
  });
  for (const [value, words] of [
    ["0", "Give at least 1 day."],
    ["-5", "Give whole days, for example 90."],
    ["ninety", "Give whole days, for example 90."],
    ["", "Give whole days, for example 90."],
    ["4000", "Give at most 3650 days."],
  ] as const) {
    await test.step(`“${value}” days are refused.`, async () => {
      await stale.fill(value);
      await save.click();
      await expect(stale).toHaveAccessibleDescription(new RegExp(words));
      await expect(stale).toHaveAttribute("aria-invalid", "true");
    });
  }
  await test.step("A change without a reason is refused too.", async () => {
    await stale.fill("60");
    await save.click();
    await expect(page.getByRole("textbox", { name: "Reason" })).toHaveAccessibleDescription(
      /Give a reason/,
    );
  });
  await test.step("So is an account that is no object id.", async () => {
    const id = page.getByRole("textbox", { name: "Object id of an account" });
    await id.fill("ada@partner.example");
    await page.getByRole("button", { name: "Add" }).click();
    await expect(id).toHaveAccessibleDescription(/Give the account's object id/);
  });
  await test.step("Nothing of it was recorded.", async () => {
    await page.reload();
    await expect(page.getByText("Nobody has set these yet")).toBeVisible();
    await expect(stale).toHaveValue("90");
  });
});

for (const [persona, role] of [
  ["Rhea Castellanos", "a reader"],
  ["Uma Lindqvist", "an operator"],
] as const) {
  test(`Settings are an administrator's: ${role} may only look`, async ({ page, reader }) => {
    await reader.signIn(persona, "/settings");
    await test.step("The page shows what holds and says who may change it.", async () => {
      await expect(page.getByText("You can look at these settings, not change them")).toBeVisible();
      await expect(page.getByText("Governance.Administrator")).toBeVisible();
      const stale = page.getByRole("textbox", { name: "Stale after" });
      await expect(stale).toHaveValue("90");
      await expect(stale).not.toBeEditable();
      await expect(page.getByRole("button", { name: "Save settings" })).toHaveCount(0);
    });
    await test.step("The server refuses a change that is sent by hand.", async () => {
      const headers = { authorization: await reader.ownApiToken() };
      const answer = await page.request.post(`${APP}/api/entries`, { headers, data: thirtyDays() });
      expect(answer.status()).toBe(403);
      const policy = await page.request.get(`${APP}/api/policy`, { headers });
      expect(await policy.json()).toMatchObject({ policy: { staleAfterDays: 90 }, set: null });
    });
  });
}

/** A change of the policy as the page would send it. */
function thirtyDays() {
  const policy = {
    staleAfterDays: 30,
    newGuestGraceDays: 30,
    pendingAfterDays: 30,
    protectedAccounts: [],
  };
  const id = crypto.randomUUID();
  return { entries: [{ id, kind: "policy-set", policy, reason: "Written by hand" }], cards: [] };
}
