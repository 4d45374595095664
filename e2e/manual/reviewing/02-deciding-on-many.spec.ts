import {
  decisionsOf,
  GUESTS_OF_PARTNER,
  itemRow,
  JUSTIFIED,
  reviewForManuel,
} from "../../support/reviews.ts";
import { expect, test } from "../../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

test("Many are decided at once, with one justification or as recommended", async ({
  page,
  reader,
}) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER, JUSTIFIED);
  const dialog = page.getByRole("dialog");
  await reader.signIn("Manuel Ortega", review.path);
  await test.step("Search, select all that match, deny them. What follows is said first.", async () => {
    await page.getByRole("searchbox", { name: "Search items" }).fill("dan");
    await expect(page.getByText("1 of 4 items match")).toBeVisible();
    await reader.selectAll();
    await page.getByRole("button", { name: "Deny selected" }).click();
    await expect(dialog).toContainText("1 loses the access once the review is applied.");
    await dialog.getByRole("button", { name: "Deny (1)" }).click();
    await expect(dialog).toContainText("Say why: a reason is required.");
    await dialog.getByRole("textbox", { name: "Reason" }).fill("The quay project ended");
    await dialog.getByRole("button", { name: "Deny (1)" }).click();
    await dialog.getByRole("button", { name: "Close" }).click({ timeout: 30_000 });
    await expect(itemRow(reader, "Dan of Partner")).toContainText("Denied");
  });
  await test.step("Accept the recommendations for everyone who is undecided.", async () => {
    await page.getByRole("searchbox", { name: "Search items" }).fill("");
    await expect(page.getByText("4 items", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Accept recommendations" }).click();
    await expect(dialog).toContainText("2 lose the access once the review is applied.");
    await expect(dialog).toContainText("1 keeps the access.");
    await dialog.getByRole("textbox", { name: "Reason" }).fill("As the sign-ins say");
    await dialog.getByRole("button", { name: "Accept 3" }).click();
    await dialog.getByRole("button", { name: "Close" }).click({ timeout: 30_000 });
    await expect(page.getByText("4 of 4 decided")).toBeVisible();
  });
  await test.step("The review has it, and nothing undecided is left to be recommended.", async () => {
    expect(await decisionsOf(reader, review)).toMatchObject({
      "Ada of Partner": { decision: "Deny", justification: "As the sign-ins say" },
      "Ben of Partner": { decision: "Approve", justification: "As the sign-ins say" },
      "Cleo of Partner": { decision: "Deny", justification: "As the sign-ins say" },
      "Dan of Partner": { decision: "Deny", justification: "The quay project ended" },
    });
    await expect(page.getByRole("button", { name: "Accept recommendations" })).toBeDisabled();
  });
});
