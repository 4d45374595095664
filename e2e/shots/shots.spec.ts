// Pictures of every page, for people to look at: GUESTLIST_SHOTS=folder npx playwright test --config e2e/playwright.config.ts
import { expect, test } from "../support/test.ts";
import { Camera, SCREENS } from "./camera.ts";

test.use({
  tenantOptions: { displayName: "Harborline", guests: 1_200, seed: 7, consents: "everything" },
});

for (const { screen, viewport, colorScheme } of SCREENS) {
  test.describe(`${screen}, ${colorScheme}`, () => {
    test.use({ viewport, colorScheme });

    test(`Pictures: ${screen}, ${colorScheme}`, async ({ page, reader }) => {
      const camera = new Camera(page, `${screen}-${colorScheme}`);
      test.setTimeout(400_000);
      await page.goto("/");
      await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
      await camera.shoot("01-sign-in");
      await reader.signIn("Nora Whitfield").catch(() => undefined);
      await expect(reader.heading(/no role/)).toBeVisible();
      await camera.shoot("02-no-role");
      await page.getByRole("button", { name: "Use another account" }).click();
      await page.getByRole("button", { name: "Grace Okafor" }).click();
      await expect(reader.heading("Overview")).toBeVisible({ timeout: 30_000 });
      await camera.go("/", "Overview");
      await expect(page.getByRole("figure", { name: "Largest partners" })).toBeVisible();
      await expect(page.getByRole("figure", { name: "Largest partners" })).toContainText("Stale");
      await camera.shoot("03-overview");
      await camera.go("/guests", "Guests");
      await expect(page.getByText(/^[\d,]+ guests( and .* members?)?\.$/)).toBeVisible();
      await expect(page.getByText("Pause")).toHaveCount(0);
      await camera.shoot("04-guests");
      // The picture of the README, docs/images/guests.png.
      await camera.go("/guests?sort=partner", "Guests");
      await expect(page.getByText(/^[\d,]+ guests( and .* members?)?\.$/)).toBeVisible();
      await expect(page.getByText("Pause")).toHaveCount(0);
      await camera.shoot("15-readme");
      await page
        .getByRole("gridcell")
        .nth(screen === "desk" ? 12 : 4)
        .click();
      await expect(reader.panel()).toContainText("History");
      await expect(reader.panel().getByRole("progressbar")).toHaveCount(0);
      await camera.shoot("05-guest-panel");
      await camera.go("/guests?standing=stale", "Guests");
      for (const row of [2, 3, 4]) {
        await page.getByRole("row").nth(row).getByRole("checkbox").click();
      }
      await reader.decide("Block", "The quay project ended in spring");
      await expect(reader.guestsInPlan().first()).toBeVisible();
      await camera.shoot("06-decision");
      await reader.confirm(/^Block \d guests?$/);
      await expect(reader.dialog().getByRole("button", { name: "Close" })).toBeVisible({
        timeout: 60_000,
      });
      await camera.shoot("07-outcomes");
      await reader.closeOutcomes();
      await camera.go("/invitations", "Invitations");
      await expect(page.getByText("guests haven't accepted")).toBeVisible();
      await expect(page.getByText("Pause")).toHaveCount(0);
      await camera.shoot("08-invitations");
      await page.getByRole("row").nth(1).getByRole("checkbox").click();
      await reader.carryOut("Remove", 1, "Invited by mistake");
      await camera.go("/deleted", "Deleted");
      await expect(page.getByRole("grid")).toBeVisible();
      await camera.shoot("09-deleted");
      await camera.go("/history", "History");
      await expect(reader.entries().first()).toBeVisible();
      await camera.shoot("10-history");
      await reader.entries().nth(1).getByRole("button").click();
      await expect(page.getByRole("dialog")).toContainText("Known at the time");
      await camera.shoot("11-history-entry");
      await camera.go("/history/integrity", "Integrity of the history");
      await page.getByRole("button", { name: "Sign a checkpoint now" }).click();
      await page.getByRole("button", { name: "Check now" }).click();
      await expect(page.getByText(/^(The history is intact|No change was found)/)).toBeVisible();
      await camera.shoot("16-integrity");
      await camera.go("/settings/erase", "Erase a person");
      await camera.shoot("17-erase");
      await camera.go("/settings", "Settings");
      await expect(page.getByRole("radiogroup", { name: "Theme" })).toBeVisible();
      await camera.shoot("12-settings");
      await page.getByRole("radiogroup", { name: "Theme" }).scrollIntoViewIfNeeded();
      await camera.shoot("13-settings-below");
      if (screen === "phone") {
        await page.getByRole("button", { name: "Navigation", exact: true }).click();
        await camera.shoot("14-navigation");
      }
    });
  });
}
