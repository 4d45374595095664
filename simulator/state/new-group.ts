import type { Group } from "./entities.ts";

/** A plain security group, created a year ago without members or owners, everything else as given. */
export function newGroup(overrides: Partial<Group> = {}): Group {
  const displayName = overrides.displayName ?? "A group";
  return {
    id: crypto.randomUUID(),
    displayName,
    description: null,
    mail: null,
    mailEnabled: false,
    mailNickname: displayName.replace(/[^A-Za-z0-9]/g, ""),
    securityEnabled: true,
    groupTypes: [],
    membershipRule: null,
    isAssignableToRole: false,
    onPremisesSyncEnabled: null,
    resourceProvisioningOptions: [],
    visibility: null,
    createdDateTime: new Date(Date.now() - 365 * 86_400_000).toISOString(),
    memberIds: new Set(),
    ownerIds: new Set(),
    ...overrides,
  };
}
