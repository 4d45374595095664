/** The product's app registration, as every simulated organization knows it. */
export interface Registration {
  clientId: string;
  displayName: string;
  /** Single-page application redirect URIs, also allowed after sign-out. */
  redirectUris: readonly string[];
  /** Names of the delegated permissions that the product's own API exposes. */
  apiScopes: readonly string[];
}

/** Whether this is one of the registration's redirect URIs. Of http://localhost the port is ignored
 * (learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions). */
export function isRegistered(registration: Registration, uri: string): boolean {
  const requested = comparable(uri);
  return (
    requested !== undefined &&
    registration.redirectUris.some((known) => comparable(known) === requested)
  );
}

function comparable(uri: string): string | undefined {
  if (!URL.canParse(uri)) return undefined;
  const url = new URL(uri);
  if (url.username !== "" || url.password !== "" || url.hash !== "") return undefined;
  if (url.protocol === "http:" && url.hostname === "localhost") url.port = "";
  return url.href;
}
