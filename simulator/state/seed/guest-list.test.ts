import { describe, expect, test } from "vitest";
import { seedTenant } from "./harborline.ts";

const size = 20_000;
const { directory } = seedTenant({ guests: size, seed: 1 });
const { users, groups, roles, servicePrincipals, applications } = directory;
const guests = [...users.values()].filter(({ userType }) => userType === "Guest");

describe("what its guests may reach", () => {
  const guestIds = new Set(guests.map(({ id }) => id));
  const withGuest = [...groups.values()].filter(({ memberIds }) =>
    [...memberIds].some((id) => guestIds.has(id)),
  );

  test.each([
    ["a team", ({ resourceProvisioningOptions }) => resourceProvisioningOptions.includes("Team")],
    [
      "a Microsoft 365 group",
      ({ groupTypes, resourceProvisioningOptions }) =>
        groupTypes.includes("Unified") && resourceProvisioningOptions.length === 0,
    ],
    [
      "a dynamic group",
      ({ membershipRule, groupTypes }) =>
        membershipRule !== null && groupTypes.includes("DynamicMembership"),
    ],
    ["a role-assignable group", ({ isAssignableToRole }) => isAssignableToRole],
    [
      "a mail-enabled security group",
      ({ mailEnabled, securityEnabled }) => mailEnabled && securityEnabled,
    ],
    ["a synced group", ({ onPremisesSyncEnabled }) => onPremisesSyncEnabled === true],
    ["a group without owner", ({ ownerIds }) => ownerIds.size === 0],
    ["a group within a group", ({ id }) => directory.groupsOf(id).length > 0],
  ] satisfies [string, (group: (typeof withGuest)[number]) => boolean][])("is %s", (_, test) => {
    expect(withGuest.some(test)).toBe(true);
  });

  test("is a directory role, directly or through a group, and what they own", () => {
    const direct = [...roles.values()].flatMap(({ memberIds }) => [...memberIds]);
    expect(direct.some((id) => guestIds.has(id))).toBe(true);
    const carrier = withGuest.find(({ isAssignableToRole }) => isAssignableToRole);
    const through = [...(carrier?.memberIds ?? [])].filter(
      (id) => guestIds.has(id) && !direct.includes(id),
    );
    expect(directory.rolesOf(through[0] ?? "").length).toBeGreaterThan(0);
    const owners = [...applications.values()].flatMap(({ ownerIds }) => [...ownerIds]);
    expect(owners.some((id) => guestIds.has(id))).toBe(true);
    expect(withGuest.some(({ ownerIds }) => [...ownerIds].some((id) => guestIds.has(id)))).toBe(
      true,
    );
  });

  test("is an application, for some of them", () => {
    const assigned = [...directory.appRoleAssignments.values()];
    expect(
      assigned.filter(({ principalId }) => !guestIds.has(principalId) && !groups.has(principalId)),
    ).toEqual([]);
    expect(assigned.filter(({ resourceId }) => !servicePrincipals.has(resourceId))).toEqual([]);
    expect(assigned.length / size).toBeCloseTo(0.08, 1);
  });
});
