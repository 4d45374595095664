import { makeReviews } from "../support/reviews.ts";
import { expect, test } from "../support/test.ts";

const PAGES = ["/reviews", "/reviews/coverage"];

test.describe("What cannot be read is said, with what to do about it", () => {
  test.use({ tenantWanted: { guests: 60, consents: "reading", reviews: true } });

  for (const path of PAGES) {
    test(`${path} without the permission`, async ({ page, reader, tenant }) => {
      await tenant.withdrawConsent("AccessReview.Read.All");
      await reader.signIn("Grace Okafor", path);
      await expect(page.getByText("Microsoft asks for your permission")).toBeVisible({
        timeout: 30_000,
      });
      await expect(page.getByRole("button", { name: "Give permission" })).toBeVisible();
      await expect(page.getByRole("grid")).toHaveCount(0);
    });

    test(`${path} without the licence`, async ({ page, reader, tenant }) => {
      await tenant.licence("P1");
      await reader.signIn("Grace Okafor", path);
      await expect(page.getByText(/has no licence for access reviews/)).toBeVisible({
        timeout: 30_000,
      });
      await expect(page.getByText(/Microsoft Entra ID P2/)).toBeVisible();
      await expect(page.getByRole("grid")).toHaveCount(0);
    });

    test(`${path} while Graph asks for patience`, async ({ page, reader, tenant }) => {
      await tenant.weather({
        faults: [
          {
            kind: "throttled",
            method: "GET",
            pathPrefix: "/identityGovernance",
            times: 2,
            retryAfterSeconds: 1,
          },
        ],
      });
      await reader.signIn("Grace Okafor", path);
      await expect(page.getByRole("grid").getByRole("row").nth(1)).toBeVisible({ timeout: 40_000 });
      await expect(page.getByText("did not answer")).toHaveCount(0);
    });
  }

  test("/reviews/mine without the licence", async ({ page, reader, tenant }) => {
    await tenant.licence("P1");
    await reader.signIn("Manuel Ortega", "/reviews/mine");
    await expect(page.getByText(/has no licence for access reviews/)).toBeVisible({
      timeout: 30_000,
    });
  });
});

test.describe("Decisions of which a page fails in the middle", () => {
  test.use({ tenantWanted: { consents: "everything" } });

  test("are said to be incomplete, and read to the end when tried again", async ({
    page,
    reader,
    tenant,
  }) => {
    test.slow();
    await tenant.addCrowd({ name: "Crowd", groups: 1, guestsEach: 250 });
    const crowd = (await tenant.groups()).find(({ memberIds }) => memberIds.length === 250);
    const { users } = await tenant.people();
    const manuel = users.find(({ displayName }) => displayName === "Manuel Ortega");
    const [review] = await makeReviews(reader, {
      name: "Crowd review",
      groupId: crowd?.id ?? "",
      reviewerIds: [manuel?.id ?? ""],
    });
    const path = `/reviews/${review?.reviewId ?? ""}`;
    await tenant.weather({
      faults: [
        {
          kind: "unavailable",
          method: "GET",
          pathPrefix: `/identityGovernance/accessReviews/definitions/${review?.reviewId ?? ""}/instances/${review?.instanceId ?? ""}/decisions`,
          after: 2,
          retryAfterSeconds: 1,
        },
      ],
    });
    await reader.signIn("Grace Okafor", path);
    await expect(page.getByText(/What is shown is not complete/)).toBeVisible({ timeout: 60_000 });
    await tenant.weather({ faults: [] });
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText(/What is shown is not complete/)).toHaveCount(0, {
      timeout: 30_000,
    });
    await expect(page.getByText(/250 of 250|of 250/).first()).toBeVisible();
  });
});
