import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import { NewReview } from "../support/new-review.ts";
import type { Reader } from "../support/reader.ts";
import { membersOf, ReviewDesk } from "../support/review-desk.ts";
import { decisionsOf, makeReviews, reviewForManuel } from "../support/reviews.ts";
import { secondTab } from "../support/second-tab.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantWanted: { consents: "everything" } });

const DEFINITIONS = "/identityGovernance/accessReviews/definitions";
/** Longer than the tab lives: what Graph puts off is never sent again by it. */
const LATER = { retryAfterSeconds: 300 } as const;

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `Guest ${index + 1} of Partner`);

/** What was done, of one kind: each of its targets once. */
async function doneOnce(tenant: SimulatedTenant, kind: string): Promise<number> {
  const targets = (await tenant.effects())
    .filter((effect) => effect.kind === kind)
    .map(({ targetId, path }) => `${targetId} ${path}`);
  expect(new Set(targets).size, `${kind} twice`).toBe(targets.length);
  return targets.length;
}

/** Settles in the history what has no outcome; nothing is sent by that. */
async function settleAll(again: Reader): Promise<void> {
  const before = (await again.tenant.effects()).length;
  await expect(again.page.getByText(/^\d+ decisions? (has|have) no known outcome$/)).toBeVisible({
    timeout: 20_000,
  });
  await again.page.getByRole("button", { name: "Settle now" }).click();
  await expect(again.entries().filter({ hasText: "Not settled" })).toHaveCount(0, {
    timeout: 150_000,
  });
  await expect(again.page.getByText("no known outcome")).toHaveCount(0);
  expect(await again.tenant.effects()).toHaveLength(before);
}

test("A tab closed while three reviews are created leaves each of them once, or not at all", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(300_000);
  const owners = [tenant.persona("Uma Lindqvist").username];
  const groups = ["Quay", "Wharf", "Yard"];
  for (const name of groups) {
    const ada = await tenant.addGuest({ name: `Guest of ${name}`, lastSeen: "200 days ago" });
    await tenant.addGroup({ name, kind: "team", owners, members: [ada.id] });
  }
  const wizard = new NewReview(reader);
  const made = async () => (await tenant.reviews()).map(({ name }) => name).sort();
  await test.step("Of three requests one is answered, one answer is lost, one is put off. Close the tab.", async () => {
    await tenant.weather({
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
    await tenant.weather({ faults: [] });
  });
  const again = await secondTab(page, tenant, "/history");
  await test.step("The history has all three. Settling finds the two that are there, and sends nothing.", async () => {
    await expect(again.entries()).toHaveCount(3, { timeout: 20_000 });
    await settleAll(again);
    await expect(again.entries().filter({ hasText: "Done" })).toHaveCount(2);
    await expect(again.entries().filter({ hasText: "Failed" })).toHaveCount(1);
    expect(await doneOnce(tenant, "review-created")).toBe(2);
  });
});

test("A tab closed during forty answers leaves each of them once, or not at all; the rest is answered afterwards", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(240_000);
  const guests = Object.fromEntries(many(40).map((name) => [name, "200 days ago"]));
  const review = await reviewForManuel(reader, guests);
  const denied = async () =>
    Object.values(await decisionsOf(reader, review)).filter(({ decision }) => decision === "Deny")
      .length;
  const deny = async (who: Reader, count: number) => {
    await who.selectAll();
    await who.page.getByRole("button", { name: "Deny selected" }).click();
    const dialog = who.page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Reason" }).fill("The quay project ended");
    await dialog.getByRole("button", { name: `Deny (${count})` }).click();
    return dialog;
  };
  await test.step("Deny all forty. After some of them Graph puts off the others. Close the tab.", async () => {
    await tenant.weather({
      faults: [{ kind: "throttled", method: "PATCH", after: 12, ...LATER }],
    });
    await reader.signIn("Manuel Ortega", review.path);
    await expect(page.getByText("40 items", { exact: true })).toBeVisible({ timeout: 20_000 });
    await deny(reader, 40);
    await expect.poll(denied, { timeout: 30_000 }).toBe(12);
    await page.close({ runBeforeUnload: false });
    await tenant.weather({ faults: [] });
  });
  const again = await secondTab(page, tenant, "/history", "Manuel Ortega");
  await test.step("What has no outcome is settled in the history by looking.", async () => {
    await settleAll(again);
    expect(await denied()).toBe(12);
    await expect(again.entries().filter({ hasText: "Done" })).toHaveCount(12);
  });
  await test.step("The review has twelve answers. Answer the others: each item was decided once.", async () => {
    await again.page.goto(`${review.path}&decision=NotReviewed`);
    await expect(again.page.getByText("12 of 40 decided")).toBeVisible({ timeout: 30_000 });
    const dialog = await deny(again, 28);
    await dialog.getByRole("button", { name: "Close" }).click({ timeout: 60_000 });
    await expect(again.page.getByText("40 of 40 decided")).toBeVisible({ timeout: 20_000 });
    expect(await doneOnce(tenant, "review-decided")).toBe(40);
  });
});

test("A tab closed while denied guests are taken out of a group leaves nobody taken out twice, and nobody forgotten", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(240_000);
  const guests = many(16);
  await tenant.addGroup({ name: "Crane drivers" });
  const wharf = await tenant.addGroup({ name: "Wharf", members: ["Crane drivers"] });
  for (const name of guests) await tenant.addGuest({ name, groups: ["Crane drivers"] });
  await makeReviews(reader, {
    name: "Of the wharf",
    groupId: wharf.id,
    reviewerIds: [tenant.persona("Manuel Ortega").userId],
  });
  const left = async () => (await membersOf(tenant, "Crane drivers")).length;
  const takeOut = async (who: Reader, count: number) => {
    const desk = new ReviewDesk(who);
    await desk.open("Of the wharf");
    await desk.openResults();
    await expect(desk.left()).toHaveCount(count, { timeout: 30_000 });
    await who.selectAll();
    await who.page.getByRole("button", { name: `Take out of groups (${count})` }).click();
    return desk;
  };
  await test.step("Nobody answers, and Entra takes nobody out of an inner group.", async () => {
    await reader.signIn("Grace Okafor", "/reviews");
    await new ReviewDesk(reader).letPass("P15D");
    expect(await left()).toBe(16);
  });
  await test.step("Take them out. After some of them Graph puts off the others. Close the tab.", async () => {
    await tenant.weather({
      faults: [{ kind: "throttled", method: "DELETE", after: 5, ...LATER }],
    });
    const desk = await takeOut(reader, 16);
    await desk.dialog().getByRole("textbox", { name: "Reason" }).fill("Denied in the review");
    await desk
      .dialog()
      .getByRole("button", { name: /^Remove from group/ })
      .click();
    await expect.poll(left, { timeout: 30_000 }).toBe(11);
    await page.close();
    await tenant.weather({ faults: [] });
  });
  const again = await secondTab(page, tenant, "/history");
  await test.step("What has no outcome is settled in the history by looking.", async () => {
    await settleAll(again);
    expect(await left()).toBe(11);
    await expect(again.entries().filter({ hasText: "Done" })).toHaveCount(5);
  });
  await test.step("The review still names the eleven who are left. Take them out too: each went once.", async () => {
    const desk = await takeOut(again, 11);
    await desk.carryOut(/^Remove from group/, 11, "Denied in the review");
    expect(await left()).toBe(0);
    expect(await doneOnce(tenant, "group-member-removed")).toBe(16);
  });
});
