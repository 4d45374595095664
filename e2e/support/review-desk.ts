import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import type { Reader } from "./reader.ts";

export type ReviewTab = "Decisions" | "Results applied?" | "Instances";

/** Access reviews as an administrator sees them, from the list to the result of every Deny. */
export class ReviewDesk {
  readonly page: Page;
  readonly tenant: SimulatedTenant;

  constructor(readonly reader: Reader) {
    this.page = reader.page;
    this.tenant = reader.tenant;
  }

  /** Advances time for the organization and this browser, and reloads the page. */
  async letPass(duration: string): Promise<void> {
    await this.tenant.advance(duration);
    await this.page.clock.setSystemTime(await this.tenant.now());
    await this.page.reload();
  }

  /** The line of a review in the list of all. */
  listed(name: string): Locator {
    return this.reader.grid("Access reviews").getByRole("row").filter({ hasText: name });
  }

  /** Opens a review from the list of all. */
  async open(name: string): Promise<void> {
    await this.reader.goTo("Reviews");
    await this.listed(name).getByRole("gridcell", { name, exact: true }).click({ timeout: 30_000 });
    await expect(this.reader.heading(name)).toBeVisible();
  }

  async turnTo(tab: ReviewTab): Promise<void> {
    await this.page.getByRole("tab", { name: tab }).click();
  }

  /** Goes to what became of one instance; of a review that has several, the one of this resource. */
  async openResults(resource?: string): Promise<void> {
    if (resource !== undefined) {
      await this.turnTo("Instances");
      await this.reader.grid("Instances").getByRole("gridcell", { name: resource }).click();
      await expect(this.page.getByRole("heading", { level: 2, name: resource })).toBeVisible();
    }
    await this.turnTo("Results applied?");
  }

  /** The decisions of the instance that is open, by the name of who is reviewed. */
  decision(name: string): Locator {
    return this.reader.grid("Decisions").getByRole("row").filter({ hasText: name });
  }

  /** Guests who were denied and are still members. */
  left(): Locator {
    return this.reader
      .grid("Not applied")
      .getByRole("row")
      .filter({ has: this.page.getByRole("gridcell") });
  }

  /** Copies the results of the instance that is open into the history. */
  async record(results: number): Promise<void> {
    await this.page.getByRole("button", { name: "Save results" }).click();
    const all = results === 1 ? "The result is" : `All ${results} results are`;
    await expect(this.page.getByText(`${all} in the history`)).toBeVisible({ timeout: 20_000 });
  }

  /** The dialog of a plan: confirmation, run, result. */
  dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  /** Gives the reason, begins, waits until `done` operations are done, and closes. */
  async carryOut(verb: RegExp, done: number, reason?: string): Promise<void> {
    if (reason !== undefined)
      await this.dialog().getByRole("textbox", { name: "Reason" }).fill(reason);
    await this.dialog().getByRole("button", { name: verb }).click();
    const outcomes = this.dialog().getByRole("list", { name: "Outcomes" }).getByRole("listitem");
    await expect(outcomes).toContainText(Array<string>(done).fill("Done"), { timeout: 30_000 });
    await this.dialog().getByRole("button", { name: "Close" }).click();
  }
}

/** Presses "Export JSON" and gives back what the file holds. */
export async function exportJson(page: Page): Promise<unknown> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export JSON" }).click(),
  ]);
  return JSON.parse(await readFile(await download.path(), "utf8"));
}

/** Who is directly in a group, as the directory really is: names, in alphabetical order. */
export async function membersOf(tenant: SimulatedTenant, group: string): Promise<string[]> {
  const [groups, { users }] = [await tenant.groups(), await tenant.people()];
  const found = groups.find(({ displayName }) => displayName === group);
  if (found === undefined) throw new Error(`There is no group '${group}'`);
  const names = new Map(
    [...groups, ...users].map(({ id, displayName }) => [id, displayName ?? id]),
  );
  return found.memberIds.map((id) => names.get(id) ?? id).sort();
}

/** A day as the lists show it, in the browser of the tests. */
export const dayShown = (at: string) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(at));
