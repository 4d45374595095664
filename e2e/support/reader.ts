import type { Locator, Page } from "@playwright/test";
import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";

/** What a person does with the product, in the words of the screens: roles and labels, nothing hidden. */
export class Reader {
  constructor(
    readonly page: Page,
    readonly tenant: SimulatedTenant,
  ) {}

  /** Opens a page and signs in there as the persona of that name. */
  async signIn(persona = "Grace Okafor", path = "/"): Promise<void> {
    await this.page.goto(path);
    await this.page.getByRole("button", { name: "Sign in" }).click();
    await this.page.getByRole("button", { name: persona }).click();
    await this.page.waitForURL((url) => url.origin === new URL(this.page.url()).origin);
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole("heading", { level: 1, name });
  }

  async goTo(name: string): Promise<void> {
    await this.page
      .getByRole("navigation", { name: "Guestlist" })
      .getByRole("link", { name, exact: true })
      .click();
  }

  guestRow(name: string): Locator {
    return this.page.getByRole("row").filter({ hasText: name });
  }

  async select(...names: readonly string[]): Promise<void> {
    for (const name of names)
      await this.page.getByRole("checkbox", { name: `Select ${name}` }).click();
  }

  /** Chooses what to do with the selection and gives a reason; nothing is sent before `confirm`. */
  async decide(decision: string, reason: string): Promise<void> {
    await this.page
      .getByRole("toolbar", { name: "Decide" })
      .getByRole("button", { name: decision, exact: true })
      .click();
    await this.dialog().getByRole("textbox", { name: "Reason" }).fill(reason);
  }

  async confirm(name: RegExp): Promise<void> {
    await this.dialog().getByRole("button", { name }).click();
  }

  dialog(): Locator {
    return this.page.getByRole("dialog");
  }
}
