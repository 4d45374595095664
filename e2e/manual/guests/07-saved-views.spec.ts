import { expect, test } from "../../support/test.ts";

test("A list is saved as a view, shown by one press, and shared by its link", async ({
  context,
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: "Ada Quist", lastSeen: "200 days ago" });
  await tenant.addGuest({ name: "Ben Zorn", lastSeen: "3 days ago" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await reader.signIn("Grace Okafor", "/guests");
  const rows = reader.grid().getByRole("row");
  const views = page.getByRole("button", { name: "Views" });
  const copied = () => page.evaluate(() => navigator.clipboard.readText());

  await test.step("Narrow the list, and choose Save this view under Views. It gets a name.", async () => {
    await page.getByRole("button", { name: "Stale (1)" }).click();
    await expect(rows).toContainText(["Name", "Ada Quist"]);
    await views.click();
    await page.getByRole("menuitem", { name: "Save this view…" }).click();
    const dialog = page.getByRole("dialog", { name: "Save view" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Stale guests");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
  });
  await test.step("It is there after a reload, and one press shows it again.", async () => {
    await page.goto("/guests");
    await expect(rows).toContainText(["Name", "Ada Quist", "Ben Zorn"]);
    await views.click();
    await page.getByRole("menuitemradio", { name: "Stale guests" }).click();
    await expect(rows).toHaveCount(2);
    await expect(page).toHaveURL(/\?standing=stale$/);
    await expect(page.getByRole("button", { name: "Stale (1)", pressed: true })).toBeVisible();
  });
  await test.step("Back leads to the list as it was before.", async () => {
    await page.goBack();
    await expect(page.getByRole("button", { name: "Stale (1)", pressed: false })).toBeVisible();
  });
  await test.step("Its link is copied under Manage views, and shows a colleague the same.", async () => {
    await views.click();
    await page.getByRole("menuitem", { name: "Manage views…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Copy link to Stale guests" }).click();
    await expect.poll(copied).toMatch(/\/guests\?standing=stale$/);
    const { pathname, search } = new URL(await copied());
    const uma = await reader.colleague();
    await uma.signIn("Uma Lindqvist", pathname + search);
    await expect(uma.grid().getByRole("row")).toContainText(["Name", "Ada Quist"]);
    await uma.page.getByRole("button", { name: "Views" }).click();
    await expect(uma.page.getByRole("menuitem", { name: "Save this view…" })).toBeVisible();
    await expect(uma.page.getByRole("menuitemradio")).toHaveCount(0);
    await uma.leave();
  });
  await test.step("There it gets another name, or is deleted.", async () => {
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Rename Stale guests" }).click();
    await dialog.getByRole("textbox", { name: "Name" }).fill("To review");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByRole("button", { name: "Delete To review" }).click();
    await expect(dialog.getByText("You have no saved views of this list.")).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toBeHidden();
  });
});
