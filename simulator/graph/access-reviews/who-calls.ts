import type { Somebody } from "../../state/access-reviews/rows.ts";
import type { Call } from "../endpoint.ts";

/** The caller as they are called now. */
export function whoCalls({ tenant, caller }: Call): Somebody {
  const user = tenant.directory.users.get(caller.userId);
  const { displayName = null, userPrincipalName = null } = user ?? {};
  return { id: caller.userId, displayName, userPrincipalName };
}
