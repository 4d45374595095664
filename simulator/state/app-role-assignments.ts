import type { AppRoleAssignment } from "./entities.ts";
import type { Tenant } from "./tenant.ts";

/** Who was given which application: the directory's rows, and what the personas may do in the product. */
export function appRoleAssignments(tenant: Tenant): AppRoleAssignment[] {
  return [...tenant.directory.appRoleAssignments.values(), ...rolesInProduct(tenant)];
}

/** Takes an assignment back, wherever it stands. */
export function removeAppRoleAssignment(tenant: Tenant, assignment: AppRoleAssignment): void {
  tenant.directory.appRoleAssignments.delete(assignment.id);
  const persona = tenant.personas.find(({ userId }) => userId === assignment.principalId);
  const roles = tenant.directory.servicePrincipals.get(assignment.resourceId)?.appRoles ?? [];
  const removed = roles.find(({ id }) => id === assignment.appRoleId)?.value;
  if (persona) persona.appRoles = persona.appRoles.filter((role) => role !== removed);
}

/** A token has the personas' roles by name; here they are what Entra keeps of them. */
function rolesInProduct({ directory, personas }: Tenant): AppRoleAssignment[] {
  return [...directory.servicePrincipals.values()].flatMap(({ id: resourceId, appRoles = [] }) =>
    appRoles.flatMap((role) =>
      personas
        .filter((persona) => persona.appRoles.includes(role.value))
        .map(({ userId }) => ({
          id: `${userId}.${role.id}`,
          appRoleId: role.id,
          principalId: userId,
          principalType: "User" as const,
          resourceId,
          createdDateTime: directory.users.get(userId)?.createdDateTime ?? directory.clock.iso(),
        })),
    ),
  );
}
