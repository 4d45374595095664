import { Hono } from "hono";
import { expect, test } from "vitest";
import { controlApp } from "./app.ts";
import { SimulatedTenant } from "./simulated-tenant.ts";
import { defaults } from "../state/defaults.ts";
import { ReviewFixture } from "../graph/access-reviews/review-fixture.ts";

test("Reviews are seen as they really stand, and go on when the clock is moved, with nobody calling Graph", async () => {
  const fixture = new ReviewFixture();
  await fixture.review();
  const app = new Hono().route("/control", controlApp(fixture.tenants, defaults.clientId));
  const { id, displayName, defaultDomain, licence, clock } = fixture.tenant;
  const seen = { tenantId: id, displayName, domain: defaultDomain, licence, now: clock.iso() };
  const tenant = new SimulatedTenant("http://localhost", { ...seen, personas: [] }, (url, init) =>
    app.request(url, init),
  );
  expect(await tenant.reviews()).toMatchObject([
    {
      name: "Partners each quarter",
      createdBy: fixture.governor.id,
      definition: { displayName: "Partners each quarter" },
      instances: [{ status: "InProgress", group: null }],
    },
  ]);
  await tenant.advance("P15D");
  const kinds = (await tenant.effects()).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "group-member-removed")).toHaveLength(3);
  const [review] = await tenant.reviews();
  expect(review?.instances[0]).toMatchObject({ status: "Applied" });
  expect(review?.instances[0]?.decisions[0]).toMatchObject({
    principal: "Ada Active",
    decision: "Deny",
    applyResult: "AppliedSuccessfully",
    reviewerIds: [fixture.owner.id],
  });
});
