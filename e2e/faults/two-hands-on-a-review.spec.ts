import { asked, command, confirm, reviewRow } from "../support/one-review.ts";
import type { Reader } from "../support/reader.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantWanted: { guests: 120, seed: 7, reviews: true, consents: "everything" } });

async function beginChange(reader: Reader): Promise<void> {
  await reader.signIn("Grace Okafor", "/reviews");
  await reviewRow(reader, "every quarter").getByRole("gridcell").first().click({ timeout: 30_000 });
  await command(reader, "Review", "Change later instances").click();
  await expect(asked(reader)).toContainText("Nothing is changed yet.");
}

test("What somebody else changed of a review meanwhile is not overwritten", async ({
  reader,
  tenant,
}) => {
  test.setTimeout(180_000);
  const settings = async () => {
    const reviews = await tenant.reviews();
    const review = reviews.find(({ definition }) =>
      String(definition.displayName).includes("every quarter"),
    );
    return review?.definition.settings as Readonly<Record<string, unknown>>;
  };
  const before = await settings();
  const dialog = asked(reader);
  await test.step("Open the change of a review, and write a shorter duration.", async () => {
    await beginChange(reader);
    await dialog.getByLabel("Days that an instance lasts").fill("7");
    await dialog.getByRole("textbox", { name: "Reason" }).fill("Two weeks were too long");
  });
  await test.step("Meanwhile a colleague switches the reminders over.", async () => {
    const colleague = await reader.colleague();
    await beginChange(colleague);
    await asked(colleague).getByLabel("Remind them at half time").click();
    await confirm(colleague, "Nobody reads them", "Change review");
    await colleague.leave();
  });
  await test.step("Confirm. Nothing is sent, and it is said what would have been undone.", async () => {
    await dialog.getByRole("button", { name: "Change review" }).click();
    await expect(dialog.getByRole("list", { name: "Outcomes" })).toContainText(
      /Refused.*The review stays as it was\. It was changed meanwhile.*: reminders\./,
      { timeout: 30_000 },
    );
    expect(await settings()).toMatchObject({
      instanceDurationInDays: before.instanceDurationInDays,
      reminderNotificationsEnabled: !(before.reminderNotificationsEnabled as boolean),
    });
  });
  await test.step("Look again: the colleague's change is shown, and what was written is still there.", async () => {
    await dialog.getByRole("button", { name: "Look again" }).click();
    await expect(dialog.getByRole("list", { name: "What somebody else changed" })).toHaveText(
      /^Reminders (on → off|off → on)$/,
    );
    await expect(dialog.getByRole("group", { name: "Changed meanwhile" })).toBeFocused();
    await expect(dialog.getByRole("list", { name: "What changes" })).toHaveText(/^Lasts .*7 days$/);
    await expect(dialog.getByRole("textbox", { name: "Reason" })).toHaveValue(
      "Two weeks were too long",
    );
  });
  await test.step("Confirm: now both hold.", async () => {
    await confirm(reader, "Two weeks were too long", "Change review");
    expect(await settings()).toMatchObject({
      instanceDurationInDays: 7,
      reminderNotificationsEnabled: !(before.reminderNotificationsEnabled as boolean),
    });
  });
});

test("What somebody else changes while one is away for consent is not overwritten either", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(180_000);
  const dialog = asked(reader);
  await tenant.withdrawConsent("AccessReview.ReadWrite.All");
  await test.step("Write a shorter duration, and leave for the permission.", async () => {
    await beginChange(reader);
    await dialog.getByLabel("Days that an instance lasts").fill("7");
    await dialog.getByRole("textbox", { name: "Reason" }).fill("Two weeks were too long");
    await dialog.getByRole("button", { name: "Give permission" }).click();
  });
  await test.step("Meanwhile a colleague switches the reminders over.", async () => {
    await tenant.grantConsent("AccessReview.ReadWrite.All");
    const colleague = await reader.colleague();
    await beginChange(colleague);
    await asked(colleague).getByLabel("Remind them at half time").click();
    await confirm(colleague, "Nobody reads them", "Change review");
    await colleague.leave();
  });
  await test.step("Back again, the change is only what was written here, and what came meanwhile is told.", async () => {
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(dialog.getByRole("list", { name: "What somebody else changed" })).toHaveText(
      /^Reminders/,
      { timeout: 40_000 },
    );
    await expect(dialog.getByRole("list", { name: "What changes" })).toHaveText(/^Lasts .*7 days$/);
  });
});
