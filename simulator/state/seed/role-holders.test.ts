import { expect, test } from "vitest";
import { seedTenant } from "./harborline.ts";

test.each([60, 400])("Among %i guests there is every way to hold a directory role", (guests) => {
  const { directory } = seedTenant({ guests, seed: 1 });
  const guestIds = [...directory.users.values()]
    .filter(({ userType }) => userType === "Guest")
    .map(({ id }) => id);
  const none = guestIds.filter((id) => directory.rolesOf(id).length === 0);
  const grants = [...directory.roleGrants.values()].filter((row) => none.includes(row.principalId));
  const scopes = grants.map(({ directoryScopeId }) => directoryScopeId);
  expect(scopes.some((scope) => scope.startsWith("/administrativeUnits/"))).toBe(true);
  expect(grants.some((row) => directory.customRoles.has(row.roleDefinitionId))).toBe(true);
  const principals = [...directory.roleEligibilities.values()].map((row) => row.principalId);
  expect(principals.some((id) => none.includes(id))).toBe(true);
  const groups = principals.flatMap((id) => directory.groups.get(id) ?? []);
  const through = groups.flatMap(({ memberIds }) => [...memberIds]);
  expect(through.some((id) => none.includes(id) && directory.holdsAnyRole(id))).toBe(true);
  expect(groups.every(({ isAssignableToRole }) => isAssignableToRole)).toBe(true);
});
