import type { Caller } from "./endpoint.ts";
import { roleTemplates } from "../state/roles.ts";

/** Whether the caller holds one of these directory roles, or Global Administrator, who may do whatever any of them may. */
export function holdsAnyOf(caller: Caller, roles: readonly string[]): boolean {
  return [roleTemplates.globalAdministrator, ...roles].some((role) => caller.roles.has(role));
}
