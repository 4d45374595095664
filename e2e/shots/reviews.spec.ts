// Pictures of everything about access reviews, for people to look at.
import { expect, test } from "../support/test.ts";
import { Camera, SCREENS } from "./camera.ts";

test.use({
  tenantOptions: {
    ...{ displayName: "Harborline", guests: 1_200, seed: 7, consents: "everything", reviews: true },
  },
});

const TABS = ["decisions", "reviewers", "results", "instances", "settings"];
const STEPS = ["Scope", "Reviewers", "Schedule", "Consequence"];

for (const { screen, viewport, colorScheme } of SCREENS) {
  test.describe(`${screen}, ${colorScheme}`, () => {
    test.use({ viewport, colorScheme });

    test(`Pictures of reviews: ${screen}, ${colorScheme}`, async ({ page, reader }) => {
      test.setTimeout(400_000);
      const camera = new Camera(page, `${screen}-${colorScheme}`);
      await reader.signIn("Grace Okafor", "/reviews");
      await camera.rest();
      await camera.shoot("20-reviews");
      await page.getByRole("button", { name: "Calculate coverage" }).click();
      await expect(page.getByText(/covered by a running review$/)).toBeVisible({ timeout: 60_000 });
      await camera.shoot("21-reviews-coverage");

      for (const [name, picture] of [
        [/every quarter/, "22-running"],
        [/^Guests of .*, once/, "23-not-applied"],
      ] as const) {
        await camera.go("/reviews", "Reviews");
        // It comes late, and moves the list.
        await expect(page.getByText(/are not in the history yet$/)).toBeVisible();
        await page.getByRole("row", { name }).getByRole("gridcell").first().click();
        await expect(reader.heading(name)).toBeVisible();
        const path = new URL(page.url()).pathname;
        for (const tab of TABS) {
          await camera.go(`${path}?tab=${tab}`, name);
          await camera.shoot(`${picture}-${tab}`);
        }
      }

      for (const tab of ["guests", "partners", "groups"]) {
        await camera.go(`/reviews/coverage?tab=${tab}`, "Coverage");
        await expect(page.getByRole("grid")).toBeVisible({ timeout: 60_000 });
        await camera.shoot(`24-coverage-${tab}`);
      }
      await page.getByRole("button", { name: "Create a catch-all group" }).click();
      await expect(page.getByRole("dialog")).toContainText("Create the catch-all group");
      await camera.shoot("25-catch-all");

      await camera.go("/reviews/new", "New access review");
      await camera.shoot("26-templates");
      await page.getByRole("button", { name: /^Quarterly guest review/ }).click();
      for (const [index, step] of STEPS.entries()) {
        await expect(page.getByRole("heading", { level: 2, name: step })).toBeVisible();
        await camera.rest();
        await camera.shoot(`27-step-${index + 1}`);
        if (index < STEPS.length - 1) await page.getByRole("button", { name: "Next" }).click();
      }
      await page.getByRole("button", { name: "Create review" }).click();
      await camera.shoot("28-create");

      await camera.go("/reviews/mine", "My reviews");
      await expect(page.getByText(/undecided/).first()).toBeVisible({ timeout: 30_000 });
      await camera.shoot("29-mine");
      await page
        .getByRole("button", { name: /^Decide: / })
        .first()
        .click();
      await expect(reader.grid("Items")).toBeVisible({ timeout: 30_000 });
      await camera.rest();
      await camera.shoot("30-deciding");
      await reader.grid("Items").getByRole("row").nth(1).getByRole("gridcell").nth(1).click();
      await camera.rest();
      await camera.shoot("31-item");
    });
  });
}
