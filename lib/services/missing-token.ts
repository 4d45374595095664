import { IdentityError } from "@/lib/identity/identity-error";
import { SignInNeeded } from "@/lib/identity/sign-in-needed";
import type { MissingToken } from "@/lib/runner/runner-services";

/** Whether a call failed because no token could be had for it, and what would give one; null where that is not why. */
export function missingToken(error: unknown): MissingToken | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof SignInNeeded) return { scopes: at.scopes, claims: at.claims ?? null };
    if (at instanceof IdentityError) return { scopes: null, claims: null };
  }
  return null;
}
