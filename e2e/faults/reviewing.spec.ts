import type { Page } from "@playwright/test";
import {
  decisionsOf,
  goToItem,
  GUESTS_OF_PARTNER,
  isAt,
  itemBeside,
  itemRow,
  reviewForManuel,
  stopInstance,
} from "../support/reviews.ts";
import { secondTab } from "../support/second-tab.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantWanted: { consents: "everything" } });

const ADA = "Ada of Partner";
const BEN = "Ben of Partner";
const REVIEWS = "/identityGovernance/accessReviews/";

/** How often the page itself sent an answer; what the browser repeats beneath it is not counted. */
function answersSent(page: Page): () => number {
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "PATCH" && request.url().includes("/decisions/")) sent += 1;
  });
  return () => sent;
}

const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`Guest ${index + 1} of Partner`, "200 days ago"]),
  );

test("A throttled bulk decision waits as long as Graph asks, and loses nothing", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(180_000);
  const review = await reviewForManuel(reader, many(40));
  await tenant.weather({
    faults: [
      {
        kind: "throttled",
        method: "PATCH",
        pathPrefix: REVIEWS,
        after: 10,
        times: 3,
        retryAfterSeconds: 8,
      },
    ],
  });
  await reader.signIn("Manuel Ortega", review.path);
  await expect(page.getByText("40 items", { exact: true })).toBeVisible({ timeout: 20_000 });
  const sent = answersSent(page);
  const dialog = page.getByRole("dialog");
  await test.step("Deny all forty. In the middle Graph asks for patience, and the screen says so.", async () => {
    await reader.selectAll();
    await page.getByRole("button", { name: "Deny selected" }).click();
    await dialog.getByRole("textbox", { name: "Reason" }).fill("The quay project ended");
    await dialog.getByRole("button", { name: "Deny (40)" }).click();
    await expect(dialog).toContainText("Microsoft Graph asks us to wait", { timeout: 30_000 });
    await expect(dialog.getByRole("button", { name: "Close" })).toBeVisible({ timeout: 60_000 });
    await expect(dialog).toContainText("40 of 40");
    await dialog.getByRole("button", { name: "Close" }).click();
  });
  await test.step("Every item is decided; only what was put off was sent once more.", async () => {
    await expect(page.getByText("40 of 40 decided")).toBeVisible();
    const decided = Object.values(await decisionsOf(reader, review));
    expect(decided).toHaveLength(40);
    expect(new Set(decided.map(({ decision }) => decision))).toEqual(new Set(["Deny"]));
    expect(sent()).toBe(43);
  });
});

test("An answer whose reply was lost is found by looking, and not sent again", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
  await tenant.weather({
    faults: [
      { kind: "gateway-timeout-after-accept", method: "PATCH", pathPrefix: REVIEWS, times: 1 },
    ],
  });
  await reader.signIn("Manuel Ortega", review.path);
  const sent = answersSent(page);
  await goToItem(reader, ADA);
  await test.step("Deny Ada. The gateway answers 504 although the review has it.", async () => {
    await page.keyboard.press("d");
    await expect(itemRow(reader, ADA)).toContainText(/Denied.*sent/, { timeout: 40_000 });
    await expect(page.getByText("1 answer sent")).toBeVisible({ timeout: 40_000 });
  });
  await test.step("It was sent once, and the history says that it was observed.", async () => {
    expect(sent()).toBe(1);
    expect((await decisionsOf(reader, review))[ADA]?.decision).toBe("Deny");
    await reader.goTo("History");
    await expect(reader.entries()).toContainText([/Done.*Observed/], { timeout: 40_000 });
  });
});

test("A tab that dies in the middle leaves answers that are found, each sent at most once", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(180_000);
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
  await tenant.weather({ latency: { perCallMs: 400 } });
  await reader.signIn("Manuel Ortega", review.path);
  await goToItem(reader, ADA);
  await test.step("Deny two, and lose the tab while they are sent.", async () => {
    await page.keyboard.press("d");
    await isAt(reader, BEN);
    await page.keyboard.press("d");
    await expect(itemRow(reader, BEN)).toContainText(/recorded|sending|sent/, { timeout: 20_000 });
    await page.close({ runBeforeUnload: false });
  });
  const again = await secondTab(page, tenant, review.path, "Manuel Ortega");
  await test.step("Open the review again: it shows what it has, and deciding goes on.", async () => {
    const decided = Object.values(await decisionsOf(reader, review)).filter(
      ({ decision }) => decision === "Deny",
    ).length;
    await expect(again.page.getByText(`${decided} of 4 decided`)).toBeVisible({ timeout: 20_000 });
    await goToItem(again, "Cleo of Partner");
    await again.page.keyboard.press("a");
    await expect(itemRow(again, "Cleo of Partner")).toContainText(/Approved.*sent/, {
      timeout: 20_000,
    });
  });
  await test.step("The history has an entry for each answer, before it was sent.", async () => {
    await again.goTo("History");
    await expect(again.entries()).toHaveCount(3);
  });
});

