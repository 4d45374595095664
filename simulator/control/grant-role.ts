import { randomUUID } from "node:crypto";
import type { DirectoryRole, User } from "../state/entities.ts";
import { roleKeys, roleNames, roleTemplates } from "../state/roles.ts";
import type { Tenant } from "../state/tenant.ts";
import { ControlRefusal } from "./fields.ts";

/** The directory role of this display name, activated when it was not; undefined when there is none. */
export function directoryRole(tenant: Tenant, displayName: string): DirectoryRole | undefined {
  const key = roleKeys.find((each) => roleNames[each] === displayName);
  if (key === undefined) return undefined;
  const roleTemplateId = roleTemplates[key];
  const { roles } = tenant.directory;
  const active = [...roles.values()].find((role) => role.roleTemplateId === roleTemplateId);
  if (active !== undefined) return active;
  const role = { id: randomUUID(), roleTemplateId, displayName, memberIds: new Set<string>() };
  roles.set(role.id, role);
  return role;
}

/** The same, refusing names of no role. */
export function knownRole(tenant: Tenant, displayName: string): DirectoryRole {
  const role = directoryRole(tenant, displayName);
  if (role === undefined) throw new ControlRefusal("roles", `no directory role '${displayName}'`);
  return role;
}

/** Lets somebody activate a directory role for the whole tenant, from now on and without an end. */
export function makeEligible(
  { directory, clock }: Tenant,
  { id: principalId }: User,
  { roleTemplateId: roleDefinitionId }: DirectoryRole,
): void {
  const id = randomUUID();
  const schedule = { startDateTime: clock.iso(), endDateTime: null };
  const grant = { id, principalId, roleDefinitionId, directoryScopeId: "/" };
  directory.roleEligibilities.set(id, { ...grant, ...schedule });
}

/** Gives or takes a directory role, or an app role of the product when the person is a persona. */
export function setRole(tenant: Tenant, user: User, name: string, held: boolean): void {
  const role = directoryRole(tenant, name);
  if (role !== undefined) {
    if (held) role.memberIds.add(user.id);
    else role.memberIds.delete(user.id);
    return;
  }
  const persona = tenant.personas.find(({ userId }) => userId === user.id);
  if (persona === undefined || !name.startsWith("Governance.")) {
    throw new ControlRefusal("role", `no role '${name}' that this person could hold`);
  }
  const others = persona.appRoles.filter((each) => each !== name);
  persona.appRoles = held ? [...others, name] : others;
}
