import { expect, type Page } from "@playwright/test";
import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import { Reader } from "./reader.ts";

/** The same person at a new tab of the same browser: the authority knows them, so nobody is asked who they are. */
export async function secondTab(
  page: Page,
  tenant: SimulatedTenant,
  path: string,
  persona = "Grace Okafor",
): Promise<Reader> {
  const tab = await page.context().newPage();
  await tab.goto(path);
  await tab.getByRole("button", { name: "Sign in" }).click();
  await expect(tab.getByRole("button", { name: `Account: ${persona}` })).toBeVisible({
    timeout: 30_000,
  });
  return new Reader(tab, tenant);
}
