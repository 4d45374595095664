import { newGroup } from "@/simulator/state/new-group";
import { roleTemplates } from "@/simulator/state/roles";
import type { SimulatedGraph } from "./simulated-graph";

type Directory = SimulatedGraph["tenant"]["directory"];

/** All the ways in which somebody holds a directory role, with how it counts. */
export const WAYS_TO_HOLD_A_ROLE = [
  ["for the whole tenant", "active"],
  ["within an administrative unit", "active"],
  ["of the organization's own", "active"],
  ["through a group", "active"],
  ["to be activated", "eligible"],
  ["to be activated within an administrative unit", "eligible"],
  ["to be activated through a group", "eligible"],
] as const;

export type WayToHoldARole = (typeof WAYS_TO_HOLD_A_ROLE)[number][0];

const UNIT = "/administrativeUnits/0aa2e1a5-0d5c-4a8e-8c0a-5f0d3a1b7c11";

/** Gives somebody a directory role behind the product's back. */
export function giveRole(directory: Directory, way: WayToHoldARole, id: string): void {
  switch (way) {
    case "for the whole tenant":
      hold(directory, id);
      return;
    case "within an administrative unit":
      grant(directory, id, { directoryScopeId: UNIT });
      return;
    case "of the organization's own": {
      const roleDefinitionId = crypto.randomUUID();
      directory.customRoles.set(roleDefinitionId, { id: roleDefinitionId, displayName: "Own" });
      grant(directory, id, { roleDefinitionId });
      return;
    }
    case "through a group":
      hold(directory, groupWith(directory, id));
      return;
    case "to be activated":
      makeEligible(directory, id);
      return;
    case "to be activated within an administrative unit":
      makeEligible(directory, id, { directoryScopeId: UNIT });
      return;
    case "to be activated through a group":
      makeEligible(directory, groupWith(directory, id));
  }
}

interface Grant {
  readonly roleDefinitionId?: string;
  readonly directoryScopeId?: string;
}

function grantTo(principalId: string, options: Grant) {
  const roleDefinitionId = roleTemplates.helpdeskAdministrator;
  const id = crypto.randomUUID();
  return { id, principalId, roleDefinitionId, directoryScopeId: "/", ...options };
}

function hold(directory: Directory, principalId: string): void {
  const [role] = directory.roles.values();
  role?.memberIds.add(principalId);
}

function grant(directory: Directory, principalId: string, options: Grant): void {
  const row = grantTo(principalId, options);
  directory.roleGrants.set(row.id, row);
}

function makeEligible(directory: Directory, principalId: string, options: Grant = {}): void {
  const schedule = { startDateTime: directory.clock.iso(), endDateTime: null };
  const row = { ...grantTo(principalId, options), ...schedule };
  directory.roleEligibilities.set(row.id, row);
}

function groupWith(directory: Directory, memberId: string): string {
  const memberIds = new Set([memberId]);
  const group = newGroup({ displayName: "On call", isAssignableToRole: true, memberIds });
  directory.groups.set(group.id, group);
  return group.id;
}
