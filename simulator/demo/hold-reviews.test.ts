import { describe, expect, test } from "vitest";
import { SimulatorControl } from "../control/client.ts";
import { seeReviews } from "../control/see-reviews.ts";
import type { ReviewSeen } from "../control/control-api.ts";
import { simulator } from "../server.ts";
import { reviewsOf } from "../state/access-reviews/reviews-of.ts";
import { seedTenant } from "../state/seed/harborline.ts";
import { Tenants } from "../state/tenant.ts";
import { holdReviews } from "./hold-reviews.ts";
import { costOf } from "../../scripts/processor-time.mjs";

const now = Date.UTC(2026, 10, 20, 9);

async function lived(guests = 1_200, seed = 1) {
  const tenant = seedTenant({ guests, seed, now });
  await holdReviews(tenant, seed, now);
  return { tenant, reviews: seeReviews(tenant.directory) };
}

const demo = await lived();
const { tenant, reviews } = demo;
const { directory } = tenant;
const manuel = tenant.personas.find(({ name }) => name === "Manuel Ortega")?.userId ?? "";
const itemsOf = (review: ReviewSeen | undefined) =>
  review?.instances.flatMap(({ decisions }) => decisions) ?? [];
const results = (review: ReviewSeen | undefined) =>
  new Set(itemsOf(review).map(({ applyResult }) => applyResult));
const named = (end: string) => reviews.filter(({ name }) => name.endsWith(end));
const isGuest = (id: string) => directory.users.get(id)?.userType === "Guest";

