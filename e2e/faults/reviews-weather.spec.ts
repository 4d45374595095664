import type { Fault } from "../../simulator/weather/weather.ts";
import type { Reader } from "../support/reader.ts";
import { makeReviews } from "../support/reviews.ts";
import { expect, test } from "../support/test.ts";

const READERS = /Ask for a directory role that may read access reviews: Global Reader, Security/;

test.describe("Who lacks the directory role is told which, and what works without", () => {
  test.use({ tenantWanted: { guests: 60, consents: "everything", reviews: true } });

  const refused: Fault = { kind: "forbidden", pathPrefix: "/identityGovernance/accessReviews" };
  for (const path of ["/reviews", "/reviews/coverage"]) {
    test(path, async ({ page, reader, tenant }) => {
      await tenant.weather({ faults: [refused] });
      await reader.signIn("Grace Okafor", path);
      await expect(page.getByText(/^Your directory roles do not let you read the/)).toBeVisible({
        timeout: 30_000,
      });
      await expect(page.getByText(READERS)).toBeVisible();
      await expect(page.getByText("Reviewers find theirs under My reviews.")).toBeVisible();
      await expect(page.getByRole("grid")).toHaveCount(0);
    });
  }

  test("one review that somebody else made", async ({ page, reader, tenant }) => {
    const [review] = await tenant.reviews();
    await reader.signIn("Ivan Petrov", `/reviews/${review?.id ?? ""}`);
    await expect(
      page.getByText("Your directory roles do not let you read this access review."),
    ).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(READERS)).toBeVisible();
    await page.getByRole("link", { name: "All reviews" }).click();
    await expect(reader.heading("Reviews")).toBeVisible();
  });

  test("one review without the licence", async ({ page, reader, tenant }) => {
    const [review] = await tenant.reviews();
    await tenant.licence("P1");
    await reader.signIn("Grace Okafor", `/reviews/${review?.id ?? ""}`);
    await expect(
      page.getByText(/has no licence for access reviews: this access review cannot be read/),
    ).toBeVisible({ timeout: 30_000 });
  });

  test("the coverage map of somebody who sees only their own reviews", async ({
    page,
    reader,
    tenant,
  }) => {
    // She made the reviews while she governed access; now she does something else.
    const { username } = tenant.persona("Grace Okafor");
    for (const role of ["Identity Governance Administrator", "User Administrator"])
      await tenant.withdrawRole(username, role);
    await reader.signIn("Grace Okafor", "/reviews/coverage");
    await expect(page.getByText("You do not see every review", { exact: true })).toBeVisible({
      timeout: 40_000,
    });
    await expect(page.getByText(/ask for one of the directory roles Global Reader/)).toBeVisible();
    await expect(page.getByText("No review asks about")).toHaveCount(0);
    await expect(page.getByRole("button", { name: /catch-all group/ })).toHaveCount(0);
  });
});

/** A group under review and sixty that are not, of two guests each; Gil is in none. */
async function mapOfMany(reader: Reader): Promise<void> {
  const { tenant } = reader;
  await tenant.addCrowd({ name: "Quokka", groups: 61, guestsEach: 2 });
  const group = (await tenant.groups()).find(({ displayName }) => displayName.startsWith("Quokka"));
  await makeReviews(reader, {
    name: "One of them",
    groupId: group?.id ?? "",
    reviewerIds: [tenant.persona("Manuel Ortega").userId],
  });
}

async function isRight(reader: Reader): Promise<void> {
  const link = (name: RegExp) => reader.page.getByRole("link", { name });
  await expect(link(/^Covered 2 /)).toBeVisible({ timeout: 60_000 });
  await expect(link(/^Not covered 121 /)).toBeVisible();
  await expect(link(/^Out of reach 1 /)).toBeVisible({ timeout: 40_000 });
  await expect(reader.page.getByText(/could not be read|did not answer/)).toHaveCount(0);
}

test.describe("The long reading of the coverage map comes to its end, and to the right numbers", () => {
  test.use({ tenantWanted: { consents: "everything" } });

  test("where Graph asks for patience in the middle, with the progress in sight", async ({
    page,
    reader,
    tenant,
  }) => {
    test.slow();
    await mapOfMany(reader);
    const patience = { kind: "throttled", method: "GET", retryAfterSeconds: 6 } as const;
    await tenant.weather({
      faults: [
        { ...patience, pathPrefix: "/groups/", after: 20, times: 30 },
        { ...patience, pathPrefix: "/directoryRoles", times: 2 },
      ],
    });
    await reader.signIn("Grace Okafor", "/history");
    await reader.goTo("Coverage");
    await expect(
      page.getByRole("progressbar", { name: "Reading who of the guests is in each group" }),
    ).toBeVisible({ timeout: 40_000 });
    await expect(
      page.getByText(/^Reading who of the guests is in each group: \d+ of \d+\./),
    ).toBeVisible();
    await isRight(reader);
  });

  test("where connections break", async ({ reader, tenant }) => {
    test.slow();
    await mapOfMany(reader);
    // The browser repeats a request by itself when a kept connection breaks: only each second cut reaches the page.
    await tenant.weather({
      faults: [
        { kind: "reset", pathPrefix: "/$batch", after: 1, times: 4 },
        { kind: "truncated", pathPrefix: "/groups", times: 1 },
      ],
    });
    await reader.signIn("Grace Okafor", "/reviews/coverage");
    await isRight(reader);
  });

  test("where the computer is without a network for a while", async ({ page, reader, tenant }) => {
    test.slow();
    await mapOfMany(reader);
    await tenant.weather({ latency: { perCallMs: 400 } });
    await reader.signIn("Grace Okafor", "/history");
    await reader.goTo("Coverage");
    await page.waitForRequest((request) => request.url().endsWith("/$batch"));
    await page.context().setOffline(true);
    await page.waitForTimeout(4_000);
    await expect(page.getByRole("progressbar").first()).toBeVisible();
    await page.context().setOffline(false);
    await isRight(reader);
  });
});
