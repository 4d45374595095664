import { html } from "hono/html";
import { delegatedScopes } from "../state/consent-scopes.ts";
import type { Tenant } from "../state/tenant.ts";
import type { Account } from "./account.ts";
import { page, type Markup } from "./page.ts";

interface Shown {
  tenant: Tenant;
  application: string;
  account: Account;
  scopes: readonly string[];
  /** The authorize request, carried through the form as it came. */
  request: string;
}

/** Asks the person for the permissions that the application wants. */
export function consentPage(shown: Shown): Markup {
  return page(
    "Permissions requested",
    html`<h1>Permissions requested</h1>
      ${whoAsks(shown)}
      <p>${shown.application} would like to:</p>
      ${list(shown.scopes)}
      ${form(
        shown,
        html`${shown.account.persona.canConsentForAll ? forAll : ""}
          <div class="choices">
            <button class="first" name="answer" value="accept">Accept</button>
            <button name="answer" value="cancel">Cancel</button>
          </div>`,
      )}`,
  );
}

/** Says that only an administrator may consent to these. */
export function needsAdminPage(shown: Shown): Markup {
  return page(
    "Need admin approval",
    html`<h1>Need admin approval</h1>
      ${whoAsks(shown)}
      <p>
        ${shown.application} needs permission to access resources in your organization that only an
        admin can grant. Please ask an admin to grant permission to this app before you can use it.
      </p>
      ${list(shown.scopes)}
      ${form(
        shown,
        html`<div class="choices">
          <button name="answer" value="cancel">
            Return to the application without granting consent
          </button>
        </div>`,
      )}`,
  );
}

const forAll = html`<label>
  <input type="checkbox" name="everybody" value="yes" />
  <span>
    Consent on behalf of your organization<br />
    <span class="quiet">Nobody else will be asked to review these permissions.</span>
  </span>
</label>`;

function whoAsks({ tenant, account }: Shown): Markup {
  return html`<p class="quiet">
    <bdi>${account.persona.username}</bdi> at <bdi>${tenant.displayName}</bdi>
  </p>`;
}

function form({ tenant, account, request }: Shown, content: Markup): Markup {
  return html`<form method="post" action="/${tenant.id}/consent">
    <input type="hidden" name="request" value="${request}" />
    <input type="hidden" name="account" value="${account.persona.userId}" />
    ${content}
  </form>`;
}

function list(scopes: readonly string[]): Markup {
  return html`<ul class="plain">
    ${scopes.map((scope) => {
      const title = delegatedScopes.get(scope.toLowerCase())?.title ?? scope;
      return html`<li>${title} <code class="quiet">${scope}</code></li>`;
    })}
  </ul>`;
}
