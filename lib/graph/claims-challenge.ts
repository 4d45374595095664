/**
 * The claims that an answer asks for, as JSON text; null when it asks for none.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function claimsChallenge(response: Pick<Response, "status" | "headers">): string | null {
  if (response.status !== 401 && response.status !== 403) return null;
  const header = response.headers.get("www-authenticate") ?? "";
  if (!/error="?insufficient_claims/i.test(header)) return null;
  const encoded = /claims="([^"]+)"/i.exec(header)?.[1];
  return encoded === undefined ? null : decoded(encoded);
}

function decoded(base64: string): string | null {
  try {
    const bytes = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    return null;
  }
}
