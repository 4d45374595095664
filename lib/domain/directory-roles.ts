/** A built-in directory role, by the id that is the same in every tenant. */
export interface DirectoryRole {
  readonly templateId: string;
  readonly name: string;
}

/** The roles that operations need, and those that see every access review: https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
export const ROLES = {
  global: {
    templateId: "62e90394-69f5-4237-9190-012177145e10",
    name: "Global Administrator",
  },
  users: {
    templateId: "fe930be7-5e62-47db-91af-98c3a49a38b1",
    name: "User Administrator",
  },
  governance: {
    templateId: "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e",
    name: "Identity Governance Administrator",
  },
  groups: {
    templateId: "fdd7a751-b60b-444a-984c-02652fe8fa1c",
    name: "Groups Administrator",
  },
  inviter: {
    templateId: "95e79109-95c0-4d8e-aee3-d01accf2d47b",
    name: "Guest Inviter",
  },
  writers: {
    templateId: "9360feb5-f418-4baa-8175-e2a00bac4301",
    name: "Directory Writers",
  },
  globalReader: {
    templateId: "f2ef992c-3afb-46b9-b7cf-a126ee74c451",
    name: "Global Reader",
  },
  securityReader: {
    templateId: "5d6b6bb7-de71-4623-b4af-96380a352509",
    name: "Security Reader",
  },
  security: {
    templateId: "194ae4cb-b126-40b2-bd5b-6091b380977d",
    name: "Security Administrator",
  },
} as const satisfies Readonly<Record<string, DirectoryRole>>;
