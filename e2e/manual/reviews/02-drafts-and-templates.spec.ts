import { NewReview } from "../../support/new-review.ts";
import { expect, test } from "../../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

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
    await reader.openHistory();
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
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Quay, each month");
    await page.getByRole("link", { name: "Choose another template" }).click();
    await page.getByRole("button", { name: "Discard" }).click();
    await expect(page.getByText("You have an unfinished review")).toHaveCount(0);
  });
  await test.step("The template is taken away again.", async () => {
    await page.getByRole("button", { name: "Delete the template Our monthly one" }).click();
    await page.getByRole("button", { name: "Delete template" }).click();
    await expect(page.getByRole("button", { name: /^Our monthly one/ })).toHaveCount(0);
  });
});
