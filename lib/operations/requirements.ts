import type { DirectoryRole } from "@/lib/domain/directory-roles";
import type { OperationKind } from "@/lib/domain/operation";
import { handlerOf } from "./registry";

/** The least delegated permissions of Graph that an operation needs, with those to read before and after it. */
export function scopesOf(kind: OperationKind): readonly string[] {
  const handler = handlerOf(kind);
  const steps = [handler, ...Object.values(handler.laterSteps ?? {})];
  return [...new Set(steps.flatMap(({ scopes }) => [...scopes.read, ...scopes.send]))];
}

/** The directory roles of which one is enough, the least first; empty where none is needed. */
export function rolesOf(kind: OperationKind): readonly DirectoryRole[] {
  return handlerOf(kind).roles;
}

/**
 * Whether a person with these directory roles (template ids; null when they could not be read) may execute an operation;
 * null when only Graph can tell.
 */
export function mayExecute(
  kind: OperationKind,
  myRoles: ReadonlySet<string> | null,
): boolean | null {
  const { roles, mayWithoutRole } = handlerOf(kind);
  if (roles.length === 0) return true;
  if (myRoles === null) return null;
  if (roles.some(({ templateId }) => myRoles.has(templateId))) return true;
  return mayWithoutRole ? null : false;
}
