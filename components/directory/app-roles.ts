/** The roles of our own app, from the least on; assigned in Entra under Enterprise applications. */
export const APP_ROLES = [
  { value: "Governance.Reader", name: "Reader", may: "see guests and the history" },
  { value: "Governance.Operator", name: "Operator", may: "also act on guests, reviews and groups" },
  { value: "Governance.Administrator", name: "Administrator", may: "also change the settings" },
] as const;

/** The strongest role that this product knows among those in the token; null when there is none. */
export function strongestRole(roles: readonly string[]): (typeof APP_ROLES)[number] | null {
  return APP_ROLES.findLast((role) => roles.includes(role.value)) ?? null;
}
