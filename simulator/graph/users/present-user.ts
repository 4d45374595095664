import {
  basicUserProperties,
  defaultUserProperties,
  propertiesElsewhere,
  userProperties,
} from "./user-properties.ts";
import { logReaders } from "../audit-logs/log-readers.ts";
import type { Call } from "../endpoint.ts";
import { forbidden, notImplemented, notLicensed, unsupportedRole } from "../errors.ts";
import { holdsAnyOf } from "../holds-any-of.ts";
import { parseSelect } from "../odata/select.ts";
import type { User } from "../../state/entities.ts";

const type = "microsoft.graph.user";

/** The properties of a user that `$select` names, or undefined for the default ones; refuses what cannot be shown. */
export function selectedOfUser(text: string | null | undefined): string[] | undefined {
  const isKnown = (name: string) =>
    Object.hasOwn(userProperties, name) || propertiesElsewhere.has(name);
  const names = parseSelect(text, type, isKnown);
  if (names?.some((name) => propertiesElsewhere.has(name))) {
    throw notImplemented("This operation target is not yet supported.");
  }
  return names;
}

/** One user as Graph shows them. */
export function presentUser(
  user: User,
  selected: readonly string[] = defaultUserProperties,
): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const name of selected) {
    const value = userProperties[name]?.(user);
    if (value !== undefined) shown[name] = value;
  }
  // Sign-in times are kept elsewhere and joined by id, so the id always comes with them.
  if (selected.includes("signInActivity")) shown.id = user.id;
  return shown;
}

/**
 * Refuses properties that the caller's scopes, the tenant's licence or the caller's directory roles do not open. Sign-in
 * activity is as the sign-in log: https://learn.microsoft.com/entra/identity/role-based-access-control/delegate-by-task#monitoring.
 * That one reads one's own without a role is documented nowhere, nor is the opposite.
 */
export function refuseHiddenProperties(call: Call, names: Iterable<string>, about?: User): void {
  const { scopes, userId } = call.caller;
  const requested = [...names];
  const isSelf = about?.id === userId;
  const readsAll = fullReaders.some((scope) => scopes.has(scope));
  if (!readsAll && !isSelf && requested.some((name) => !basicUserProperties.has(name))) {
    throw forbidden();
  }
  if (requested.includes("signInActivity")) {
    if (!scopes.has("AuditLog.Read.All")) throw forbidden();
    if (call.tenant.licence === "none") throw notLicensed();
    if (!isSelf && !holdsAnyOf(call.caller, logReaders)) throw unsupportedRole();
  }
}

const fullReaders = [
  "User.Read.All",
  "User.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
] as const;

/** Delegated scopes that open every user. */
export const userReaders: readonly string[] = ["User.ReadBasic.All", ...fullReaders];
