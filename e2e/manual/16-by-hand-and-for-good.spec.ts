import { asked, command, confirm } from "../support/one-review.ts";
import { makeReviews, reviewForManuel } from "../support/reviews.ts";
import { expect, test } from "../support/test.ts";

const GUESTS = { "Ada of Partner": "200 days ago", "Ben of Partner": "2 days ago" };

test.describe("With everything consented to", () => {
  test.use({ tenantWanted: { consents: "everything" } });

  test("A review that does not apply by itself waits for somebody who does", async ({
    page,
    reader,
    tenant,
  }) => {
    test.slow();
    const review = await reviewForManuel(reader, GUESTS, {
      settings: { autoApplyDecisionsEnabled: false },
    });
    await tenant.advance("P15D");
    await reader.signIn("Grace Okafor", `/reviews/${review.reviewId}?tab=results`);
    await test.step("It has ended, everybody was denied, and everybody has the access still.", async () => {
      await expect(page.getByText("2 denied: 0 lost the access, 2 still have it.")).toBeVisible({
        timeout: 20_000,
      });
      await expect(reader.grid("Not applied")).toContainText(
        "The review does not apply by itself, and nobody applied it",
      );
    });
    await test.step("Apply: it is listed who loses what, and then it is so.", async () => {
      await command(reader, "Instance", "Apply decisions").click();
      await expect(asked(reader).getByRole("list", { name: "Who loses access" })).toContainText(
        "Ada of Partner",
      );
      await confirm(reader, "Agreed with the owners", "Apply decisions");
      await tenant.advance("PT5M");
      await command(reader, "Review", "Refresh").click();
      await expect(page.getByText("2 denied: 2 lost the access.")).toBeVisible({ timeout: 30_000 });
    });
  });

  test("Who is blocked first and deleted then is named, with the day on which it happens", async ({
    page,
    reader,
    tenant,
  }) => {
    test.slow();
    const review = await reviewForManuel(reader, GUESTS, {
      settings: {
        applyActions: [{ "@odata.type": "#microsoft.graph.disableAndDeleteUserApplyAction" }],
      },
    });
    await reader.signIn("Grace Okafor", `/reviews/${review.reviewId}`);
    await test.step("What happens to the undecided is said before.", async () => {
      await expect(page.getByText("2 items are not decided.")).toContainText(
        "2 are blocked, then deleted.",
        { timeout: 20_000 },
      );
    });
    await test.step("After the end the guests are blocked, and the review stays Applying for 30 days.", async () => {
      await tenant.advance("P15D");
      await page.goto(`/reviews/${review.reviewId}?tab=results`);
      await page.getByRole("button", { name: "Sign in again" }).click({ timeout: 30_000 });
      await expect(page.getByText("2 guests are blocked and will be deleted")).toBeVisible({
        timeout: 20_000,
      });
      const doomed = page.getByRole("list", { name: "Who will be deleted" });
      await expect(doomed.getByRole("listitem")).toHaveCount(2);
      const ends = (await tenant.reviews())[0]?.instances[0]?.endsAt ?? "";
      const day = new Date(Date.parse(ends) + 30 * 86_400_000).toISOString().slice(0, 10);
      await expect(page.locator(`time[datetime^="${day}"]`).first()).toBeVisible();
      expect((await tenant.guestNamed("Ada of Partner"))?.accountEnabled).toBe(false);
    });
    await test.step("Then they are gone, and it is found so.", async () => {
      await tenant.advance("P31D");
      await page.goto(`/reviews/${review.reviewId}?tab=results`);
      await page.getByRole("button", { name: "Sign in again" }).click({ timeout: 30_000 });
      await expect(page.getByText("2 denied: 2 lost the access.")).toBeVisible({ timeout: 20_000 });
      expect(await tenant.deletedGuestNamed("Ada of Partner")).toBeDefined();
    });
  });

  test("A reviewer takes over what Entra recommends; nobody else may", async ({
    page,
    reader,
    tenant,
  }) => {
    test.slow();
    for (const [name, lastSeen] of Object.entries(GUESTS)) {
      await tenant.addGuest({ name, lastSeen, groups: ["Quay project"] });
    }
    const [group] = (await tenant.groups()).filter(
      ({ displayName }) => displayName === "Quay project",
    );
    const wanted = (name: string, reviewer: string) => ({
      name,
      groupId: group?.id ?? "",
      reviewerIds: [tenant.persona(reviewer).userId],
    });
    const [mine, other] = await makeReviews(
      reader,
      wanted("Asks Grace", "Grace Okafor"),
      wanted("Asks Manuel", "Manuel Ortega"),
    );
    await test.step("Grace governs reviews, but was not asked in this one.", async () => {
      await reader.signIn("Grace Okafor", `/reviews/${other?.reviewId ?? ""}`);
      const accept = command(reader, "Instance", "Accept recommendations");
      await expect(accept).toHaveAttribute("aria-disabled", "true", { timeout: 20_000 });
      await accept.hover();
      await expect(page.getByRole("tooltip")).toContainText("Only reviewers decide");
    });
    await test.step("In the one that asks her she sees what would be decided, and takes it over.", async () => {
      await page.goto(`/reviews/${mine?.reviewId ?? ""}`);
      await command(reader, "Instance", "Accept recommendations").click({ timeout: 20_000 });
      const list = asked(reader).getByRole("list", { name: "What is decided" });
      await expect(list.getByRole("listitem").filter({ hasText: "Ada" })).toContainText("Deny");
      await expect(list.getByRole("listitem").filter({ hasText: "Ben" })).toContainText("Approve");
      await confirm(reader, "Looked through the list", "Accept recommendations");
      await expect(page.getByText("Everything is decided.")).toBeVisible({ timeout: 20_000 });
    });
  });
});

test("Whoever has to consent first comes back to what was asked, with the reason that was written", async ({
  page,
  reader,
}) => {
  test.slow();
  const write = "AccessReview.ReadWrite.All";
  await reader.tenant.grantConsent(write);
  const review = await reviewForManuel(reader, GUESTS);
  await reader.tenant.withdrawConsent(write);
  await reader.signIn("Grace Okafor", `/reviews/${review.reviewId}`);
  await test.step("Reset asks for the permission before anything is sent.", async () => {
    await command(reader, "Instance", "Reset decisions").click({ timeout: 20_000 });
    await asked(reader).getByRole("textbox", { name: "Reason" }).fill("The owners have changed");
    await asked(reader).getByRole("button", { name: "Give permission" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
  });
  await test.step("Back again, the question is still open, and so is the reason.", async () => {
    await expect(asked(reader).getByRole("textbox", { name: "Reason" })).toHaveValue(
      "The owners have changed",
      { timeout: 30_000 },
    );
    await expect(asked(reader)).toContainText("0 decisions are taken back");
  });
});

test("Without the licence it is said which one, and by whom it is bought", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.licence("P1");
  await reader.signIn("Grace Okafor", "/reviews");
  await expect(page.getByText("This organization has no licence for access reviews")).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText("Microsoft Entra ID P2")).toBeVisible();
});
