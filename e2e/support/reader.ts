import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import Papa from "papaparse";
import { APP } from "./origins.ts";
import { storeSignIn } from "./sign-in.ts";
import { standStill } from "./stand-still.ts";
import { watchOf } from "./watched.ts";

/** What the product asks consent for when somebody first acts. */
const ACTING_SCOPES = [
  "User.EnableDisableAccount.All",
  "User.RevokeSessions.All",
  "User.DeleteRestore.All",
  "User.Invite.All",
  "AccessReview.ReadWrite.All",
  "Group.ReadWrite.All",
  "GroupMember.ReadWrite.All",
];

/** The titles of a plan that is asked about, of its run, and of its end. */
const DECIDING =
  /^(Keep|Kept|Block(ed)?|Unblock(ed)?|Remove(d)?|Restore(d)?|Resend invitation|Resent|Undo: .+)(: .+)?$|^(Stopped: .+|Partly done|Unknown|(Sign-in|The guest|The invitation|The decision) .+ not .+|Sign-in stays blocked\.)$/;

/** The cookie by which the simulated sign-in page knows whose personas to offer. */
const tenantCookie = (tenant: SimulatedTenant) => ({
  name: "simulator-tenant",
  value: tenant.id,
  url: APP,
});

/** What a person does with the product, by roles and labels only. */
export class Reader {
  /** How many plans are carried out on this page. */
  #runs = 0;

  constructor(
    readonly page: Page,
    readonly tenant: SimulatedTenant,
    readonly motion = false,
  ) {}

  /** Is signed in already as the persona of that name, and opens a page: for all that is not about signing in. */
  async signIn(persona = "Grace Okafor", path = "/"): Promise<void> {
    await storeSignIn(this.page, this.tenant, persona);
    await this.page.goto(path);
    await this.#isIn(persona);
  }

  /** Opens a page, presses "Sign in" and picks the persona of that name on the authority's page. */
  async signInByHand(persona = "Grace Okafor", path = "/"): Promise<void> {
    await this.page.goto(path);
    await this.page.getByRole("button", { name: "Sign in" }).click();
    await this.page.getByRole("button", { name: persona }).click();
    await this.page.waitForURL((url) => url.origin === APP);
    await this.#isIn(persona);
  }

