import { items, makeReviews } from "../support/reviews.ts";
import { withoutLongTasks } from "../support/tasks-during.ts";
import { expect, test } from "../support/test.ts";

const ITEMS = 10_000;

test.use({ tenantWanted: { guests: ITEMS, consents: "everything" }, trace: "off" });

test("Ten thousand items of one instance scroll, filter and are decided without a long task", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(300_000);
  const { users } = await tenant.people();
  const guests = users.filter(({ userType }) => userType === "Guest").slice(0, ITEMS);
  const group = await tenant.addGroup({ name: "Everybody", members: guests.map(({ id }) => id) });
  const [review] = await makeReviews(reader, {
    name: "Everybody",
    groupId: group.id,
    reviewerIds: [tenant.persona("Manuel Ortega").userId],
  });
  await reader.signIn("Manuel Ortega", review?.path ?? "");
  await expect(page.getByText("10,000 items", { exact: true })).toBeVisible({ timeout: 120_000 });
  await expect(
    items(reader)
      .getByText(/^(Stale|Active)$/)
      .first(),
  ).toBeVisible({ timeout: 60_000 });
  const rest = () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  await withoutLongTasks(page, {
    scroll: async () => {
      await items(reader).hover();
      for (let turn = 0; turn < 30; turn += 1) {
        await page.mouse.wheel(0, 1_200);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
    },
    search: async () => {
      const search = page.getByRole("searchbox", { name: "Search items" });
      await search.pressSequentially("anders", { delay: 80 });
      await rest();
      await search.fill("");
      await rest();
    },
    sort: async () => {
      for (const name of ["Recommendation", "Last successful sign-in", "Guest"]) {
        await page.getByRole("columnheader", { name }).click();
        await rest();
      }
    },
    decide: async () => {
      await items(reader).getByRole("row").nth(3).getByRole("gridcell").nth(1).click();
      for (let turn = 0; turn < 20; turn += 1) await page.keyboard.press("d");
      await expect(page.getByText("20 answers sent")).toBeVisible({ timeout: 30_000 });
    },
  });
});
