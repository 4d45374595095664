/** What a simulator that was told nothing else calls its tenant and the product's registration. */
export const defaults = {
  tenantId: "5f0c2d54-6a3b-4f0e-9d1c-7a2b8e4f6c10",
  tenantName: "Harborline Group",
  domain: "harborline.example",
  appName: "Guestlist",
  clientId: "b7a1c9e2-3d54-4c8f-a6b0-1e2f3d4c5b6a",
  apiScope: "api://b7a1c9e2-3d54-4c8f-a6b0-1e2f3d4c5b6a/Governance.ReadWrite",
  port: 4010,
  appOrigin: "http://localhost:3000",
} as const;

/** The app roles of the product's own registration, as they stand in a token's `roles`. */
export const appRoles = {
  reader: "Governance.Reader",
  operator: "Governance.Operator",
  administrator: "Governance.Administrator",
} as const;
