import type { Page } from "@playwright/test";
import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import { Reader } from "./reader.ts";

/** The same person at a new tab of the same browser. */
export async function secondTab(
  page: Page,
  tenant: SimulatedTenant,
  path: string,
  persona = "Grace Okafor",
): Promise<Reader> {
  const tab = new Reader(await page.context().newPage(), tenant);
  await tab.signIn(persona, path);
  return tab;
}
