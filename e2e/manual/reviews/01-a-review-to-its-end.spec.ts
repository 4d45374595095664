import { NewReview } from "../../support/new-review.ts";
import { dialogOf, command, confirm, endAndApply, reviewRow } from "../../support/one-review.ts";
import { reviewForManuel } from "../../support/reviews.ts";
import { expect, test } from "../../support/test.ts";

const GUESTS = {
  "Ada of Partner": "200 days ago",
  "Ben of Partner": "2 days ago",
  "Cleo of Partner": "never",
};

test.describe("With everything consented to", () => {
  test.use({ tenantOptions: { consents: "everything" } });

  test("A review from its list to its end: what runs, who loses access, whether it was applied, and the copy in the history", async ({
    page,
    reader,
    tenant,
  }) => {
    test.slow();
    await reviewForManuel(reader, GUESTS);
    await test.step("Reviews lists what is held, how far it is and what happens if nobody answers.", async () => {
      await reader.signIn("Grace Okafor", "/reviews");
      const row = reviewRow(reader, "Quarterly guest review");
      await expect(row).toContainText("In progress", { timeout: 20_000 });
      await expect(row).toContainText("Guests in Quay project");
      await expect(row).toContainText("Manuel Ortega");
      await expect(row).toContainText("Once");
      await expect(row).toContainText("Deny, auto-apply");
      await expect(row).toContainText("0 of 3");
    });
    await test.step("A search that finds nothing says so, and is taken back.", async () => {
      await page.getByRole("searchbox", { name: "Search reviews" }).fill("harbour");
      await expect(page.getByText("No reviews match")).toBeVisible();
      await page.getByRole("button", { name: "Clear the filters" }).click();
      await expect(reviewRow(reader, "Quarterly guest review")).toBeVisible();
    });
    await test.step("Open it: every decision, and what happens to the undecided.", async () => {
      await reviewRow(reader, "Quarterly guest review").getByRole("gridcell").first().click();
      await expect(reader.heading("Quarterly guest review")).toBeVisible();
      await expect(page.getByText("3 items are not decided.")).toContainText(
        "If nobody decides until the end: 3 are denied.",
      );
      await expect(reader.grid("Decisions").getByRole("row")).toHaveCount(4);
    });
    await test.step("Search and filters stand in the address: reload, and it is the same.", async () => {
      await page.getByRole("searchbox", { name: "Search decisions" }).fill("Ada");
      await expect(page.getByText("1 of 3 decisions.")).toBeVisible();
      await page.reload();
      await expect(page.getByText("1 of 3 decisions.")).toBeVisible({ timeout: 20_000 });
      await page.getByRole("searchbox", { name: "Search decisions" }).fill("");
      await expect(page.getByText("3 of 3 decisions.")).toBeVisible();
    });
    await test.step("One decision has all that is known of the guest beside it.", async () => {
      await reader
        .grid("Decisions")
        .getByRole("gridcell", { name: "Ada of Partner", exact: true })
        .click();
      const panel = page.getByRole("dialog", { name: "Decision" });
      await expect(panel).toContainText("Last signed in 200 days ago", { timeout: 20_000 });
      await expect(panel).toContainText("RecommendationDeny");
      await expect(panel).toContainText("Quay project");
      await panel.getByRole("button", { name: "Close" }).click();
      await expect(panel).toBeHidden();
    });
    await test.step("Who was asked, and how much each has decided.", async () => {
      await page.getByRole("tab", { name: "Reviewers" }).click();
      await expect(reader.grid("Reviewers")).toContainText("Manuel Ortega");
    });
    await test.step("Before it ends nothing is applied.", async () => {
      await page.getByRole("tab", { name: "Results applied?" }).click();
      await expect(page.getByText("This instance hasn't ended")).toBeVisible();
    });
    await test.step("End it now: who loses access is listed before anything is sent.", async () => {
      await command(reader, "Instance", "End now").click();
      const losing = dialogOf(reader).getByRole("list", { name: "Who loses access" });
      await expect(losing.getByRole("listitem")).toHaveCount(3);
      await expect(losing).toContainText("Nobody decided");
      await dialogOf(reader).getByRole("button", { name: "Cancel" }).click();
      await endAndApply(reader);
    });
    await test.step("Each Deny is compared with who is in the group, and the directory agrees.", async () => {
      await expect(page.getByText("3 denied: 3 lost access.")).toBeVisible();
      const group = (await tenant.groups()).find(
        ({ displayName }) => displayName === "Quay project",
      );
      expect(group?.memberIds).toEqual([]);
    });
    await test.step("Record the results: the history has them for good.", async () => {
      await expect(page.getByText("0 of 3 results are in the history")).toBeVisible();
      await page.getByRole("button", { name: "Save results" }).click();
      await expect(page.getByText("All 3 results are in the history")).toBeVisible();
      await page.getByRole("link", { name: "Show them in the history" }).click();
      await expect(reader.heading("History")).toBeVisible();
      await expect(reader.entries()).toHaveCount(3);
      await expect(reader.entries().first()).toContainText("Review result");
    });
  });

  test("Who may not says so before the click", async ({ page, reader }) => {
    test.slow();
    const review = await reviewForManuel(reader, GUESTS);
    await test.step("Rhea reads everything and changes nothing.", async () => {
      await reader.signIn("Rhea Castellanos", `/reviews/${review.reviewId}`);
      await expect(reader.heading("Quarterly guest review")).toBeVisible({ timeout: 20_000 });
      const stop = command(reader, "Review", "Stop the series");
      await expect(stop).toHaveAttribute("aria-disabled", "true");
      await stop.hover();
      await expect(page.getByRole("tooltip")).toContainText(
        "You have read-only access. To act, you need the app role Governance.Operator.",
      );
      await expect(command(reader, "Review", "Edit future instances")).toHaveAttribute(
        "aria-disabled",
        "true",
      );
    });
    await test.step("She may prepare one: she sees the forms and what they would do. Neither creating nor saving a template is hers.", async () => {
      const wizard = new NewReview(reader);
      await page.goto("/reviews/new?template=quarterly-deny");
      await expect(page.getByText("You can prepare this review but not create it")).toBeVisible();
      await expect(wizard.beside()).toContainText("No guest is in scope today.");
      await wizard.goTo("Consequence");
      await expect(wizard.createButton()).toBeDisabled();
      await expect(wizard.createButton()).toHaveAccessibleDescription(
        /^You have read-only access\. To act, you need the app role Governance.Operator/,
      );
      await expect(page.getByRole("button", { name: "Save as template" })).toBeDisabled();
    });
  });
});

