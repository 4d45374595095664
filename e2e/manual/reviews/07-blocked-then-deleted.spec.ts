import { NewReview } from "../../support/new-review.ts";
import { dayShown, membersOf, ReviewDesk } from "../../support/review-desk.ts";
import { expect, test } from "../../support/test.ts";

const NAME = "Partner offboarding";

test("Guests of a partner who leaves are blocked at the end, and deleted after 30 days", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  await tenant.addGuest({ name: "Ada of Partner", groups: ["Partner dock", "Canteen"] });
  await tenant.addGuest({ name: "Ben of Partner", groups: ["Partner dock"] });
  await tenant.addGuest({ name: "Cleo of Harbour", groups: ["Canteen"] });
  const wizard = new NewReview(reader);
  const desk = new ReviewDesk(reader);

  await test.step("Begin with the template for it. The guests who would be deleted are named, with what goes besides.", async () => {
    await reader.signIn("Grace Okafor", "/reviews/new");
    await wizard.begin(/^Partner offboarding/);
    await wizard.choose("Groups", "Partner dock");
    await wizard.goTo("Reviewers");
    await wizard.choose("Reviewers", "Manuel Ortega");
    await wizard.open(/^Who would be blocked and deleted/);
    await expect(wizard.lines("Who would be blocked and deleted")).toHaveText([
      /^Ada of Partner.*also in 1 other group/,
      /^Ben of Partner$/,
    ]);
    await wizard.ask("The contract with the partner has ended");
  });
  await test.step("The first time Microsoft asks for your consent; you come back to this request and its reason.", async () => {
    await wizard.dialog().getByRole("button", { name: "Give permission" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(wizard.dialog().getByRole("textbox", { name: "Reason" })).toHaveValue(
      "The contract with the partner has ended",
      { timeout: 30_000 },
    );
    expect(wizard.sent()).toEqual([]);
    await wizard.confirm();
    await wizard.closeOutcomes();
    expect(wizard.sent()).toHaveLength(1);
  });
  await test.step("Nobody answers. After five days both are blocked, and in their groups.", async () => {
    await desk.letPass("P6D");
    for (const name of ["Ada of Partner", "Ben of Partner"])
      expect((await tenant.guestNamed(name))?.accountEnabled, name).toBe(false);
    expect(await membersOf(tenant, "Canteen")).toEqual(["Ada of Partner", "Cleo of Harbour"]);
  });
  await test.step("For 30 days the review is being applied. When it ends is said, and for whom.", async () => {
    await desk.open(NAME);
    await desk.openResults();
    const [review] = await tenant.reviews();
    const end = Date.parse(review?.instances[0]?.endsAt ?? "") + 30 * 86_400_000;
    const notice = page.getByRole("status").filter({ hasText: "2 guests are blocked" });
    await expect(notice).toContainText("will be deleted");
    await expect(notice).toContainText(dayShown(new Date(end).toISOString()));
    await expect(notice).toContainText("does not say for certain that unblocking them stops it");
    await expect(
      page.getByRole("list", { name: "Who will be deleted" }).getByRole("listitem"),
    ).toHaveText([/^Ada of Partner/, /^Ben of Partner/]);
    await expect(page.getByText("Applying", { exact: true }).first()).toBeVisible();
  });
  await test.step("After the 30 days both accounts are gone, from every group; nobody else is.", async () => {
    await desk.letPass("P30D");
    expect((await tenant.deletedGuestNamed("Ada of Partner"))?.deletedDateTime).not.toBeNull();
    expect(await tenant.guestNamed("Ben of Partner")).toBeUndefined();
    expect(await membersOf(tenant, "Canteen")).toContain("Cleo of Harbour");
    await expect(page.getByText("2 denied: 2 lost access.")).toBeVisible({ timeout: 20_000 });
  });
  await test.step("Record it while Entra still knows it. Until 30 days from now they can be restored.", async () => {
    await desk.record(2);
    await reader.openHistory();
    await expect(reader.entries()).toContainText([
      /Partner.*Review result \(Denied\).*Account gone/,
      /Partner.*Review result \(Denied\).*Account gone/,
      /Partner offboarding.*Create access review.*The contract with the partner has ended.*Done/,
    ]);
    await reader.goTo("Deleted");
    await expect(reader.guestRow("Ada of Partner")).toBeVisible();
    await expect(reader.guestRow("Ben of Partner")).toBeVisible();
  });
});
