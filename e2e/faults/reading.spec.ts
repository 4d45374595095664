import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import { expect, test } from "../support/test.ts";

// More than one page of guests, so that there is a link to follow.
test.use({ tenantOptions: { guests: 1_050, consents: "everything" } });

/** How many Guestlist lists: guests, and members who came by invitation. */
async function listed(tenant: SimulatedTenant): Promise<string> {
  const { users } = await tenant.people();
  const guests = users.filter(({ userType }) => userType === "Guest").length;
  const members = users.filter(
    ({ userType, creationType }) => userType !== "Guest" && creationType === "Invitation",
  ).length;
  const text = `${guests.toLocaleString("en")} guests`;
  if (members === 0) return `${text}.`;
  return `${text} and ${members} external ${members === 1 ? "member" : "members"}.`;
}

test("A list that cannot be read to its end says so, and refuses acts in bulk", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.conditions({ faults: [{ kind: "expired-page-token", pathPrefix: "/users" }] });
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("The page says that the list may be incomplete.", async () => {
    await expect(
      page.getByText("The list may be incomplete, so bulk operations aren't available."),
    ).toBeVisible({ timeout: 30_000 });
  });
  const pending = page.getByRole("button", { name: /^Pending \(/ });
  await test.step("Select all who are pending and choose Block: no guest can be in the plan.", async () => {
    await pending.click();
    await reader.selectAll();
    await reader.operation("Block").click();
    await expect(reader.dialog()).toContainText("None of the selected guests can be blocked.", {
      timeout: 20_000,
    });
    await expect(reader.dialog()).toContainText(
      "The list is not read to the end, so only one at a time",
    );
    await expect(reader.dialog().getByRole("button", { name: /^Block/ })).toHaveCount(0);
    await reader.confirm(/^Cancel$/);
    expect(await tenant.effects()).toEqual([]);
  });
  await test.step("Try again while Graph throttles without a Retry-After that the browser may see.", async () => {
    await tenant.conditions({
      retryAfter: "hidden-by-cors",
      faults: [{ kind: "throttled", method: "GET", pathPrefix: "/users", times: 1 }],
    });
    await pending.click();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("The list may be incomplete")).toHaveCount(0, {
      timeout: 20_000,
    });
    await expect(page.getByText(await listed(tenant))).toBeVisible({ timeout: 30_000 });
    // The whole of the reading is over: there is no line about it any more.
    await expect(page.getByRole("progressbar")).toHaveCount(0, { timeout: 30_000 });
  });
  await test.step("Now the same selection may be acted on in bulk.", async () => {
    await reader.operation("Keep").click();
    await expect(reader.guestsInPlan().first()).toBeVisible({ timeout: 20_000 });
    await expect(reader.dialog()).not.toContainText("not read to the end");
  });
});
