import type { Locator } from "@playwright/test";
import type { Reader } from "../support/reader.ts";
import {
  decisionsOf,
  goToItem,
  GUESTS_OF_PARTNER,
  isAt,
  itemBeside,
  itemRow,
  items,
  reviewForManuel,
} from "../support/reviews.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantWanted: { consents: "everything" } });

/** Presses Tab until the focus is there. */
async function walkTo(reader: Reader, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element.contains(document.activeElement));
  for (let presses = 0; presses < 60; presses += 1) {
    if (await isThere()) return;
    await reader.page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}

test("A reviewer decides by key, and each decision is in the review and in the history", async ({
  page,
  reader,
}) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
  const { keyboard } = page;
  await test.step("Manuel has no directory role and only reads in Guestlist. My reviews says what asks him, until when, and what happens otherwise.", async () => {
    await reader.signIn("Manuel Ortega", "/reviews/mine");
    const asked = page.getByRole("list", { name: "Reviews that ask you" }).getByRole("listitem");
    await expect(asked).toHaveCount(1, { timeout: 20_000 });
    await expect(asked).toContainText("Quarterly guest review / Quay project");
    await expect(asked).toContainText(/Ends in 1[34] days/);
    await expect(asked).toContainText("0 of 4 decided");
    await expect(asked).toContainText(
      "4 undecided. Whoever nobody decides about loses this access.",
    );
    await page.getByRole("button", { name: "Decide: Quarterly guest review" }).click();
    await expect(reader.heading("Quarterly guest review")).toBeVisible();
  });
  await test.step("Tab leads into the list, to the first undecided item. Beside it stands who it is.", async () => {
    await expect(itemRow(reader, "Dan of Partner")).toContainText("Stale", { timeout: 20_000 });
    await walkTo(reader, items(reader));
    await isAt(reader, "Ada of Partner");
    const beside = itemBeside(reader);
    await expect(beside).toContainText("Last signed in 200 days ago; stale after 90 days.");
    await expect(beside).toContainText("Deny. Last signed in on");
    await expect(beside).toContainText("Ivan Petrov");
    await expect(beside).toContainText("Quay project (security group)");
    await expect(beside).toContainText("Nothing was decided yet.");
  });
  await test.step("D denies, U says that one does not know, A approves; each leads to the next undecided.", async () => {
    await keyboard.press("d");
    await isAt(reader, "Ben of Partner");
    await expect(itemRow(reader, "Ada of Partner")).toContainText("Denied");
    await keyboard.press("u");
    await isAt(reader, "Cleo of Partner");
    await keyboard.press("j");
    await isAt(reader, "Dan of Partner");
    await keyboard.press("a");
    await isAt(reader, "Cleo of Partner");
    await expect(page.getByText("3 of 4 decided")).toBeVisible();
    await expect(page.getByText("1 undecided.", { exact: false }).first()).toBeVisible();
  });
  await test.step("They are sent in the background, and each row says so.", async () => {
    await expect(page.getByText("3 answers sent")).toBeVisible({ timeout: 20_000 });
    await expect(itemRow(reader, "Ada of Partner")).toContainText("sent");
    const manuel = reader.tenant.persona("Manuel Ortega").userId;
    expect(await decisionsOf(reader, review)).toMatchObject({
      "Ada of Partner": { decision: "Deny", reviewedBy: manuel },
      "Ben of Partner": { decision: "DontKnow", reviewedBy: manuel },
      "Cleo of Partner": { decision: "NotReviewed", reviewedBy: null },
      "Dan of Partner": { decision: "Approve", reviewedBy: manuel },
    });
  });
  await test.step("The history has them, each with the exact request.", async () => {
    await reader.goTo("History");
    await expect(reader.entries()).toHaveCount(3);
    await expect(reader.entries()).toContainText([/Answer/, /Answer/, /Answer/]);
  });
});

test("A decision can be thought over until the instance ends", async ({ page, reader }) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
  const { keyboard } = page;
  await reader.signIn("Manuel Ortega", review.path);
  await goToItem(reader, "Ada of Partner");
  await test.step("Z right after a slip takes it back before it is recorded.", async () => {
    await keyboard.press("d");
    await keyboard.press("z");
    await isAt(reader, "Ada of Partner");
    await expect(itemRow(reader, "Ada of Partner")).toContainText("Not decided");
    await expect(page.getByText("0 of 4 decided")).toBeVisible();
  });
  await test.step("Later it leads back to the item, and another key changes the decision.", async () => {
    await keyboard.press("d");
    await expect(page.getByText("1 answer sent")).toBeVisible({ timeout: 20_000 });
    await keyboard.press("z");
    await isAt(reader, "Ada of Partner");
    await keyboard.press("a");
    await expect(itemRow(reader, "Ada of Partner")).toContainText(/Approved.*sent/, {
      timeout: 20_000,
    });
    await expect
      .poll(async () => (await decisionsOf(reader, review))["Ada of Partner"]?.decision)
      .toBe("Approve");
  });
  await test.step("The buttons beside the item do the same as the keys.", async () => {
    await itemBeside(reader).getByRole("button", { name: "Deny" }).click();
    await isAt(reader, "Cleo of Partner");
    await expect(itemRow(reader, "Ben of Partner")).toContainText("Denied");
  });
});

test("Where a justification is required, an approval without one is refused at the field", async ({
  page,
  reader,
}) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER, { justificationRequired: true });
  const { keyboard } = page;
  const field = itemBeside(reader).getByRole("textbox", { name: "Justification" });
  await reader.signIn("Manuel Ortega", review.path);
  await goToItem(reader, "Ada of Partner");
  await test.step("A without a justification leads to the field, which says the rule.", async () => {
    await keyboard.press("a");
    await expect(field).toBeFocused();
    await expect(field).toHaveAccessibleDescription(
      /This review asks for a justification with every approval\./,
    );
    await expect(page.getByText("0 of 4 decided")).toBeVisible();
  });
  await test.step("Letters are letters there. Enter approves, and leads on.", async () => {
    await keyboard.type("Leads the quay works");
    await keyboard.press("Enter");
    await isAt(reader, "Ben of Partner");
    await expect(itemRow(reader, "Ada of Partner")).toContainText("Approved");
  });
  await test.step("Deny needs none; one justification can serve all that follow.", async () => {
    await keyboard.press("d");
    await isAt(reader, "Cleo of Partner");
    await keyboard.press("w");
    await expect(field).toBeFocused();
    await keyboard.type("Same project");
    await itemBeside(reader).getByRole("checkbox", { name: "Use it for the following" }).check();
    await field.focus();
    await keyboard.press("Escape");
    await isAt(reader, "Cleo of Partner");
    await keyboard.press("a");
    await isAt(reader, "Dan of Partner");
    await keyboard.press("a");
    await expect(page.getByText("4 answers sent")).toBeVisible({ timeout: 20_000 });
  });
  await test.step("The review has every one with its justification.", async () => {
    expect(await decisionsOf(reader, review)).toMatchObject({
      "Ada of Partner": { decision: "Approve", justification: "Leads the quay works" },
      "Ben of Partner": { decision: "Deny", justification: "" },
      "Cleo of Partner": { decision: "Approve", justification: "Same project" },
      "Dan of Partner": { decision: "Approve", justification: "Same project" },
    });
  });
});