describe("the reviews of the demonstration", () => {
  test("some are over: what could be applied was, and what could not says so", () => {
    const [nested, dynamic, synced] = named("once");
    expect(results(nested)).toEqual(new Set(["AppliedSuccessfully", "ApplyNotSupported"]));
    for (const review of [nested, dynamic, synced]) {
      expect(review?.instances.map(({ status }) => status)).toEqual(["Applied"]);
      for (const item of itemsOf(review)) {
        const isMember = directory.groups.get(item.resourceId)?.memberIds.has(item.principalId);
        if (item.decision !== "Deny") expect(item.applyResult).toBe("AppliedSuccessfully");
        else if (item.applyResult === "AppliedSuccessfully") expect(isMember).toBe(false);
      }
    }
    const denied = [dynamic, synced].flatMap(itemsOf).filter(({ decision }) => decision === "Deny");
    expect(denied.length).toBeGreaterThan(10);
    expect(new Set(denied.map(({ applyResult }) => applyResult))).toEqual(
      new Set(["ApplyNotSupported"]),
    );
  });

  test("one runs over every Microsoft 365 group, half answered, with items for the manager and for who stands in", () => {
    const [quarter] = named("every quarter");
    expect(new Set(quarter?.instances.map(({ status }) => status))).toEqual(
      new Set(["InProgress"]),
    );
    expect(quarter?.instances[0]).toMatchObject({
      startsAt: "2026-11-15T00:00:00.000Z",
      endsAt: "2026-11-29T00:00:00.000Z",
    });
    const items = itemsOf(quarter);
    const open = items.filter(({ decision }) => decision === "NotReviewed");
    expect(open.length).toBeGreaterThan(items.length / 5);
    expect(open.length).toBeLessThan((items.length * 4) / 5);
    expect(open.some(({ reviewerIds }) => reviewerIds.includes(manuel))).toBe(true);
    const grace = tenant.personas[0]?.userId ?? "";
    expect(open.some(({ reviewerIds }) => reviewerIds.includes(grace))).toBe(true);
    expect(new Set(items.flatMap(({ reviewerIds }) => reviewerIds)).size).toBeGreaterThan(5);
  });

  test("one is to come", () => {
    expect(named("every month")).toMatchObject([{ instances: [] }]);
  });

  test("nobody was reviewed before they came, nor for a sign-in that came later", () => {
    const early = named("once").flatMap(({ instances }) =>
      instances.flatMap(({ startsAt, decisions }) =>
        decisions.filter(({ principalId }) => {
          const user = directory.users.get(principalId);
          return (user?.createdDateTime ?? "") > startsAt;
        }),
      ),
    );
    expect(early).toEqual([]);
    const late = [...reviewsOf(directory).definitions.values()].flatMap(({ instances }) =>
      [...instances.values()].flatMap(({ startAt, decisions }) =>
        decisions.filter(({ lastSignInAt }) => Date.parse(lastSignInAt ?? "") > startAt),
      ),
    );
    expect(late).toEqual([]);
  });

  test("groups of every kind hold guests, one has no owner, and some guests are in no group", () => {
    const full = [...directory.groups.values()].filter(({ memberIds }) =>
      [...memberIds].some(isGuest),
    );
    const some = (is: (group: (typeof full)[number]) => boolean) => {
      expect(full.some(is)).toBe(true);
    };
    some(({ resourceProvisioningOptions }) => resourceProvisioningOptions.includes("Team"));
    some(
      (group) =>
        group.groupTypes.includes("Unified") && group.resourceProvisioningOptions.length === 0,
    );
    some(({ groupTypes }) => groupTypes.includes("DynamicMembership"));
    some(({ onPremisesSyncEnabled }) => onPremisesSyncEnabled === true);
    some(({ isAssignableToRole }) => isAssignableToRole);
    some(({ mailEnabled, securityEnabled }) => mailEnabled && !securityEnabled);
    some(({ mailEnabled, securityEnabled, groupTypes }) => {
      return mailEnabled && securityEnabled && groupTypes.length === 0;
    });
    some(({ memberIds }) => [...memberIds].some((id) => directory.groups.has(id)));
    some(({ ownerIds, groupTypes }) => ownerIds.size === 0 && groupTypes.includes("Unified"));
    const inNone = [...directory.users.keys()].filter(
      (id) => isGuest(id) && directory.groupsOf(id).length === 0,
    );
    expect(inNone.length).toBeGreaterThan(100);
  });

  test("the audit log tells of them in order, and no test has to look past what they did", () => {
    expect(directory.effects).toEqual([]);
    const times = directory.audits.map(({ activityDateTime }) => activityDateTime);
    expect(times).toEqual([...times].sort());
    const names = directory.audits.map(({ activityDisplayName }) => activityDisplayName);
    expect(names).toContain("Apply decision");
    expect(names).toContain("Create access review");
  });

  test("the same seed and present give the same ones, to the last identifier", async () => {
    const again = await lived();
    expect(again.reviews).toEqual(reviews);
    expect(again.tenant.directory.audits).toEqual(directory.audits);
    expect(directory.newId()).not.toBe(again.tenant.directory.newId());
  });

  test("a year of days, each with another seed, has them all", async () => {
    for (let day = 0; day < 365; day += 13) {
      const at = now + day * 86_400_000;
      const other = seedTenant({ guests: 60, seed: day, now: at });
      await holdReviews(other, day, at);
      const statuses = seeReviews(other.directory).flatMap(({ instances }) =>
        instances.map(({ status }) => status),
      );
      expect(new Set(statuses)).toEqual(new Set(["Applied", "InProgress"]));
    }
  });

  test("as time passes the running one ends and the next begins", async () => {
    const { tenant: other } = await lived(100);
    const app = simulator(tenantsOf(other));
    const control = new SimulatorControl("http://localhost", (url, init) => app.request(url, init));
    const seen = await control.openTenant(other.id);
    await seen.advance("P10D");
    const after = await seen.reviews();
    const quarter = after.find(({ name }) => name.endsWith("every quarter"));
    expect(new Set(quarter?.instances.map(({ status }) => status))).toEqual(new Set(["Applied"]));
    const month = after.find(({ name }) => name.endsWith("every month"));
    expect(month?.instances).toMatchObject([{ status: "InProgress" }]);
    await seen.advance("P90D");
    const next = (await seen.reviews()).find(({ name }) => name.endsWith("every quarter"));
    expect(next?.instances.some(({ status }) => status === "InProgress")).toBe(true);
  });
});

test("5,000 guests are no reason to wait, and a handful have nothing to review", async () => {
  const large = seedTenant({ guests: 5_000, seed: 1, now });
  expect(await costOf(() => holdReviews(large, 1, now))).toBeLessThan(45);
  expect((await lived(3)).reviews).toEqual([]);
});

test("A test can ask for them", async () => {
  const app = simulator(new Tenants());
  const control = new SimulatorControl("http://localhost", (url, init) => app.request(url, init));
  const with100 = await control.createTenant({ guests: 100, reviews: true });
  expect(await with100.reviews()).toHaveLength(5);
  const without = await control.createTenant({ guests: 100 });
  expect(await without.reviews()).toEqual([]);
});

function tenantsOf(one: typeof tenant): Tenants {
  const tenants = new Tenants();
  tenants.add(one);
  return tenants;
}
