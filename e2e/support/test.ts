import { test as base, expect, type ConsoleMessage, type Page } from "@playwright/test";
import { SimulatorControl } from "../../simulator/control/client.ts";
import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import type { TenantWanted } from "../../simulator/control/control-api.ts";
import { APP, SIMULATOR } from "./origins.ts";
import { Reader } from "./reader.ts";
import { standStill } from "./stand-still.ts";

interface Fixtures {
  /** What the test's tenant is like: `test.use({ tenantWanted: { consents: "everything" } })`. */
  tenantWanted: TenantWanted;
  /** A tenant of the test's own: personas and colleagues, no guest but those it adds. */
  tenant: SimulatedTenant;
  /** Whether pages move. A quarter of the suite's processor time went into drawing what no test looks at. */
  motion: boolean;
  /** The person at the keyboard. */
  reader: Reader;
  /** Uncaught errors of the page and violations of its content security policy; any of them fails the test. */
  complaints: string[];
  /** Every origin that the browser spoke to; any but the app's and the simulator's fails the test. */
  origins: Set<string>;
}

declare global {
  interface Window {
    violation?: (text: string) => void;
  }
}

async function listen(page: Page, complaints: string[]): Promise<void> {
  await page.exposeFunction("violation", (text: string) => {
    complaints.push(text);
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      window.violation?.(`${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on("console", (message: ConsoleMessage) => {
    if (message.text().includes("Content Security Policy")) complaints.push(message.text());
  });
  page.on("pageerror", (error) => {
    complaints.push(String(error));
  });
}

export const test = base.extend<Fixtures>({
  tenantWanted: [{}, { option: true }],
  motion: [false, { option: true }],
  context: async ({ context, motion }, use) => {
    if (!motion) await context.addInitScript(standStill);
    await use(context);
  },
  tenant: async ({ tenantWanted }, use) => {
    await using tenant = await new SimulatorControl(SIMULATOR).createTenant(tenantWanted);
    await use(tenant);
  },
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      await listen(page, complaints);
      await use(complaints);
      expect(complaints, "the page reported errors").toEqual([]);
    },
    { auto: true },
  ],
  origins: [
    async ({ context }, use) => {
      const origins = new Set<string>();
      context.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol !== "data:" && protocol !== "blob:") origins.add(origin);
      });
      await use(origins);
      const strangers = [...origins].filter((origin) => origin !== APP && origin !== SIMULATOR);
      expect(strangers, "the browser spoke to somebody else").toEqual([]);
    },
    { auto: true },
  ],
  reader: async ({ page, tenant, motion }, use) => {
    await page.context().addCookies([{ name: "simulator-tenant", value: tenant.id, url: APP }]);
    await use(new Reader(page, tenant, motion));
  },
});

export { expect };