test("Who leaves too early is asked, and finds afterwards what was not sent", async ({
  page,
  reader,
}) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
  await page.route("**/api/entries", (route) => route.abort());
  await reader.signIn("Manuel Ortega", review.path);
  await goToItem(reader, ADA);
  let asked = 0;
  page.on("dialog", (dialog) => {
    asked += 1;
    void dialog.accept();
  });
  await test.step("Deny Ada and reload at once: the browser asks.", async () => {
    await page.keyboard.press("d");
    await page.reload();
    expect(asked).toBe(1);
  });
  await test.step("Back on the page the answer is offered, and nothing was sent by itself.", async () => {
    await expect(page.getByText("1 answer was not sent before you left")).toBeVisible({
      timeout: 20_000,
    });
    expect((await decisionsOf(reader, review))[ADA]?.decision).toBe("NotReviewed");
    await page.unroute("**/api/entries");
    await page.getByRole("button", { name: "Send now" }).click();
    await expect(itemRow(reader, ADA)).toContainText(/Denied.*sent/, { timeout: 20_000 });
    expect((await decisionsOf(reader, review))[ADA]?.decision).toBe("Deny");
  });
});

test("While the history cannot be written, no answer is sent", async ({ page, reader }) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
  await reader.signIn("Manuel Ortega", review.path);
  await goToItem(reader, ADA);
  await page.route("**/api/entries", (route) => route.abort());
  const sent = answersSent(page);
  await test.step("Deny Ada. Her row says that it was not sent; what was there still holds.", async () => {
    await page.keyboard.press("d");
    await expect(itemRow(reader, ADA)).toContainText(/Not decided.*not sent/, {
      timeout: 30_000,
    });
    await expect(page.getByText("1 answer is not in the review")).toBeVisible();
    await expect(
      page.getByText("The history cannot be written, so nothing more was sent.").first(),
    ).toBeVisible();
    expect(sent()).toBe(0);
  });
  await test.step("When the history answers again, trying again works.", async () => {
    await page.unroute("**/api/entries");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(itemRow(reader, ADA)).toContainText(/Denied.*sent/, { timeout: 20_000 });
    expect((await decisionsOf(reader, review))[ADA]?.decision).toBe("Deny");
  });
});

test("An instance that ends meanwhile takes no more answers, and the row says so", async ({
  page,
  reader,
}) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
  await reader.signIn("Manuel Ortega", review.path);
  await goToItem(reader, ADA);
  await stopInstance(reader, review);
  await page.bringToFront();
  await goToItem(reader, ADA);
  const sent = answersSent(page);
  await test.step("Deny Ada after the end.", async () => {
    await page.keyboard.press("d");
    await expect(itemRow(reader, ADA)).toContainText(/refused/, { timeout: 20_000 });
    await page.keyboard.press("z");
    await expect(itemBeside(reader)).toContainText(
      /Your answer is not in the review\. The instance is not in progress/,
    );
    expect(sent()).toBe(0);
  });
  await test.step("The page has looked again: nobody can decide in it any more.", async () => {
    await expect(itemBeside(reader).getByRole("button", { name: "Approve" })).toBeDisabled({
      timeout: 20_000,
    });
    expect((await decisionsOf(reader, review))[ADA]?.reviewedBy).toBeNull();
  });
});

test("Whoever is no reviewer any more is refused by Graph, in its words", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
  await tenant.weather({
    faults: [{ kind: "forbidden", method: "PATCH", pathPrefix: REVIEWS, times: 1 }],
  });
  await reader.signIn("Manuel Ortega", review.path);
  await goToItem(reader, ADA);
  await page.keyboard.press("d");
  await expect(itemRow(reader, ADA)).toContainText(/Not decided.*refused/, {
    timeout: 20_000,
  });
  await page.keyboard.press("z");
  await expect(itemBeside(reader)).toContainText("Your answer is not in the review.");
  await expect(itemBeside(reader)).toContainText("403");
  expect((await decisionsOf(reader, review))[ADA]?.decision).toBe("NotReviewed");
});
