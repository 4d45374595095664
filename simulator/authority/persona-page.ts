import { html } from "hono/html";
import type { Tenant } from "../state/tenant.ts";
import { accountByHint, accountsOf, type Account } from "./account.ts";
import { page, type Markup } from "./page.ts";
import type { SignedIn } from "./sessions.ts";

interface Shown {
  tenant: Tenant;
  application: string;
  session: readonly SignedIn[];
  hint: string | null;
  /** The authorize request, carried through the form as it came. */
  request: string;
  alert?: string;
}

/** The sign-in page: everybody who can sign in, whom the application hinted at first. */
export function personaPage(shown: Shown): Markup {
  const { tenant, application, alert } = shown;
  return page(
    "Pick an account",
    html`<h1>Pick an account</h1>
      <p class="quiet">to sign in to ${application} at <bdi>${tenant.displayName}</bdi></p>
      ${alert === undefined ? "" : html`<p class="alert" role="alert">${alert}</p>`}
      <form method="post" action="/${tenant.id}/login">
        <input type="hidden" name="request" value="${shown.request}" />
        <ul>
          ${inOrder(shown).map((account) => html`<li>${button(shown, account)}</li>`)}
        </ul>
      </form>`,
  );
}

function inOrder({ tenant, hint }: Shown): Account[] {
  const hinted = hint === null ? undefined : accountByHint(tenant, hint)?.persona.userId;
  const accounts = accountsOf(tenant);
  return [
    ...accounts.filter((account) => account.persona.userId === hinted),
    ...accounts.filter((account) => account.persona.userId !== hinted),
  ];
}

function button({ tenant, session }: Shown, { persona, user }: Account): Markup {
  const signedIn = session.some((one) => one.userId === persona.userId);
  const roles = [
    ...tenant.directory.rolesOf(user.id).map((role) => role.displayName),
    ...persona.appRoles,
  ];
  return html`<button class="person" name="account" value="${persona.userId}">
    <strong><bdi>${persona.name}</bdi></strong>
    <span class="quiet"><bdi>${persona.username}</bdi>${signedIn ? ", signed in" : ""}</span>
    <span>${persona.about}</span>
    ${roles.length > 0 ? html`<span class="quiet">${roles.join(", ")}</span>` : ""}
  </button>`;
}
