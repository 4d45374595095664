import { NewReview } from "../../support/new-review.ts";
import { expect, test } from "../../support/test.ts";

const ADA = "Ada of Partner";
const BEN = "Ben of Partner";
const QUARTERLY = /^Quarterly guest review, Deny if nobody answers/;

test.use({ tenantWanted: { consents: "everything" } });

test("A quarterly review is made from its template, and is sent as it was shown", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  await tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  await tenant.addGuest({ name: BEN, lastSeen: "2 days ago" });
  const ivan = tenant.persona("Ivan Petrov").username;
  const [ada, ben] = [await tenant.guestNamed(ADA), await tenant.guestNamed(BEN)];
  const members = [ada?.id ?? "", ben?.id ?? ""];
  await tenant.addGroup({ name: "Quay", kind: "team", owners: [ivan], members });
  await tenant.addGroup({ name: "Harbour", kind: "microsoft-365", members: members.slice(0, 1) });
  await tenant.addGroup({ name: "Everybody outside", kind: "dynamic", members });
  const review = new NewReview(reader);
  let shown: unknown;

  await test.step("Begin with the quarterly template. Beside the form stands what it means.", async () => {
    await reader.signIn("Grace Okafor", "/reviews/new");
    await review.begin(QUARTERLY);
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue(
      "Quarterly guest access review",
    );
    await expect(review.beside()).toContainText(
      "The guests of every Microsoft 365 group, each group on its own.",
    );
    await expect(review.beside()).toContainText("Anyone without a decision loses this access.");
  });
  await test.step("The real groups are looked at: who is in scope, and who loses access if nobody answers.", async () => {
    await expect(review.beside()).toContainText("2 guests in 2 groups, 3 memberships to decide.", {
      timeout: 20_000,
    });
    await expect(review.beside()).toContainText("2 guests lose 3 memberships if nobody answers.");
    await review.open(/^Who loses access if nobody answers/);
    const losing = review.lines("Who loses access if nobody answers");
    await expect(losing.filter({ hasText: ADA })).toContainText(/Quay.*Harbour|Harbour.*Quay/);
    await expect(losing.filter({ hasText: BEN })).toContainText("Quay");
  });
  await test.step("Each group says whether a Deny will apply, and who is asked; a dynamic one is left out.", async () => {
    await review.open(/^Will it apply/);
    const groups = review.lines("Will it apply?");
    await expect(groups.filter({ hasText: "Quay" })).toContainText("owners are asked");
    await expect(groups.filter({ hasText: "Harbour" })).toContainText("nobody is asked");
    await review.open(/^Groups that it leaves out/);
    await expect(review.lines("Groups that it leaves out")).toContainText(["Everybody outside"]);
    await expect(review.beside()).toContainText("1 group has no owner and nobody stands in");
  });
  await test.step("Name somebody who stands in where there is no owner.", async () => {
    await review.next();
    await review.isAt("Reviewers");
    await review.choose("Fallback reviewers", "Uma Lindqvist");
    await expect(review.beside()).toContainText(
      "The owners of each group, or Uma Lindqvist where there is none.",
    );
    await expect(review.lines("Will it apply?").filter({ hasText: "Harbour" })).toContainText(
      "the fallback reviewers are asked",
    );
  });
  await test.step("Two standards are measured: it is what is usually advised, and not what CIS asks for.", async () => {
    await review.open(/^CIS 5\.3\.2/);
    await expect(review.beside().getByRole("list", { name: "CIS 5.3.2" })).toContainText(
      "Monthly or more often: every 3 months",
    );
    await expect(
      review.beside().getByRole("button", { name: /^The usual advice.*\(met\)$/ }),
    ).toBeVisible();
  });
  await test.step("Read the exact request, with the mark by which it will be found again.", async () => {
    await review.open(/^The exact request/);
    shown = await review.shownBody();
    expect(shown).toMatchObject({
      displayName: "Quarterly guest access review",
      descriptionForAdmins: expect.stringMatching(/\[guestlist [0-9a-f-]{36}\]$/),
      settings: { defaultDecision: "Deny", instanceDurationInDays: 14 },
    });
  });
  await test.step("Go on to the end and create it. The dialog says once more who would lose access.", async () => {
    await review.ask("Agreed for every quarter");
    await expect(review.dialog()).toContainText("2 guests lose 3 memberships if nobody answers.");
    expect(review.sent()).toEqual([]);
    await review.confirm();
    await expect(review.outcomes()).toContainText(["Done"], { timeout: 30_000 });
    await review.closeOutcomes();
  });
  await test.step("What was sent is word for word what was shown, and it was sent once.", async () => {
    expect(review.sent()).toEqual([shown]);
    const [made, ...others] = await tenant.reviews();
    expect(others).toEqual([]);
    expect(made?.name).toBe("Quarterly guest access review");
    expect(made?.instances.map(({ group }) => group).sort()).toEqual(["Harbour", "Quay"]);
  });
  await test.step("A link leads to the review.", async () => {
    await expect(reader.heading("Review created")).toBeVisible();
    const [made] = await tenant.reviews();
    await expect(page.getByRole("link", { name: "Quarterly guest access review" })).toHaveAttribute(
      "href",
      `/reviews/${made?.id ?? ""}`,
    );
  });
  await test.step("The history has what was intended and what came of it.", async () => {
    await reader.goTo("History");
    await expect(reader.entries()).toContainText([
      /Quarterly guest access review.*Create access review.*Agreed for every quarter.*Done/,
    ]);
  });
});
