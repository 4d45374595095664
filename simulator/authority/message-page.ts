import { html } from "hono/html";
import { page, type Markup } from "./page.ts";
import { description, type AuthorityRefusal, type Traced } from "./refusal.ts";

/** The page for an error that must not be redirected, because the address is not registered. */
export function refusalPage(refusal: AuthorityRefusal, traced: Traced): Markup {
  return page(
    "Sorry, but we’re having trouble signing you in",
    html`<h1>Sorry, but we’re having trouble signing you in</h1>
      <p role="alert"><code>${description(refusal, traced)}</code></p>`,
  );
}

export function signedOutPage(): Markup {
  return page(
    "You signed out",
    html`<h1>You signed out of your account</h1>
      <p>It’s a good idea to close all browser windows.</p>`,
  );
}
