import { NewReview } from "../support/new-review.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantWanted: { consents: "everything" } });

test("What is wrong is said at its field, with the rule", async ({ page, reader, tenant }) => {
  test.slow();
  await tenant.addGroup({ name: "Quay", kind: "team" });
  const review = new NewReview(reader);
  const field = (name: string) => page.getByRole("textbox", { name });
  await reader.signIn("Grace Okafor", "/reviews/new?template=partner-offboarding");

  await test.step("A review has a name, and says about which groups it is.", async () => {
    await field("Name").fill("");
    await expect(page.getByText("A review needs a name.")).toHaveCount(0);
    await review.next();
    await expect(page.getByText("A review needs a name.")).toBeVisible();
    await expect(field("Name")).toBeFocused();
    await field("Name").fill("x".repeat(257));
    await expect(page.getByText("The name may have at most 256 characters.")).toBeVisible();
    await field("Name").fill("Offboarding of Partner");
    await expect(page.getByText("Choose at least one group.")).toBeVisible();
    await review.next();
    await expect(page.getByRole("combobox", { name: "Groups" })).toBeFocused();
  });
  await test.step("Words for reviewers are as long as a mail shows them.", async () => {
    await field("What reviewers read").fill("x".repeat(257));
    await expect(
      page.getByText("The mails to reviewers show at most 256 characters."),
    ).toBeVisible();
    await field("What reviewers read").fill("Do they still work with us?");
    await review.choose("Groups", "Quay");
    await review.next();
    await review.isAt("Reviewers");
  });
  await test.step("Somebody has to decide, and a fourth stage is refused.", async () => {
    await review.next();
    await expect(page.getByText("Choose at least one person who decides.")).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Reviewers" })).toBeFocused();
    await review.choose("Reviewers", "Uma Lindqvist");
    for (const press of ["second", "third", "fourth"]) {
      await page.getByRole("button", { name: "Add a stage" }).click();
      const tooMany = page.getByText("A review has at most 3 stages");
      if (press === "fourth") await expect(tooMany).toBeVisible();
      else await expect(tooMany).toHaveCount(0);
    }
    await page.getByRole("button", { name: "Remove the third stage" }).click();
    await page.getByRole("button", { name: "Remove the second stage" }).click();
    await review.next();
    await review.isAt("Schedule");
  });
  await test.step("It begins today or later, is not longer than its rhythm, and ends after it begins.", async () => {
    await page.getByLabel("Starts on").fill("2020-01-01");
    await review.next();
    await expect(page.getByText("The first review may not begin in the past.")).toBeVisible();
    await expect(page.getByLabel("Starts on")).toBeFocused();
    await page.getByLabel("Starts on").fill("2099-03-01");
    await page.getByRole("combobox", { name: "How often" }).selectOption("Every week");
    await field("Open for").fill("8");
    await expect(
      page.getByText("A review that happens every week may last at most 7 days"),
    ).toBeVisible();
    await field("Open for").fill("soon");
    await expect(page.getByText("At least 1 day and at most 180 days.")).toBeVisible();
    await field("Open for").fill("5");
    await page.getByRole("radio", { name: "On a day" }).click();
    await page.getByLabel("Last day").fill("2099-02-01");
    await expect(page.getByText("The series may not end before it starts.")).toBeVisible();
    await page.getByLabel("Last day").fill("2099-12-31");
    await review.next();
    await review.isAt("Consequence");
  });
  await test.step("Recommendations that are followed have to be made.", async () => {
    await page.getByRole("radio", { name: /^Follow Microsoft's recommendation/ }).click();
    await page.getByRole("switch", { name: "They see Microsoft's recommendation" }).click();
    await review.createButton().click();
    await expect(
      page.getByText("To follow recommendations, a review has to make them"),
    ).toBeVisible();
    await expect(review.dialog()).toHaveCount(0);
    await page.getByRole("radio", { name: /^Deny/ }).click();
  });
  await test.step("Changing the scope to what cannot delete guests leads to the field that says so.", async () => {
    await review.goTo("Scope");
    await page.getByRole("radio", { name: /^All Microsoft 365 groups/ }).click();
    await review.goTo("Consequence");
    await expect(
      page.getByText("A review of all Microsoft 365 groups can only remove access"),
    ).toBeVisible();
    await page.getByRole("radio", { name: /^They lose this access/ }).click();
    await expect(
      page.getByText("A review of all Microsoft 365 groups can only remove access"),
    ).toHaveCount(0);
    expect(review.sent()).toEqual([]);
  });
});

test("A draft outlives a reload, and can be kept as a template for everybody", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const quay = await tenant.addGroup({ name: "Quay", kind: "team" });
  const review = new NewReview(reader);
  await test.step("A link can name the template and the group.", async () => {
    await reader.signIn("Grace Okafor", `/reviews/new?template=cis-monthly&group=${quay.id}`);
    await expect(review.beside()).toContainText("The guests of Quay.");
    await page.getByRole("textbox", { name: "Name" }).fill("Quay, each month");
    await review.next();
    await review.isAt("Reviewers");
  });
  await test.step("Reload: the same step, and all that was filled in.", async () => {
    await page.reload();
    await review.isAt("Reviewers");
    await page.goBack();
    await review.isAt("Scope");
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Quay, each month");
  });
  await test.step("Save it as a template. The history keeps that.", async () => {
    await page.getByRole("button", { name: "Save as template" }).click();
    await page.getByRole("textbox", { name: "Name of the template" }).fill("Our monthly one");
    await page.getByRole("button", { name: "Save template" }).click();
    await expect(
      page.getByText("Template saved and recorded in the history").first(),
    ).toBeVisible();
    await reader.goTo("History");
    await expect(reader.entries()).toContainText([/Our monthly one/]);
  });
  await test.step("A colleague begins with it.", async () => {
    const uma = await reader.colleague();
    const theirs = new NewReview(uma);
    await uma.signIn("Uma Lindqvist", "/reviews/new");
    await theirs.begin(/^Our monthly one/);
    await expect(theirs.beside()).toContainText("The guests of Quay.");
    await uma.leave();
  });
  await test.step("The unfinished draft is still there, until it is discarded.", async () => {
    await page.goto("/reviews/new");
    await page.getByRole("button", { name: "Go on with it" }).click();
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Quay, each month");
    await page.getByRole("link", { name: "Choose another template" }).click();
    await page.getByRole("button", { name: "Discard it" }).click();
    await expect(page.getByText("You were at a review that is not created yet")).toHaveCount(0);
  });
  await test.step("The template is taken away again.", async () => {
    await page.getByRole("button", { name: "Delete the template Our monthly one" }).click();
    await page.getByRole("button", { name: "Delete template" }).click();
    await expect(page.getByRole("button", { name: /^Our monthly one/ })).toHaveCount(0);
  });
});
