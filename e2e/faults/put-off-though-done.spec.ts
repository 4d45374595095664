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

test("An invitation that is put off although it went out is not sent twice", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: "Dan of Partner", state: "pending", invitedDaysAgo: 40 });
  await tenant.weather({
    faults: [
      {
        kind: "throttled-though-applied",
        method: "POST",
        pathPrefix: "/invitations",
        times: 1,
        retryAfterSeconds: 1,
      },
    ],
  });
  const sent = counted(page, "POST", /\/invitations$/);
  await reader.signIn("Grace Okafor", "/invitations");
  await reader.select("Dan of Partner");
  await reader.decide("Resend invitation", "He lost the mail");
  await reader.confirm(/^Resend invitation 1 guest$/);
  await expect(reader.outcomes()).toContainText(["Unknown: sent, but not answered"], {
    timeout: 40_000,
  });
  expect(sent()).toBe(1);
  expect(await kinds(tenant)).toEqual(["guest-invited-again", "invitation-mailed"]);
});

test("A block that is put off although it was done is not done twice", async ({
  page,
  reader,
  tenant,
}) => {
  await stale(tenant);
  await tenant.weather({
    faults: [
      {
        kind: "throttled-though-applied",
        method: "PATCH",
        pathPrefix: "/users/",
        times: 1,
        retryAfterSeconds: 1,
      },
    ],
  });
  const sent = counted(page, "PATCH", /\/users\//);
  await reader.signIn("Grace Okafor", "/guests");
  await reader.select(ADA);
  await reader.decide("Block", "The project ended");
  await reader.confirm(/^Block 1 guest$/);
  await expect(reader.outcomes()).toContainText(["Done"], { timeout: 40_000 });
  expect(sent()).toBe(1);
  expect(await kinds(tenant)).toEqual(["account-disabled", "sessions-revoked"]);
});
