import type { Directory } from "../directory.ts";
import type { AppRoleAssignment, ServicePrincipal, User } from "../entities.ts";
import { daysAgo, instant } from "./graph-instants.ts";
import type { Random } from "./random.ts";

const names = [
  "Supplier Portal",
  "Tidewater CRM",
  "Document Vault",
  "Field Tickets",
  "Cargo Tracker",
  "Design Boards",
  "Expense Desk",
  "Training Hub",
  "Contract Signing",
  "Data Exchange",
  "Build Server",
  "BrowserClient Wi-Fi",
];

/** Means access without any particular role: https://learn.microsoft.com/graph/api/resources/approleassignment */
const defaultAccess = "00000000-0000-0000-0000-000000000000";

/** Registers the organization's applications; each is owned by a colleague or two. */
export function registerApps(
  random: Random,
  directory: Directory,
  colleagues: readonly User[],
): void {
  for (const displayName of names) {
    const appId = random.guid();
    const owners = [random.pick(colleagues).id, random.pick(colleagues).id];
    const application = { id: random.guid(), appId, displayName, ownerIds: new Set(owners) };
    const principal = { id: random.guid(), appId, displayName, ownerIds: new Set(owners.slice(1)) };
    directory.applications.set(application.id, application);
    directory.servicePrincipals.set(principal.id, principal);
  }
}

/** Opens one of the applications to a person or a group, since some day of the last 300. */
export function assignApp(
  random: Random,
  directory: Directory,
  resources: readonly ServicePrincipal[],
  principal: { id: string; type: AppRoleAssignment["principalType"] },
  now: number,
): void {
  const assignment: AppRoleAssignment = {
    id: random.guid(),
    appRoleId: random.chance(0.6) ? defaultAccess : random.guid(),
    principalId: principal.id,
    principalType: principal.type,
    resourceId: random.pick(resources).id,
    createdDateTime: instant(daysAgo(now, random.between(0, 300))),
  };
  directory.appRoleAssignments.set(assignment.id, assignment);
}
