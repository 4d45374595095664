import {
  decisionsOf,
  GUESTS_OF_PARTNER,
  isAt,
  itemBeside,
  itemRow,
  reviewForManuel,
} from "../../support/reviews.ts";
import { expect, test } from "../../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

test("A reviewer decides by key, and each decision is in the review and in the history", async ({
  page,
  reader,
}) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
  const { keyboard } = page;
  await test.step("Manuel has no directory role and only reads in Guestlist. My reviews lists what he is to decide, until when, and what happens otherwise.", async () => {
    await reader.signIn("Manuel Ortega", "/reviews/mine");
    const reviewList = page.getByRole("list", { name: "Reviews to decide" }).getByRole("listitem");
    await expect(reviewList).toHaveCount(1, { timeout: 20_000 });
    await expect(reviewList).toContainText("Quarterly guest review / Quay project");
    await expect(reviewList).toContainText(/Ends in 1[34] days/);
    await expect(reviewList).toContainText("0 of 4 decided");
    await expect(reviewList).toContainText(
      "4 undecided. Anyone without a decision loses this access.",
    );
    await page.getByRole("button", { name: "Decide: Quarterly guest review" }).click();
    await expect(reader.heading("Quarterly guest review")).toBeVisible();
  });
  await test.step("Once the list is read the focus is in it, at the first undecided item. Beside it stands who it is. Without a directory role Manuel cannot read sign-ins; what the review recommends, and why, he can.", async () => {
    await expect(itemRow(reader, "Dan of Partner")).toContainText("Unknown", { timeout: 20_000 });
    await isAt(reader, "Ada of Partner");
    const beside = itemBeside(reader);
    await expect(beside).toContainText("Sign-ins could not be read, so the standing is unknown.");
    await expect(beside).toContainText("Deny. Last signed in on");
    await expect(beside).toContainText("Ivan Petrov");
    await expect(beside).toContainText("Quay project (security group)");
    await expect(beside).toContainText("Nothing is recorded yet.");
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
  await test.step("Z leads back to the item decided last, and another key changes the decision.", async () => {
    await keyboard.press("z");
    await isAt(reader, "Dan of Partner");
    await keyboard.press("d");
    await expect(itemRow(reader, "Dan of Partner")).toContainText(/Denied.*sent/, {
      timeout: 20_000,
    });
    await expect
      .poll(async () => (await decisionsOf(reader, review))["Dan of Partner"]?.decision)
      .toBe("Deny");
  });
  await test.step("The keys are told on the page.", async () => {
    await keyboard.press("?");
    await expect(page.getByText("Deny: remove the access")).toBeVisible();
    await keyboard.press("Escape");
  });
  await test.step("The history has them, each with the exact request.", async () => {
    await reader.openHistory();
    await expect(reader.entries()).toHaveCount(4);
    await expect(reader.entries()).toContainText([/Answer/, /Answer/, /Answer/, /Answer/]);
  });
});