test.describe("In an organization with reviews", () => {
  test.use({ tenantOptions: { guests: 120, reviews: true, consents: "everything" } });

  test("Later instances are changed, and only those", async ({ page, reader, tenant }) => {
    test.slow();
    await reader.signIn("Grace Okafor", "/reviews");
    await reviewRow(reader, "every quarter").getByRole("gridcell").first().click();
    await test.step("Many instances run at once: they are listed first, each with how much is decided.", async () => {
      await expect(reader.grid("Instances").getByRole("row").nth(1)).toContainText("In progress", {
        timeout: 20_000,
      });
    });
    await test.step("A rule that is broken is said at its field, and nothing can be sent.", async () => {
      await command(reader, "Review", "Edit future instances").click();
      await dialogOf(reader).getByLabel("Length of an instance").fill("100");
      await expect(dialogOf(reader)).toContainText("An instance may last at most");
      await expect(dialogOf(reader).getByRole("button", { name: "Change review" })).toHaveAttribute(
        "aria-disabled",
        "true",
      );
    });
    await test.step("What changes is shown beside what it was.", async () => {
      await dialogOf(reader).getByLabel("Length of an instance").fill("7");
      await dialogOf(reader).getByLabel("Send a reminder halfway through").uncheck();
      const changes = dialogOf(reader).getByRole("list", { name: "What changes" });
      await expect(changes).toContainText("14 days → 7 days");
      await expect(changes).toContainText("Reminders on → off");
      await confirm(reader, "Two weeks were too long", "Change review");
    });
    await test.step("The settings are the new ones; the instances that run end when they were to.", async () => {
      await page.getByRole("tab", { name: "Settings" }).click();
      await expect(page.getByRole("region", { name: "Schedule" })).toContainText("Duration7 days");
      const kinds = (await tenant.effects()).map(({ kind }) => kind);
      expect(kinds).toEqual(["review-updated"]);
      const changed = (await tenant.reviews()).find(({ name }) => name.endsWith("every quarter"));
      expect(changed?.definition.settings).toMatchObject({ reminderNotificationsEnabled: false });
    });
    await test.step("CIS and the usual advice do not agree, and it is said what each asks for.", async () => {
      await expect(page.getByRole("region", { name: "CIS 5.3.2" })).toContainText(
        "Monthly or more often: every 3 months",
      );
      await expect(page.getByRole("region", { name: /usual advice/ })).toContainText("Meets all");
    });
  });
});
