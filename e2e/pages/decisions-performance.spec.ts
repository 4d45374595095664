import { makeReviews } from "../support/reviews.ts";
import { withoutLongTasks } from "../support/tasks-during.ts";
import { expect, test } from "../support/test.ts";

const DECISIONS = 10_000;

test.use({ tenantWanted: { consents: "everything" }, trace: "off" });

test("Ten thousand decisions of one instance scroll, filter and sort without a long task", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(300_000);
  const lastSeen = ["2 days ago", "200 days ago", "never"];
  await tenant.addCrowd({ name: "Crowd", guestsEach: DECISIONS, lastSeen });
  const group = (await tenant.groups()).find(({ memberIds }) => memberIds.length === DECISIONS);
  const [review] = await makeReviews(reader, {
    name: "Everybody",
    groupId: group?.id ?? "",
    reviewerIds: [tenant.persona("Manuel Ortega").userId],
  });
  await reader.signIn("Grace Okafor", `/reviews/${review?.reviewId ?? ""}`);
  await expect(page.getByText("10,000 decisions.")).toBeVisible({ timeout: 120_000 });
  const reading = page.getByRole("progressbar", { name: "Reading the decisions" });
  await expect(reading).toHaveCount(0, { timeout: 60_000 });
  const rest = () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  await withoutLongTasks(page, {
    scroll: async () => {
      await reader.grid("Decisions").hover();
      for (let turn = 0; turn < 30; turn += 1) {
        await page.mouse.wheel(0, 1_200);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
    },
    search: async () => {
      const search = page.getByRole("searchbox", { name: "Search decisions" });
      await search.pressSequentially("guest 99", { delay: 80 });
      await expect(page.getByText(/ of 10,000 match\./)).toBeVisible();
      await search.fill("");
      await rest();
    },
    sort: async () => {
      for (const name of ["Recommended", "Last sign-in", "Guest"]) {
        await page.getByRole("columnheader", { name }).click();
        await rest();
      }
    },
    filter: async () => {
      await page.getByRole("combobox", { name: "Recommendation" }).click();
      await page.getByRole("option", { name: /^Deny/ }).click();
      await expect(page.getByText(/ of 10,000 match\./)).toBeVisible();
    },
  });
});
