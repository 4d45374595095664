// Pictures of every page, for people to look at: GUESTLIST_SHOTS=folder npx playwright test --config e2e/playwright.config.ts
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

const folder = process.env.GUESTLIST_SHOTS ?? "test-results/shots";

test.use({
  tenantWanted: { displayName: "Harborline", guests: 1_200, seed: 7, consents: "everything" },
});

const SCREENS = [
  { name: "desk", width: 1440, height: 900 },
  { name: "phone", width: 390, height: 844 },
] as const;

for (const { name: screen, width, height } of SCREENS) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${screen}, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme });

      const shoot = async (page: Page, what: string) => {
        await page.mouse.move(0, 0);
        await page.screenshot({
          path: join(folder, `${what}-${screen}-${colorScheme}.png`),
          animations: "disabled",
        });
      };
      const go = async (page: Page, path: string, heading: string) => {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible({
          timeout: 30_000,
        });
        await expect(page.getByRole("progressbar")).toHaveCount(0, { timeout: 60_000 });
      };

      test(`Pictures: ${screen}, ${colorScheme}`, async ({ page, reader }) => {
        test.setTimeout(400_000);
        await page.goto("/");
        await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
        await shoot(page, "01-sign-in");
        await reader.signIn("Nora Whitfield").catch(() => undefined);
        await expect(reader.heading(/no role/)).toBeVisible();
        await shoot(page, "02-no-role");
        await page.getByRole("button", { name: "Use another account" }).click();
        await page.getByRole("button", { name: "Grace Okafor" }).click();
        await expect(reader.heading("Overview")).toBeVisible({ timeout: 30_000 });
        await go(page, "/", "Overview");
        await expect(page.getByRole("figure", { name: "Largest partners" })).toBeVisible();
        await expect(page.getByRole("figure", { name: "Largest partners" })).toContainText("Stale");
        await shoot(page, "03-overview");
        await go(page, "/guests", "Guests");
        await expect(page.getByText(/match\./)).toBeVisible();
        await expect(page.getByText("Pause")).toHaveCount(0);
        await shoot(page, "04-guests");
        // The picture of the README, docs/images/guests.png.
        await go(page, "/guests?sort=partner", "Guests");
        await expect(page.getByText(/match\./)).toBeVisible();
        await expect(page.getByText("Pause")).toHaveCount(0);
        await shoot(page, "15-readme");
        await page
          .getByRole("gridcell")
          .nth(screen === "desk" ? 12 : 4)
          .click();
        await expect(reader.panel()).toContainText("History of decisions");
        await expect(reader.panel().getByRole("progressbar")).toHaveCount(0);
        await shoot(page, "05-guest-panel");
        await go(page, "/guests?standing=stale", "Guests");
        for (const row of [2, 3, 4]) {
          await page.getByRole("row").nth(row).getByRole("checkbox").click();
        }
        await reader.decide("Block", "The quay project ended in spring");
        await expect(reader.decidedOn().first()).toBeVisible();
        await shoot(page, "06-decision");
        await reader.confirm(/^Block \d guests?$/);
        await expect(reader.dialog().getByRole("button", { name: "Close" })).toBeVisible({
          timeout: 60_000,
        });
        await shoot(page, "07-outcomes");
        await reader.closeOutcomes();
        await go(page, "/invitations", "Invitations");
        await expect(page.getByText("guests have not accepted")).toBeVisible();
        await expect(page.getByText("Pause")).toHaveCount(0);
        await shoot(page, "08-invitations");
        await page.getByRole("row").nth(1).getByRole("checkbox").click();
        await reader.carryOut("Remove", 1, "Invited by mistake");
        await go(page, "/deleted", "Deleted");
        await expect(page.getByRole("grid")).toBeVisible();
        await shoot(page, "09-deleted");
        await go(page, "/history", "History");
        await expect(reader.entries().first()).toBeVisible();
        await shoot(page, "10-history");
        await reader.entries().nth(1).getByRole("button").click();
        await expect(page.getByRole("dialog")).toContainText("Known at that moment");
        await shoot(page, "11-history-entry");
        await go(page, "/settings", "Settings");
        await expect(page.getByRole("radiogroup", { name: "Theme" })).toBeVisible();
        await shoot(page, "12-settings");
        await page.getByRole("radiogroup", { name: "Theme" }).scrollIntoViewIfNeeded();
        await shoot(page, "13-settings-below");
        if (screen === "phone") {
          await page.getByRole("button", { name: "Navigation", exact: true }).click();
          await shoot(page, "14-navigation");
        }
      });
    });
  }
}
