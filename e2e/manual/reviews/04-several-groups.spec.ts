import { NewReview } from "../../support/new-review.ts";
import { expect, test } from "../../support/test.ts";

const ADA = "Ada of Partner";
const BEN = "Ben of Partner";

test("Several groups are as many reviews, each with its own entry; what cannot be applied is said before", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const ada = await tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  const ben = await tenant.addGuest({ name: BEN, lastSeen: "2 days ago" });
  await tenant.addGroup({ name: "Quay", kind: "team", members: [ada.id, ben.id] });
  await tenant.addGroup({ name: "Inner circle", kind: "security", members: [ben.id] });
  await tenant.addGroup({ name: "Harbour", kind: "security", members: [ada.id, "Inner circle"] });
  // A name that begins like another: who chooses "Harbour" must not get this.
  await tenant.addGroup({ name: "Harbour Rollout", kind: "security", members: [ada.id] });
  await tenant.addGroup({ name: "From on premises", kind: "synced", members: [ada.id] });
  const review = new NewReview(reader);
  const willApply = review.lines("Will it apply?");

  await test.step("A template for the end of a partnership asks which groups, and who decides.", async () => {
    await reader.signIn("Grace Okafor", "/reviews/new");
    await review.begin(/^Partner offboarding/);
    for (const group of ["Quay", "Harbour", "From on premises"]) {
      await review.choose("Groups", group);
    }
    await expect(review.beside()).toContainText("in 3 reviews of one group each");
    await review.next();
    await review.choose("Reviewers", "Uma Lindqvist");
  });
  await test.step("Its accounts would be blocked and deleted, whatever else they are in.", async () => {
    await review.open(/^Who would be blocked and deleted/);
    await expect(review.lines("Who would be blocked and deleted")).toContainText([ADA, BEN]);
    await expect(review.beside()).toContainText(
      "2 guests would be blocked and after 30 days deleted",
    );
  });
  await test.step("Only removing them from the groups does not work everywhere, and this says where and why.", async () => {
    await review.goTo("Consequence");
    await page.getByRole("radio", { name: /^They lose this access/ }).click();
    await review.open(/^Will it apply\? \(in 2 of 3 groups\)/);
    await expect(willApply.filter({ hasText: "From on premises" })).toContainText("Will not apply");
    await expect(willApply.filter({ hasText: "Quay" })).toContainText("Will apply");
    await review.open(/^Denied, but would stay/);
    const staying = review.lines("Denied, but would stay");
    await expect(staying.filter({ hasText: ADA })).toContainText("synchronised from on premises");
    await expect(staying.filter({ hasText: BEN })).toContainText("through a group inside it");
  });
  await test.step("Take out the group that a review cannot change; alone it would stop the review.", async () => {
    await review.goTo("Scope");
    const takeOut = async (group: string) => {
      await review.option(group).click();
    };
    await takeOut("Quay");
    await takeOut("Harbour");
    await expect(review.beside()).toContainText(
      "Stops it: Nothing that this review decides could be applied",
    );
    await takeOut("From on premises");
    for (const group of ["Quay", "Harbour"]) await review.choose("Groups", group);
  });
  await test.step("The first time Microsoft asks for your consent; you come back to this request and its reason.", async () => {
    await review.ask("The contract has ended");
    await review.dialog().getByRole("button", { name: "Give permission" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(review.dialog().getByRole("textbox", { name: "Reason" })).toHaveValue(
      "The contract has ended",
      { timeout: 30_000 },
    );
    expect(review.sent()).toEqual([]);
  });
  await test.step("Confirm. Each group gets a review of its own, named after it.", async () => {
    await review.confirm();
    await expect(review.outcomes()).toContainText(["Done", "Done"], { timeout: 40_000 });
    await review.closeOutcomes();
    await expect(reader.heading("2 reviews created")).toBeVisible();
    const made = (await tenant.reviews()).map(({ name }) => name).sort();
    expect(made).toEqual(["Partner offboarding: Harbour", "Partner offboarding: Quay"]);
    for (const name of made) await expect(page.getByRole("link", { name })).toBeVisible();
  });
  await test.step("The history has one entry for each.", async () => {
    await reader.goTo("History");
    await expect(reader.entries()).toHaveCount(2);
    await expect(reader.entries()).toContainText([/Harbour.*Done|Quay.*Done/, /Done/]);
  });
});
