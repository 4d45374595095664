/**
 * Template ids of the built-in directory roles that the simulator knows.
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export const roleTemplates = {
  globalAdministrator: "62e90394-69f5-4237-9190-012177145e10",
  globalReader: "f2ef992c-3afb-46b9-b7cf-a126ee74c451",
  userAdministrator: "fe930be7-5e62-47db-91af-98c3a49a38b1",
  guestInviter: "95e79109-95c0-4d8e-aee3-d01accf2d47b",
  privilegedRoleAdministrator: "e8611ab8-c189-46e8-94e1-60213ab1f814",
  identityGovernanceAdministrator: "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e",
  securityReader: "5d6b6bb7-de71-4623-b4af-96380a352509",
  securityAdministrator: "194ae4cb-b126-40b2-bd5b-6091b380977d",
  reportsReader: "4a5d8f65-41da-4de4-8968-e035b65339cf",
  helpdeskAdministrator: "729827e3-9c14-49f7-bb1b-9608f156bbb8",
  directoryReaders: "88d8e3e3-8f55-4a1e-953a-9b9898b8876b",
  directoryWriters: "9360feb5-f418-4baa-8175-e2a00bac4301",
  applicationAdministrator: "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
  groupsAdministrator: "fdd7a751-b60b-444a-984c-02652fe8fa1c",
  securityOperator: "5f2222b1-57c3-48ba-8ad5-d4759f1fde6f",
} as const;

export type RoleKey = keyof typeof roleTemplates;

/** What each of those roles is called in the directory. */
export const roleNames: Readonly<Record<RoleKey, string>> = {
  globalAdministrator: "Global Administrator",
  globalReader: "Global Reader",
  userAdministrator: "User Administrator",
  guestInviter: "Guest Inviter",
  privilegedRoleAdministrator: "Privileged Role Administrator",
  identityGovernanceAdministrator: "Identity Governance Administrator",
  securityReader: "Security Reader",
  securityAdministrator: "Security Administrator",
  reportsReader: "Reports Reader",
  helpdeskAdministrator: "Helpdesk Administrator",
  directoryReaders: "Directory Readers",
  directoryWriters: "Directory Writers",
  applicationAdministrator: "Application Administrator",
  groupsAdministrator: "Groups Administrator",
  securityOperator: "Security Operator",
};

export const roleKeys = Object.keys(roleTemplates) as RoleKey[];
