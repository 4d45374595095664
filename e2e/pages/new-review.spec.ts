import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import { NewReview } from "../support/new-review.ts";
import { noBarriers } from "../support/no-barriers.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

async function quay(tenant: SimulatedTenant): Promise<void> {
  const ada = await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await tenant.addGroup({ name: "Quay", kind: "team", members: [ada.id] });
}

/** Nothing of any step stands beside a narrow screen, folded or not. */
async function throughTheStepsOnAPhone(review: NewReview): Promise<void> {
  const { page } = review;
  const toggle = page.getByRole("button", { name: /^Summary and checks/ });
  const checks = page.getByRole("heading", { name: "Before it is created" });
  await expect(toggle).toContainText("1 guest would lose access");
  await expect(checks).toBeHidden();
  await toggle.click();
  await expect(checks).toBeVisible();
  await review.open(/^The exact request/);
  for (const step of ["Scope", "Reviewers", "Schedule", "Consequence"] as const) {
    await review.goTo(step);
    const main = page.getByRole("main");
    expect(await main.evaluate((shown) => shown.scrollWidth - shown.clientWidth), step).toBe(0);
  }
}

test("A new review has no barrier, and on a phone its steps stand in one column", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(180_000);
  await quay(tenant);
  const review = new NewReview(reader);
  await reader.signIn("Grace Okafor", "/reviews/new");
  await noBarriers(page, "the templates");
  await review.begin(/^Partner offboarding/);
  await review.next();
  await expect(page.getByText("Choose at least one group.")).toBeVisible();
  await noBarriers(page, "a step with a mistake");
  await review.choose("Groups", "Quay");
  for (const part of [/^Will it apply/, /^CIS/, /^The exact request/]) await review.open(part);
  await noBarriers(page, "what stands beside it, opened");
  await review.next();
  await review.choose("Reviewers", "Uma Lindqvist");
  await page.getByRole("button", { name: "Add a stage" }).click();
  await noBarriers(page, "two stages");
  await page.getByRole("button", { name: "Remove the second stage" }).click();
  await review.goTo("Schedule");
  await noBarriers(page, "the schedule");
  await test.step("On a phone, what the steps mean is folded above them.", async () => {
    const desk = page.viewportSize();
    await page.setViewportSize({ width: 320, height: 700 });
    await throughTheStepsOnAPhone(review);
    if (desk !== null) await page.setViewportSize(desk);
  });
  await review.ask("The contract has ended");
  await noBarriers(page, "the request that is asked about");
  await review.confirm();
  await review.closeOutcomes();
  await expect(reader.heading("Review created")).toBeVisible();
  await noBarriers(page, "what was created");
});

test("A review can be created by keyboard alone", async ({ page, reader, tenant }) => {
  test.slow();
  await quay(tenant);
  const review = new NewReview(reader);
  const { keyboard } = page;
  const tabTo = async (name: string | RegExp, role: "button" | "combobox" | "textbox") => {
    const target = page.getByRole(role, { name });
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press("Tab");
    }
    throw new Error(`Tab does not lead to ${String(name)}`);
  };
  await reader.signIn("Grace Okafor", "/reviews/new");
  await test.step("Choose a template. Next without groups leads to the field that is wrong.", async () => {
    await tabTo(/^Partner offboarding/, "button");
    await keyboard.press("Enter");
    await review.isAt("Scope");
    await tabTo("Next", "button");
    await keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: "Groups" })).toBeFocused();
  });
  await test.step("Type a name, arrow down, Enter. Escape closes the list.", async () => {
    await keyboard.type("Qu");
    await expect(page.getByRole("option", { name: "Quay" })).toBeVisible();
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await expect(review.beside()).toContainText("The guests of Quay.");
    await keyboard.press("Escape");
  });
  await test.step("Next: the focus is at the heading of the step.", async () => {
    await tabTo("Next", "button");
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 2, name: "Reviewers" })).toBeFocused();
    await tabTo("Reviewers", "combobox");
    await keyboard.type("Uma");
    await expect(page.getByRole("option", { name: "Uma Lindqvist" })).toBeVisible();
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await keyboard.press("Escape");
    for (const step of ["Schedule", "Consequence"] as const) {
      await tabTo("Next", "button");
      await keyboard.press("Enter");
      await review.isAt(step);
    }
  });
  await test.step("Create it, and close: the focus is on the page that says so.", async () => {
    await expect(review.createButton()).toBeEnabled({ timeout: 20_000 });
    await tabTo("Create review", "button");
    await keyboard.press("Enter");
    await expect(review.dialog()).toBeVisible();
    await tabTo("Reason", "textbox");
    await keyboard.type("The contract has ended");
    await review.dialog().getByRole("button", { name: "Create review" }).press("Enter");
    await review
      .dialog()
      .getByRole("button", { name: "Close" })
      .press("Enter", { timeout: 60_000 });
    await expect(reader.heading("Review created")).toBeVisible();
    expect(await tenant.reviews()).toHaveLength(1);
  });
});
