import { fits } from "../support/no-barriers.ts";
import { smallTargets } from "../support/small-targets.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { consents: "everything" }, motion: true });

const PLACES = ["Overview", "Guests", "Invitations", "Deleted", "History", "Settings"];

test("A person who closes the plan dialog is back at its button, and the page is there for everybody", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: "Dan of Partner", state: "pending", invitedDaysAgo: 40 });
  // On this page nothing but the dialog uses Fluent's focus keeper, which once left the page hidden behind it.
  await reader.signIn("Grace Okafor", "/invitations");
  await reader.select("Dan of Partner");
  const keep = reader.operation("Keep");
  await test.step("Open a decision by keyboard and give it up.", async () => {
    await keep.focus();
    await page.keyboard.press("Enter");
    await expect(reader.dialog()).toBeVisible();
    await reader.dialog().getByRole("button", { name: "Cancel" }).press("Enter");
    await expect(reader.dialog()).toHaveCount(0);
    await expect(keep).toBeFocused();
  });
  await test.step("Carry one out: the focus goes to the outcomes, and back to the button.", async () => {
    await page.keyboard.press("Enter");
    await reader.giveReason("Still needed");
    await reader.dialog().getByRole("button", { name: "Keep 1 guest" }).press("Enter");
    await expect(reader.dialog().getByRole("list", { name: "Outcomes" })).toBeFocused();
    await reader.dialog().getByRole("button", { name: "Close" }).press("Enter");
    await expect(reader.dialog()).toHaveCount(0);
    await expect(keep).toBeFocused();
  });
  await test.step("Nothing of the page stays hidden from screen readers.", async () => {
    await reader.goTo("History");
    await expect(reader.entries()).toHaveCount(1);
  });
});

test.describe("On a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("every page fits the width of a phone, and the navigation opens", async ({
    page,
    reader,
    tenant,
  }) => {
    test.setTimeout(120_000);
    await tenant.addGuest({
      name: "Ada Wilhelmina Constantinopoulou-Featherstonehaugh of Partner",
      mail: "ada.wilhelmina.constantinopoulou-featherstonehaugh@partner.example",
      lastSeen: "200 days ago",
    });
    await tenant.addGuest({ name: "Dan of Partner", state: "pending", invitedDaysAgo: 40 });
    const gone = await tenant.addGuest({ name: "Eve of Partner" });
    await tenant.change(gone, { deleted: true });
    await page.goto("/");
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
    await fits(page, "Sign in");
    await reader.signIn("Grace Okafor", "/guests");
    await test.step("Decide something, so that the history has an entry.", async () => {
      await reader.select("Dan of Partner");
      await reader.decide("Keep", "Still needed for the quay project");
      await expect(reader.guestsInPlan()).toHaveCount(1);
      await fits(page, "The dialog");
      await reader.confirm(/^Keep 1 guest$/);
      await reader.closeOutcomes();
    });
    for (const place of PLACES) {
      await test.step(`Open the navigation, go to ${place}: nothing stands beside the screen.`, async () => {
        await expect(page.getByRole("navigation", { name: "Guestlist" })).toBeHidden();
        await page.getByRole("button", { name: "Navigation", exact: true }).click();
        await page
          .getByRole("navigation", { name: "Guestlist" })
          .getByRole("link", { name: place, exact: true })
          .click();
        await expect(reader.heading(place)).toBeVisible();
        await expect(page.getByRole("progressbar")).toHaveCount(0, { timeout: 20_000 });
        await fits(page, place);
      });
    }
    await test.step("On the narrowest screen no list scrolls sideways, and a finger finds its buttons.", async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      for (const place of ["guests", "invitations", "deleted"]) {
        await page.goto(`/${place}`);
        const grid = page.getByRole("grid");
        await expect(grid.getByRole("gridcell", { name: / of Partner$/ }).first()).toBeVisible();
        const beside = () =>
          grid.evaluate(({ parentElement: scroller }) =>
            scroller === null ? NaN : scroller.scrollWidth - scroller.clientWidth,
          );
        expect(await beside(), place).toBe(0);
        expect(await smallTargets(page), place).toEqual([]);
        await fits(page, `${place} at 320 pixels`);
      }
    });
  });
});
