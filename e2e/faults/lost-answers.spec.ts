import type { Page } from "@playwright/test";
import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantWanted: { consents: "everything" } });

const ADA = "Ada of Partner";

const stale = (tenant: SimulatedTenant) => tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });

/** How often the page itself sent such a request; what the browser repeats beneath it is not counted. */
function counted(page: Page, method: string, ending: RegExp): () => number {
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === method && ending.test(new URL(request.url()).pathname)) sent += 1;
  });
  return () => sent;
}

const kinds = async (tenant: SimulatedTenant) => (await tenant.effects()).map(({ kind }) => kind);

test("A block whose answer a gateway lost is found by looking, and not sent again", async ({
  page,
  reader,
  tenant,
}) => {
  await stale(tenant);
  await tenant.weather({
    faults: [
      { kind: "gateway-timeout-after-accept", method: "PATCH", pathPrefix: "/users/", times: 1 },
    ],
  });
  const sent = counted(page, "PATCH", /\/users\//);
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("Block Ada. The gateway answers 504 although she is blocked by then.", async () => {
    await reader.select(ADA);
    await reader.decide("Block", "The project ended");
    await reader.confirm(/^Block 1 guest$/);
    await expect(reader.outcomes()).toContainText(["Done"], { timeout: 40_000 });
    await reader.closeOutcomes();
  });
  await test.step("It was sent once, and her sessions were ended too.", async () => {
    expect(sent()).toBe(1);
    expect(await kinds(tenant)).toEqual(["account-disabled", "sessions-revoked"]);
    expect((await tenant.effects())[0]?.answered).toBe("error");
    expect((await tenant.guestNamed(ADA))?.accountEnabled).toBe(false);
  });
  await test.step("The history says that this was observed in the directory.", async () => {
    await reader.goTo("History");
    await expect(reader.entries()).toHaveCount(1);
    await expect(reader.entries()).toContainText([/Done.*Observed/]);
  });
});

test("A block whose line was cut is found by looking, and not sent again", async ({
  page,
  reader,
  tenant,
}) => {
  await stale(tenant);
  // The browser repeats a request by itself when a kept connection breaks: only the second cut reaches the page.
  await tenant.weather({
    faults: [{ kind: "reset-after-accept", method: "PATCH", pathPrefix: "/users/", times: 2 }],
  });
  const sent = counted(page, "PATCH", /\/users\//);
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("Block Ada. The connection breaks before any answer.", async () => {
    await reader.select(ADA);
    await reader.decide("Block", "The project ended");
    await reader.confirm(/^Block 1 guest$/);
    await expect(reader.outcomes()).toContainText(["Done"], { timeout: 40_000 });
    await reader.closeOutcomes();
  });
  await test.step("The page sent it once; she is blocked.", async () => {
    expect(sent()).toBe(1);
    const unheard = (await tenant.effects()).filter(({ answered }) => answered === "reset");
    expect(new Set(unheard.map(({ kind }) => kind))).toEqual(new Set(["account-disabled"]));
    expect((await tenant.guestNamed(ADA))?.accountEnabled).toBe(false);
  });
  await test.step("The history says that this was observed in the directory.", async () => {
    await reader.goTo("History");
    await expect(reader.entries()).toContainText([/Done.*Observed/]);
  });
});

for (const [words, kind, times] of [
  ["a gateway lost", "gateway-timeout-after-accept", 1],
  ["was cut off with its line", "reset-after-accept", 2],
] as const) {
  // The browser may repeat a cut request beneath the page until it is told that nobody is there any more.
  const done = kind === "reset-after-accept" ? /Done|Was so already/ : /Done/;

  test(`A removal whose answer ${words} is done once and recorded as observed`, async ({
    page,
    reader,
    tenant,
  }) => {
    const ada = await stale(tenant);
    await tenant.weather({ faults: [{ kind, method: "DELETE", pathPrefix: "/users/", times }] });
    const sent = counted(page, "DELETE", /\/users\//);
    await reader.signIn("Grace Okafor", "/guests");
    await test.step("Remove Ada; no answer comes.", async () => {
      await reader.select(ADA);
      await reader.decide("Remove", "The project ended");
      await reader.confirm(/^Remove 1 guest$/);
      await expect(reader.outcomes()).toContainText([done], { timeout: 40_000 });
      await reader.closeOutcomes();
    });
    await test.step("She was deleted exactly once, and can be restored.", async () => {
      expect(sent()).toBe(1);
      expect(await kinds(tenant)).toEqual(["user-deleted"]);
      expect((await tenant.deletedGuestNamed(ADA))?.id).toBe(ada.id);
    });
    await test.step("The list has her no more, and the history says that it was observed.", async () => {
      await expect(reader.guestRow(ADA)).toHaveCount(0);
      await reader.goTo("History");
      await expect(reader.entries()).toContainText([new RegExp(`(${done.source}).*Observed`)]);
    });
  });
}

test("A block that a gateway swallowed is recorded as not applied", async ({ reader, tenant }) => {
  test.slow();
  await stale(tenant);
  await tenant.weather({
    faults: [{ kind: "gateway-timeout", method: "PATCH", pathPrefix: "/users/", times: 1 }],
  });
  await reader.signIn("Grace Okafor", "/guests");
  await reader.select(ADA);
  await reader.decide("Block", "The project ended");
  await reader.confirm(/^Block 1 guest$/);
  await test.step("The directory is read for half a minute, and does not show the change.", async () => {
    await expect(reader.outcomes()).toContainText(
      [/Failed.*The directory does not show the change/],
      { timeout: 60_000 },
    );
    await reader.closeOutcomes();
  });
  await test.step("Nothing happened, and nothing was sent again.", async () => {
    expect(await tenant.effects()).toEqual([]);
    expect((await tenant.guestNamed(ADA))?.accountEnabled).toBe(true);
    await expect(reader.guestRow(ADA)).toContainText("Stale");
  });
});

test("An invitation whose answer was lost is never sent twice; the audit log settles it", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: "Dan of Partner", state: "pending", invitedDaysAgo: 40 });
  await tenant.weather({
    faults: [{ kind: "gateway-timeout-after-accept", method: "POST", pathPrefix: "/invitations" }],
  });
  const sent = counted(page, "POST", /\/invitations$/);
  await reader.signIn("Grace Okafor", "/invitations");
  await test.step("Resend Dan's invitation. Whether the mail went out nobody knows.", async () => {
    await reader.select("Dan of Partner");
    await reader.decide("Resend invitation", "He lost the mail");
    await reader.confirm(/^Resend invitation 1 guest$/);
    await expect(reader.outcomes()).toContainText(["Unknown: sent, but not answered"], {
      timeout: 40_000,
    });
    await reader.closeOutcomes();
  });
  await test.step("The history asks to settle it: Entra's audit log has the mail.", async () => {
    await reader.goTo("History");
    await expect(reader.entries()).toContainText(["Unknown"]);
    await page.getByRole("button", { name: "Settle now" }).click();
    await expect(reader.entries()).toContainText([/Done.*Audited/], { timeout: 30_000 });
    await expect(page.getByRole("button", { name: "Settle now" })).toHaveCount(0);
  });
  await test.step("One invitation was sent, and one mail.", async () => {
    expect(sent()).toBe(1);
    expect(await kinds(tenant)).toEqual(["guest-invited-again", "invitation-mailed"]);
  });
});

test("An invitation of which the audit log knows nothing stays unknown", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: "Dan of Partner", state: "pending", invitedDaysAgo: 40 });
  await tenant.weather({
    faults: [{ kind: "gateway-timeout", method: "POST", pathPrefix: "/invitations" }],
  });
  const sent = counted(page, "POST", /\/invitations$/);
  await reader.signIn("Grace Okafor", "/invitations");
  await reader.select("Dan of Partner");
  await reader.decide("Resend invitation", "He lost the mail");
  await reader.confirm(/^Resend invitation 1 guest$/);
  await expect(reader.outcomes()).toContainText(["Unknown: sent, but not answered"], {
    timeout: 40_000,
  });
  await reader.closeOutcomes();
  await test.step("Settling reads, says that it is still not known, and sends nothing.", async () => {
    await reader.goTo("History");
    await page.getByRole("button", { name: "Settle now" }).click();
    await expect(page.getByText("1 decision could not be settled now").first()).toBeVisible({
      timeout: 30_000,
    });
    await expect(reader.entries()).toContainText(["Unknown"]);
    expect(sent()).toBe(1);
    expect(await tenant.effects()).toEqual([]);
  });
});
