import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import { NewReview } from "../support/new-review.ts";
import type { Reader } from "../support/reader.ts";
import { secondTab } from "../support/second-tab.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

const DEFINITIONS = "/identityGovernance/accessReviews/definitions";
/** Longer than the tab lives: what Graph puts off is never sent again by it. */
const LATER = { retryAfterSeconds: 300 } as const;

/** What was done, of one kind: each of its targets once. */
async function doneOnce(tenant: SimulatedTenant, kind: string): Promise<number> {
  const targets = (await tenant.effects())
    .filter((effect) => effect.kind === kind)
    .map(({ targetId, path }) => `${targetId} ${path}`);
  expect(new Set(targets).size, `${kind} twice`).toBe(targets.length);
  return targets.length;
}

/** Asks what became of it while the closed tab may still be at it: nothing is said, and nothing is sent. */
async function resolveTooEarly(again: Reader): Promise<void> {
  const before = (await again.tenant.effects()).length;
  await expect(again.page.getByText(/^\d+ operations? (has|have) no known outcome$/)).toBeVisible({
    timeout: 20_000,
  });
  await again.page.getByRole("button", { name: "Check outcomes now" }).click();
  await expect(again.page.getByText(/not checked: a tab may still be/).first()).toBeVisible({
    timeout: 20_000,
  });
  expect(await again.tenant.effects()).toHaveLength(before);
}

test("A tab closed while three reviews are created leaves each of them once, or not at all", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const owners = [tenant.persona("Uma Lindqvist").username];
  const groups = ["Quay", "Wharf", "Yard"];
  for (const name of groups) {
    const ada = await tenant.addGuest({ name: `Guest of ${name}`, lastSeen: "200 days ago" });
    await tenant.addGroup({ name, kind: "team", owners, members: [ada.id] });
  }
  const wizard = new NewReview(reader);
  const made = async () => (await tenant.reviews()).map(({ name }) => name).sort();
  await test.step("Of three requests one is answered, one answer is lost, one is put off. Close the tab.", async () => {
    await tenant.conditions({
      faults: [
        {
          kind: "gateway-timeout-after-accept",
          method: "POST",
          pathPrefix: DEFINITIONS,
          after: 1,
          times: 1,
        },
        { kind: "throttled", method: "POST", pathPrefix: DEFINITIONS, after: 1, ...LATER },
      ],
    });
    await reader.signIn("Grace Okafor", "/reviews/new?template=quarterly-deny");
    await page.getByRole("radio", { name: /^One or several groups/ }).click();
    for (const name of groups) await wizard.choose("Groups", name);
    await wizard.ask("Agreed for every quarter");
    await wizard.confirm();
    await expect.poll(() => wizard.sent().length, { timeout: 30_000 }).toBe(3);
    await expect.poll(async () => (await made()).length, { timeout: 20_000 }).toBe(2);
    await page.close();
    await tenant.conditions({ faults: [] });
  });
  const again = await secondTab(page, tenant, "/history?by=entry");
  await test.step("The history has all three, and says nothing false of them while the tab may still be at it.", async () => {
    await expect(again.entries()).toHaveCount(3, { timeout: 20_000 });
    await resolveTooEarly(again);
    await expect(again.entries().filter({ hasText: "Failed" })).toHaveCount(0);
    expect(await doneOnce(tenant, "review-created")).toBe(2);
  });
});