  async #isIn(persona: string): Promise<void> {
    const account = this.page.getByRole("button", { name: `Account: ${persona}` });
    await expect(account.or(this.heading(/no role/))).toBeVisible({ timeout: 30_000 });
  }

  /** Grants consent for operations beforehand, so that no consent page comes up. */
  async consentBeforehand(): Promise<void> {
    for (const scope of ACTING_SCOPES) await this.tenant.grantConsent(scope);
  }

  /** A run holds the lease of its plan from before its first entry until after its last one. */
  #countRuns(): void {
    this.page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (pathname === "/api/leases/release") this.#runs -= 1;
      if (pathname !== "/api/leases" || !response.ok()) return;
      const body = response.request().postDataJSON() as { readonly renews?: number };
      if (body.renews === undefined) this.#runs += 1;
    });
  }

  /** Somebody else of the same tenant, at a browser of their own; `leave` closes it. */
  async colleague(): Promise<Reader> {
    const browser = this.page.context().browser();
    if (browser === null) throw new Error("The page has no browser to open another one in");
    const context = await browser.newContext();
    await watchOf(this.page.context()).over(context);
    if (!this.motion) await context.addInitScript(standStill);
    await context.addCookies([tenantCookie(this.tenant)]);
    const reader = new Reader(await context.newPage(), this.tenant, this.motion);
    reader.#countRuns();
    return reader;
  }

  /** Closes the browser once what was begun in it is in the history. */
  async leave(): Promise<void> {
    await expect.poll(() => this.#runs, { intervals: [50], timeout: 20_000 }).toBe(0);
    await this.page.context().close();
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole("heading", { level: 1, name });
  }

  async goTo(name: string): Promise<void> {
    await this.page
      .getByRole("navigation", { name: "Guestlist" })
      // A place may say how much waits there.
      .getByRole("link", { name: new RegExp(`^${name}( \\d+ reviews? to decide)?$`) })
      .click();
    await expect(this.heading(name)).toBeVisible();
  }

  grid(label = "Guests"): Locator {
    return this.page.getByRole("grid", { name: label });
  }

  guestRow(name: string): Locator {
    return this.page.getByRole("row").filter({ hasText: name });
  }

  async select(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      const box = this.page.getByRole("checkbox", { name: `Select ${name}` });
      // While rows still come in, a click may meet a row that is being replaced.
      await expect(async () => {
        await box.check({ timeout: 5_000 });
      }).toPass();
    }
  }

  async selectAll(): Promise<void> {
    await this.page.getByRole("checkbox", { name: "Select all that match" }).click();
  }

  /** Everything about one guest, at the side of the list. */
  async openGuest(name: string): Promise<Locator> {
    await this.guestRow(name).getByRole("gridcell", { name, exact: true }).click();
    await expect(this.panel().getByRole("heading", { name })).toBeVisible();
    return this.panel();
  }

  panel(): Locator {
    return this.page.getByRole("dialog", { name: "Guest" });
  }

  /** The button of an operation: on the selection, or on the guest whose panel is open. */
  operation(name: string, bar: "Act" | "Act on this guest" = "Act"): Locator {
    return this.page
      .getByRole("toolbar", { name: bar, exact: true })
      .getByRole("button", { name, exact: true });
  }

  /** Chooses what to do with the selection and gives a reason; nothing is sent before `confirm`. */
  async decide(operation: string, reason: string): Promise<void> {
    const button = this.operation(operation);
    // On a phone all but the first are in a menu.
    const more = this.operation("More actions");
    await expect(button.or(more).first()).toBeVisible();
    if (await button.isVisible()) await button.click();
    else {
      await more.click();
      await this.page.getByRole("menuitem", { name: operation, exact: true }).click();
    }
    await this.giveReason(reason);
  }

  async giveReason(reason: string): Promise<void> {
    await this.dialog().getByRole("textbox", { name: "Reason" }).fill(reason);
  }

  async confirm(name: RegExp): Promise<void> {
    await this.dialog().getByRole("button", { name }).click();
  }

  /** Decides, confirms, waits for the end and closes: for chapters that are about something else. */
  async carryOut(operation: string, guests: number, reason: string): Promise<void> {
    await this.decide(operation, reason);
    const s = guests === 1 ? "" : "s";
    const button =
      operation === "Resend invitation"
        ? `Resend ${guests} invitation${s}`
        : `${operation} ${guests} guest${s}`;
    await this.confirm(new RegExp(`^${button}$`));
    await this.closeOutcomes();
  }

  async closeOutcomes(): Promise<void> {
    await this.dialog().getByRole("button", { name: "Close" }).click({ timeout: 30_000 });
    await expect(this.dialog()).toBeHidden();
  }

  /** The plans carried out that no dialog shows, on every page. */
  tray(): Locator {
    return this.page.getByRole("region", { name: "Plans carried out" });
  }

  /** The dialog of a plan: confirmation, run, result. */
  dialog(): Locator {
    return this.page.getByRole("dialog", { name: DECIDING });
  }

  guestsInPlan(): Locator {
    return this.dialog().getByRole("list", { name: "Guests in the plan" }).getByRole("listitem");
  }

  leftAlone(name: string): Locator {
    return this.dialog()
      .getByRole("list", { name: "Skipped guests" })
      .getByRole("listitem")
      .filter({ hasText: name });
  }

  outcomes(): Locator {
    return this.dialog().getByRole("list", { name: "Outcomes" }).getByRole("listitem");
  }

  /** Opens the history with a row for each operation, also of a plan of several. */
  async openHistory(): Promise<void> {
    await this.goTo("History");
    await this.page.getByRole("switch", { name: "One row per plan" }).uncheck();
  }

  /** The rows of the history, newest first. */
  entries(): Locator {
    return this.page
      .getByRole("table", { name: "Entries, newest first" })
      .getByRole("row")
      .filter({ has: this.page.getByRole("cell") });
  }

  /** Presses "Export CSV" and returns the cells of the file line by line, as a spreadsheet reads them. */
  async exportCsv(): Promise<string[][]> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.getByRole("button", { name: "Export CSV" }).click(),
    ]);
    const text = await readFile(await download.path(), "utf8");
    return Papa.parse<string[]>(text.replace(/^\uFEFF/, "")).data;
  }

  /** Reloads and gives back the token that the page sends to Guestlist's own server. */
  async ownApiToken(): Promise<string> {
    const requestToApi = this.page.waitForRequest((request) =>
      request.url().startsWith(`${APP}/api/`),
    );
    await this.page.reload();
    return (await (await requestToApi).headerValue("authorization")) ?? "";
  }
}
