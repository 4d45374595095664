import { expect, type Locator, type Page, type Request } from "@playwright/test";
import type { Reader } from "./reader.ts";

export type StepName = "Scope" | "Reviewers" | "Schedule" | "Consequence";

/** The wizard of a new access review, by its labels. */
export class NewReview {
  readonly page: Page;
  readonly #sent: Request[] = [];

  constructor(readonly reader: Reader) {
    this.page = reader.page;
    this.page.on("request", (request) => {
      const creates =
        request.method() === "POST" && request.url().endsWith("/accessReviews/definitions");
      if (creates) this.#sent.push(request);
    });
  }

  /** The bodies of all requests that were to create a review, whether or not they were answered. */
  sent(): unknown[] {
    return this.#sent.map((request) => request.postDataJSON() as unknown);
  }

  async begin(template: RegExp): Promise<void> {
    await this.page.getByRole("button", { name: template }).click();
    await this.isAt("Scope");
  }

  async isAt(step: StepName): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 2, name: step })).toBeVisible();
  }

  async next(): Promise<void> {
    await this.page.getByRole("button", { name: "Next" }).click();
  }

  async goTo(step: StepName): Promise<void> {
    await this.page
      .getByRole("navigation", { name: "Steps" })
      .getByRole("button", { name: step })
      .click();
    await this.isAt(step);
  }

  /** What stands beside the forms. */
  beside(): Locator {
    return this.page.getByRole("complementary", { name: "Summary and checks" });
  }

  /** Opens a part of what stands beside the forms; a click while its lines come in may be lost. */
  async open(title: RegExp): Promise<void> {
    const part = this.beside().getByRole("button", { name: title });
    await expect(async () => {
      if ((await part.getAttribute("aria-expanded")) !== "true") await part.click();
      await expect(part).toHaveAttribute("aria-expanded", "true", { timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
  }

  /** The lines of a list that was opened. */
  lines(label: string): Locator {
    return this.beside().getByRole("list", { name: label }).getByRole("listitem");
  }

  /** The body as the page shows it before it is sent. */
  async shownBody(): Promise<unknown> {
    const text = await this.beside().getByRole("region", { name: "Request body" }).textContent();
    return JSON.parse(text ?? "");
  }

  /** Chooses a group, a person or an application by name. */
  async choose(field: string, name: string): Promise<void> {
    await this.page.getByRole("combobox", { name: field }).fill(name);
    await this.option(name).last().click();
    await expect(this.page.getByRole("combobox", { name: field })).toHaveValue("");
    await this.page.keyboard.press("Escape");
  }

  /** What has exactly this name, offered or chosen: an organization may have a "Harbour" and a "Harbour Rollout". */
  option(name: string): Locator {
    const named = this.page.getByText(name, { exact: true });
    return this.page.getByRole("option").filter({ has: named });
  }

  createButton(name: string | RegExp = /^Create (review|\d+ reviews)$/): Locator {
    return this.page.getByRole("button", { name });
  }

  /** The dialog of the creation: confirmation, run, result. */
  dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  /** Asks to create what the forms say and gives the reason; nothing is sent before `confirm`. */
  async ask(reason: string): Promise<void> {
    await this.goTo("Consequence");
    await expect(this.createButton()).toBeEnabled({ timeout: 30_000 });
    await this.createButton().click();
    await this.dialog().getByRole("textbox", { name: "Reason" }).fill(reason);
  }

  async confirm(): Promise<void> {
    await this.dialog()
      .getByRole("button", { name: /^Create/ })
      .click();
  }

  outcomes(): Locator {
    return this.dialog().getByRole("list", { name: "Outcomes" }).getByRole("listitem");
  }

  async closeOutcomes(): Promise<void> {
    await this.dialog().getByRole("button", { name: "Close" }).click({ timeout: 100_000 });
    await expect(this.dialog()).toBeHidden();
  }
}
