import { makeReviews } from "../support/reviews.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

test("Without the permission or the licence it is said what is missing, and giving the permission leads back", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  await test.step("Reading reviews needs a permission that was never given.", async () => {
    await tenant.withdrawConsent("AccessReview.Read.All");
    await reader.signIn("Grace Okafor", "/reviews?status=running");
    await expect(page.getByText("Microsoft asks for your permission")).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.getByRole("grid")).toHaveCount(0);
  });
  await test.step("Give it, and be back. There is no licence either: it is said which one, and by whom it is bought.", async () => {
    await tenant.licence("P1");
    await page.getByRole("button", { name: "Give permission" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(page.getByText("This organization has no licence for access reviews")).toBeVisible(
      { timeout: 30_000 },
    );
    await expect(page.getByText(/Microsoft Entra ID P2/)).toBeVisible();
    await expect(page).toHaveURL(/\/reviews\?status=running$/);
  });
  await test.step("Once there is a licence, the same page is read.", async () => {
    await tenant.licence("governance");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("No access reviews yet")).toBeVisible({ timeout: 20_000 });
  });
});

test("The coverage map is read to its end though the computer is without a network for a while", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  await tenant.addCrowd({ name: "Quokka", groups: 61, guestsEach: 2 });
  const group = (await tenant.groups()).find(({ displayName }) => displayName.startsWith("Quokka"));
  await makeReviews(reader, {
    name: "One of them",
    groupId: group?.id ?? "",
    reviewerIds: [tenant.persona("Manuel Ortega").userId],
  });
  const stat = (name: RegExp) => page.getByRole("link", { name });
  await reader.signIn("Grace Okafor", "/history");
  await page.clock.install();
  await test.step("In the middle of the reading the network goes. The progress stays in sight.", async () => {
    await tenant.conditions({ latency: { perCallMs: 400 } });
    await reader.goTo("Coverage");
    await page.waitForRequest((request) => request.url().endsWith("/$batch"));
    const cut = page.waitForEvent("requestfailed");
    await page.context().setOffline(true);
    await cut;
    await page.clock.fastForward(1_000);
    await expect(page.getByRole("progressbar").first()).toBeVisible();
  });
  await test.step("It comes back, and the numbers are right.", async () => {
    await tenant.conditions({ latency: { perCallMs: 0 } });
    await page.context().setOffline(false);
    await page.clock.fastForward(10_000);
    await expect(stat(/^Covered 2 /)).toBeVisible({ timeout: 20_000 });
    await expect(stat(/^Not covered 121 /)).toBeVisible();
    await expect(stat(/^Not reviewable 1 /)).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText(/could not be read|did not answer/)).toHaveCount(0);
  });
});
