import { protect } from "../../support/protect.ts";
import { NewReview } from "../../support/new-review.ts";
import { membersOf, ReviewDesk } from "../../support/review-desk.ts";
import { makeReviews } from "../../support/reviews.ts";
import { expect, test } from "../../support/test.ts";

const CATCH_ALL = "Guests without another review";
const OF_THE_REST = "Guests without another review, each quarter";

test("Guests whom no review asks about get a group of their own, and a review of it", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const desk = new ReviewDesk(reader);
  const wizard = new NewReview(reader);
  const manuel = tenant.persona("Manuel Ortega");
  const quay = await tenant.addGroup({ name: "Quay project", owners: [manuel.username] });
  await tenant.addGuest({ name: "Ada of Partner", groups: ["Quay project"] });
  await tenant.addGuest({ name: "Ben of Partner", groups: ["Share"] });
  const vera = await tenant.addGuest({ name: "Vera the Auditor" });
  await reader.consentBeforehand();
  await makeReviews(reader, {
    name: "Quay, each quarter",
    groupId: quay.id,
    reviewerIds: [manuel.userId],
  });
  for (const scope of ["Group.ReadWrite.All", "GroupMember.ReadWrite.All"])
    await tenant.withdrawConsent(scope);
  const row = (name: string) =>
    reader.grid("Coverage by guest").getByRole("row").filter({ hasText: name });
  const stat = (name: string) => page.getByRole("link", { name });
  const list = (name: string) => desk.dialog().getByRole("list", { name }).getByRole("listitem");
  const givePermission = async () => {
    await desk.dialog().getByRole("button", { name: "Give permission" }).click();
    await expect(page.getByRole("button", { name: "Accept" })).toBeVisible();
  };
  const comeBackTo = async (title: string, reason: string) => {
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(desk.dialog()).toContainText(title, { timeout: 40_000 });
    await expect(desk.dialog().getByRole("textbox", { name: "Reason" })).toHaveValue(reason);
  };

  await test.step("Vera's account is protected in Settings.", async () => {
    await reader.signIn("Grace Okafor", "/settings");
    await protect(page, vera.displayName ?? "");
    await page.getByRole("textbox", { name: "Reason" }).fill("The auditors need her");
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect(page.getByRole("listitem", { name: "Settings saved" })).toBeVisible();
  });
  await test.step("The map has everybody: asked about by a review, not asked about, and out of any review's reach.", async () => {
    await reader.goTo("Coverage");
    await expect(stat("Covered 1")).toBeVisible({ timeout: 20_000 });
    await expect(stat("Not covered 3")).toBeVisible();
    await expect(stat("Not reviewable 2")).toBeVisible();
    await expect(row("Ada of Partner")).toContainText("Quay, each quarter");
    await expect(row("Ben of Partner")).toContainText("Not covered");
    await expect(row("Gil Marchetti")).toContainText("in no group, application or role");
  });
  await test.step("By partner and by group, the least covered come first.", async () => {
    await page.getByRole("tab", { name: "Groups" }).click();
    const groups = reader.grid("Coverage by group").getByRole("row");
    await expect(groups).toContainText(["Group", /Share.*Not covered/, /Quay project.*Covered/]);
    await page.getByRole("tab", { name: "Partners" }).click();
    await expect(reader.grid("Coverage by partner").getByRole("row").nth(1)).toContainText(
      "partner.example",
    );
    await page.getByRole("tab", { name: "Guests" }).click();
  });
  await test.step("A column sorts; the address has it.", async () => {
    await page.getByRole("columnheader", { name: "Coverage" }).click();
    await expect(page).toHaveURL(/sort=state/);
    await expect(reader.grid("Coverage by guest").getByRole("row").last()).toContainText("Ada");
  });
  await test.step("Plan a group of exactly those whom nobody asks about. Who is protected is left alone, and said.", async () => {
    await page.getByRole("button", { name: "Create a catch-all group" }).click();
    await expect(list("Who is added to the group")).toHaveText([
      /^Ben of Partner/,
      /^Gil Marchetti/,
    ]);
    await expect(list("Skipped guests")).toHaveText([/^Vera the Auditor.*excluded in Settings/]);
    await desk.dialog().getByRole("textbox", { name: "Reason" }).fill("Nobody is left out");
  });
  await test.step("To make groups, Microsoft asks for your consent. Back again, the plan is there with its reason, and says who has come since.", async () => {
    await givePermission();
    await tenant.addGuest({ name: "Cleo of Nowhere" });
    await comeBackTo(CATCH_ALL, "Nobody is left out");
    await expect(list("Who is added to the group")).toHaveText([
      /^Ben of Partner/,
      /^Cleo of Nowhere/,
      /^Gil Marchetti/,
    ]);
    await expect(desk.dialog()).toContainText("since you left: 1 guest more.");
    expect((await tenant.effects()).map(({ kind }) => kind)).toEqual(["review-created"]);
  });
  await test.step("Make it. To fill groups you are asked once more, and the way back leads to filling this one.", async () => {
    await desk.carryOut(/^Create group$/, 1);
    await expect(desk.dialog()).toContainText("Fill the catch-all group");
    await givePermission();
    await comeBackTo("Fill the catch-all group", "Nobody is left out");
    await desk.carryOut(/^Add to group \(3\)$/, 3);
    await expect(page).not.toHaveURL(/do=/);
    expect(await membersOf(tenant, CATCH_ALL)).toEqual([
      "Ben of Partner",
      "Cleo of Nowhere",
      "Gil Marchetti",
    ]);
    const kinds = (await tenant.effects()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "group-created")).toHaveLength(1);
  });
  await test.step("The group alone covers nobody. Its review deletes whom nobody confirms: leaving it would take nothing away.", async () => {
    await page.getByRole("link", { name: "Create its review" }).click();
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue(OF_THE_REST);
    await wizard.open(/^Who would be blocked and deleted/);
    await expect(wizard.lines("Who would be blocked and deleted")).toHaveText([
      /^Ben of Partner.*also in 1 other group/,
      /^Cleo of Nowhere/,
      /^Gil Marchetti/,
    ]);
  });
  await test.step("The group has no owner, so name who decides, and create it.", async () => {
    await wizard.goTo("Reviewers");
    await wizard.choose("Reviewers", "Manuel Ortega");
    await wizard.ask("Everybody is asked about");
    await wizard.confirm();
    await wizard.closeOutcomes();
  });
  await test.step("Now everybody is covered but Vera.", async () => {
    await reader.goTo("Coverage");
    await expect(stat("Covered 4")).toBeVisible({ timeout: 20_000 });
    await expect(stat("Not covered 1")).toBeVisible();
    await expect(row("Cleo of Nowhere")).toContainText(OF_THE_REST);
    await expect(page.getByRole("button", { name: /catch-all/ })).toHaveCount(0);
    await expect(desk.dialog()).toHaveCount(0);
  });
  await test.step("A guest comes later. The map says so, and the group is topped up.", async () => {
    await tenant.addGuest({ name: "Dora of Elsewhere" });
    await page.reload();
    await page
      .getByRole("button", { name: "Add 1 guest to the catch-all group" })
      .click({ timeout: 30_000 });
    await expect(list("Who is added to the group")).toHaveText([/^Dora of Elsewhere/]);
    await desk.carryOut(/^Add to group$/, 1, "She came in November");
    expect(await membersOf(tenant, CATCH_ALL)).toContain("Dora of Elsewhere");
    await expect(stat("Covered 5")).toBeVisible({ timeout: 20_000 });
  });
  await test.step("The history has every step of it.", async () => {
    await reader.openHistory();
    await expect(reader.entries()).toContainText([
      /Dora of Elsewhere.*Add guest to group.*She came in November.*Done/,
      /Guests without another review, each quarter.*Create access review.*Done/,
    ]);
    await expect(reader.entries().filter({ hasText: "Create group" })).toContainText(CATCH_ALL);
    await expect(reader.entries().filter({ hasText: "Add guest to group" })).toHaveCount(4);
  });
});
