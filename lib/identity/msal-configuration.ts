import type { Configuration } from "@azure/msal-browser";
import type { PublicSettings } from "./settings";

/** MSAL's redirect bridge: https://learn.microsoft.com/entra/msal/javascript/browser/redirect-bridge */
export const BRIDGE_PATH = "/auth/redirect.html";

/**
 * The same for a real tenant and the simulator, but for the two facts about an authority that MSAL does not know.
 * Local storage: one sign-in serves every tab of the browser, and signing out ends it in all of them. MSAL encrypts what
 * it stores there, with a key in a cookie that ends with the browser:
 * https://learn.microsoft.com/entra/msal/javascript/browser/caching
 */
export function msalConfiguration(settings: PublicSettings, origin: string): Configuration {
  const bridge = `${origin}${BRIDGE_PATH}`;
  return {
    auth: {
      clientId: settings.clientId,
      authority: settings.authority,
      ...(settings.knownAuthorities && { knownAuthorities: [...settings.knownAuthorities] }),
      ...(settings.authorityMetadata !== undefined && {
        authorityMetadata: settings.authorityMetadata,
      }),
      redirectUri: bridge,
      postLogoutRedirectUri: bridge,
      // Without CP1 Graph answers no claims challenge: https://learn.microsoft.com/entra/identity-platform/claims-challenge
      clientCapabilities: ["CP1"],
    },
    cache: { cacheLocation: "localStorage" },
  };
}
