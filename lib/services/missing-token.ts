import { IdentityError } from "@/lib/identity/identity-error";
import { SignInNeeded } from "@/lib/identity/sign-in-needed";
import type { MissingToken } from "@/lib/runner/runner-services";

/** What to ask for where a call failed for lack of a token; null where it failed for another reason. */
export function missingToken(error: unknown): MissingToken | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof SignInNeeded) return { scopes: at.scopes, claims: at.claims ?? null };
    if (at instanceof IdentityError) return { scopes: null, claims: null };
  }
  return null;
}
