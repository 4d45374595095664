import { NewReview } from "../../support/new-review.ts";
import { membersOf, ReviewDesk } from "../../support/review-desk.ts";
import { expect, test } from "../../support/test.ts";

const OF_THE_WHARF = "Wharf and yard: Wharf";
const OF_THE_YARD = "Wharf and yard: Yard";

test("Where Entra takes nobody out, it is said before and after, and what would do it can be done", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const owners = [tenant.persona("Manuel Ortega").username];
  await tenant.addGroup({ name: "Crane drivers" });
  await tenant.addGroup({ name: "Wharf", owners, members: ["Crane drivers"] });
  await tenant.addGroup({ name: "Yard", kind: "synced", owners });
  await tenant.addGuest({ name: "Ada of Partner", groups: ["Wharf"] });
  await tenant.addGuest({ name: "Ben of Partner", groups: ["Crane drivers"] });
  await tenant.addGuest({ name: "Cleo of Partner", groups: ["Yard"] });
  await reader.consentBeforehand();
  const wizard = new NewReview(reader);
  const desk = new ReviewDesk(reader);

  await test.step("Choose two groups. One has a group inside it, one is synchronised: who would stay is said by name.", async () => {
    await reader.signIn("Grace Okafor", "/reviews/new");
    await wizard.begin(/^Quarterly guest review, Deny if nobody answers/);
    await page.getByRole("textbox", { name: "Name" }).fill("Wharf and yard");
    await page.getByRole("radio", { name: /^One or several groups/ }).click();
    await wizard.choose("Groups", "Wharf");
    await wizard.choose("Groups", "Yard");
    await expect(wizard.beside()).toContainText("3 guests in 2 groups", { timeout: 20_000 });
    await wizard.open(/^Who loses access if nobody answers/);
    await expect(wizard.lines("Who loses access if nobody answers")).toHaveText([
      /^Ada of Partner.*Wharf/,
    ]);
    await wizard.open(/^Denied, but would stay/);
    await expect(wizard.lines("Denied, but would stay")).toHaveText([
      /^Ben of Partner.*Wharf: The guest is a member through a nested group/,
      /^Cleo of Partner.*Yard: The group is synced from on-premises/,
    ]);
    await wizard.ask("They are reviewed all the same");
    await wizard.confirm();
    await wizard.closeOutcomes();
  });
  await test.step("Nobody answers. After the end Ada is out, Ben and Cleo are in.", async () => {
    await desk.letPass("P15D");
    expect(await membersOf(tenant, "Wharf")).toEqual(["Crane drivers"]);
    expect(await membersOf(tenant, "Crane drivers")).toEqual(["Ben of Partner"]);
    expect(await membersOf(tenant, "Yard")).toEqual(["Cleo of Partner"]);
  });
  await test.step("Who is left says why, and what would do it.", async () => {
    await desk.open(OF_THE_WHARF);
    await desk.openResults();
    await expect(page.getByText("2 denied: 1 lost access, 1 still has it.")).toBeVisible();
    await expect(desk.left()).toHaveText([
      /Ben of Partner.*through a nested group.*Not supported.*Take out of the inner group/,
    ]);
  });
  await test.step("Take Ben out of the inner group: the plan names it, and it works.", async () => {
    await reader.select("Ben of Partner");
    await page.getByRole("button", { name: "Remove from groups (1)" }).click();
    await expect(
      desk.dialog().getByRole("list", { name: "Who leaves which group" }).getByRole("listitem"),
    ).toHaveText(["Ben of Partner Crane drivers, which is inside Wharf"]);
    await desk.carryOut(/^Remove from group/, 1, "Denied in the quarter's review");
    expect(await membersOf(tenant, "Crane drivers")).toEqual([]);
    await expect(page.getByText("2 denied: 2 lost access.")).toBeVisible();
  });
  await test.step("Nobody can be taken out of a synchronised group from here: only the account is left to decide on.", async () => {
    await desk.open(OF_THE_YARD);
    await desk.openResults();
    await expect(desk.left()).toHaveText([
      /Cleo of Partner.*synced from on-premises.*Not supported.*Block or remove the guest/,
    ]);
    await reader.select("Cleo of Partner");
    await expect(page.getByRole("button", { name: "Remove from groups" })).toBeDisabled();
    await page
      .getByRole("toolbar", { name: "Act on the accounts" })
      .getByRole("button", { name: "Block" })
      .click();
    await reader.giveReason("Denied in the quarter's review");
    await reader.confirm(/^Block 1 guest$/);
    await reader.closeOutcomes();
    expect((await tenant.guestNamed("Cleo of Partner"))?.accountEnabled).toBe(false);
  });
  await test.step("The history has both, and what the reviews themselves came to.", async () => {
    await desk.record(1);
    await reader.openHistory();
    await expect(reader.entries()).toContainText([
      /Cleo of Partner.*Review result \(Denied\).*Still has access/,
      /Cleo of Partner.*Block sign-in.*Done/,
      /Ben of Partner.*Remove guest from group.*Denied in the quarter's review.*Done/,
    ]);
  });
});
