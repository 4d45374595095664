import type { Page } from "@playwright/test";
import type { Reader } from "../../support/reader.ts";
import { makeReviews, type MadeReview } from "../../support/reviews.ts";
import { expect, test } from "../../support/test.ts";

test.use({ tenantWanted: { consents: "everything" } });

const NAMES = ["Harbour", "Lighthouse", "Mole"] as const;
const ALL = "The results of 3 reviews are not in the history yet";

/** Three reviews that have ended and are applied: of one, two and three guests. */
async function threeEnded(reader: Reader): Promise<readonly MadeReview[]> {
  const { tenant } = reader;
  const reviewerIds = [tenant.persona("Manuel Ortega").userId];
  const groups = await Promise.all(
    NAMES.map(async (name, index) => {
      const guests = await Promise.all(
        Array.from({ length: index + 1 }, (_, place) =>
          tenant.addGuest({ name: `Guest ${place + 1} of ${name}` }),
        ),
      );
      return tenant.addGroup({
        name: `${name} project`,
        kind: "microsoft-365",
        members: guests.map(({ id }) => id),
      });
    }),
  );
  const made = await makeReviews(
    reader,
    ...groups.map(({ id }, index) => ({
      ...{ name: `${NAMES[index] ?? ""} review`, groupId: id, reviewerIds, days: 1 },
    })),
  );
  await tenant.advance("P3D");
  return made;
}

const notice = (page: Page, title: string | RegExp) =>
  page.getByRole("status").filter({ hasText: title });

/** The history has one result for each of the six guests. */
async function eachOnce(reader: Reader): Promise<void> {
  await reader.page.goto("/history?kind=review-result");
  await expect(reader.entries()).toHaveCount(6, { timeout: 20_000 });
  for (const [index, name] of NAMES.entries()) {
    for (let place = 1; place <= index + 1; place += 1) {
      const guest = `Guest ${place} of ${name}`;
      await expect(reader.entries().filter({ hasText: guest })).toHaveCount(1);
    }
  }
}

test("Every ended review is recorded at once; one that fails is named, and tried again", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const [, lighthouse] = await threeEnded(reader);
  if (lighthouse === undefined) throw new Error("No reviews were made");
  const { reviewId, instanceId } = lighthouse;
  await test.step("Rhea sees what is missing, and why she cannot record it.", async () => {
    const rhea = await reader.colleague();
    await rhea.signIn("Rhea Castellanos", "/reviews");
    await expect(notice(rhea.page, ALL)).toBeVisible({ timeout: 20_000 });
    const record = rhea.page.getByRole("button", { name: "Record all 3 instances" });
    await expect(record).toHaveAttribute("aria-disabled", "true");
    await record.hover();
    await expect(rhea.page.getByRole("tooltip")).toContainText("Governance.Operator");
    await rhea.leave();
  });
  await test.step("The list names what is not in the history.", async () => {
    const decisions = `/identityGovernance/accessReviews/definitions/${reviewId}/instances/${instanceId}/decisions`;
    await tenant.weather({
      faults: [{ kind: "forbidden", method: "GET", pathPrefix: decisions }],
    });
    await reader.signIn("Grace Okafor", "/reviews");
    await expect(notice(page, ALL)).toContainText("Lighthouse review", { timeout: 20_000 });
  });
  await test.step("Record all: what can be read is recorded, the rest is named with the reason.", async () => {
    await page.getByRole("button", { name: "Record all 3 instances" }).click();
    const ended = notice(page, "2 of 3 instances recorded");
    await expect(ended).toContainText("4 results were written", { timeout: 60_000 });
    const left = page.getByRole("list", { name: "Not recorded" }).getByRole("listitem");
    await expect(left).toHaveText([/^Lighthouse review.*Your directory roles do not let you/]);
    await expect(page.getByRole("button", { name: "Try again" })).toBeFocused();
  });
  await test.step("When it can be read, try again: only what is missing is recorded.", async () => {
    await tenant.weather({ faults: [] });
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(notice(page, "The instance is recorded")).toContainText("2 results were written", {
      timeout: 30_000,
    });
    await page.getByRole("button", { name: "Close" }).click();
    await expect(notice(page, "recorded")).toHaveCount(0);
    await page.reload();
    await expect(reader.grid("Access reviews")).toContainText("Mole review", { timeout: 20_000 });
    await expect(page.getByText("not in the history yet")).toHaveCount(0);
  });
  await test.step("The history holds each once.", async () => {
    await eachOnce(reader);
  });
});
