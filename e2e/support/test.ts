import { test as base, expect } from "@playwright/test";
import { SimulatorControl } from "../../simulator/control/client.ts";
import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import type { TenantRequest } from "../../simulator/control/control-api.ts";
import { APP, SIMULATOR } from "./origins.ts";
import { Reader } from "./reader.ts";
import { standStill } from "./stand-still.ts";
import { Watch } from "./watched.ts";

interface Fixtures {
  /** What the test's tenant is like: `test.use({ tenantOptions: { consents: "everything" } })`. */
  tenantOptions: TenantRequest;
  /** A tenant of the test's own: personas and colleagues, no guest but those it adds. */
  tenant: SimulatedTenant;
  /** Whether pages move. A quarter of the suite's processor time went into drawing what no test looks at. */
  motion: boolean;
  /** The person at the keyboard. */
  reader: Reader;
  /** Any complaint of a page, and any origin but the app's and the simulator's, fails the test. */
  watch: Watch;
  /** Every origin that the test's browsers spoke to. */
  origins: Set<string>;
}

export const test = base.extend<Fixtures>({
  tenantOptions: [{}, { option: true }],
  motion: [false, { option: true }],
  context: async ({ context, motion, watch }, use) => {
    await watch.over(context);
    if (!motion) await context.addInitScript(standStill);
    await use(context);
  },
  tenant: async ({ tenantOptions }, use) => {
    await using tenant = await new SimulatorControl(SIMULATOR).createTenant(tenantOptions);
    await use(tenant);
  },
  watch: [
    async ({ baseURL }, use) => {
      const watch = new Watch();
      await use(watch);
      expect(watch.complaints, "a page reported errors").toEqual([]);
      const known = new Set([baseURL, APP, SIMULATOR]);
      const strangers = [...watch.origins].filter((each) => !known.has(each));
      expect(strangers, "a browser spoke to somebody else").toEqual([]);
    },
    { auto: true },
  ],
  origins: async ({ watch }, use) => {
    await use(watch.origins);
  },
  reader: async ({ page, tenant, motion }, use) => {
    await page.context().addCookies([{ name: "simulator-tenant", value: tenant.id, url: APP }]);
    await use(new Reader(page, tenant, motion));
  },
});

export { expect };
