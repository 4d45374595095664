/** The roles of our own app, each including the ones before it: see, carry out operations, set the policy. */
export const APP_ROLES = [
  "Governance.Reader",
  "Governance.Operator",
  "Governance.Administrator",
] as const;

export type AppRole = (typeof APP_ROLES)[number];

/** Whether somebody who holds these roles has this one or a wider one; roles of other kinds count for nothing. */
export function holdsAppRole(held: readonly string[], requiredRole: AppRole): boolean {
  return APP_ROLES.slice(APP_ROLES.indexOf(requiredRole)).some((role) => held.includes(role));
}
