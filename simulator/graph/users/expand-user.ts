import { presentUser, selectedOfUser } from "./present-user.ts";
import { sponsorsOf } from "./sponsors.ts";
import { parseExpand } from "../odata/expand.ts";
import type { Expansion } from "../odata/expand.ts";
import type { Directory } from "../../state/directory.ts";
import type { DirectoryRole, Group, User } from "../../state/entities.ts";

/** How many related objects `$expand` gives. There is no link to the rest. */
const MOST_EXPANDED = 20;

/** What `$expand` asks for, or nothing; refuses other relations than the three this simulator expands. */
export function expansionsOfUser(text: string | null): Expansion[] {
  return text === null ? [] : parseExpand(text, ["sponsors", "manager", "memberOf"]);
}

/** The expanded relations of one user. */
export function expandUser(
  directory: Directory,
  user: User,
  expansions: readonly Expansion[],
): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const { name, select } of expansions) {
    if (name === "manager") {
      const manager = user.managerId === null ? undefined : directory.users.get(user.managerId);
      if (manager) shown.manager = showRelated(manager, select);
      continue;
    }
    const related =
      name === "sponsors"
        ? sponsorsOf(directory, user)
        : [...directory.groupsOf(user.id), ...directory.rolesOf(user.id)];
    shown[name] = related.slice(0, MOST_EXPANDED).map((row) => showRelated(row, select));
  }
  return shown;
}

/** A user, group or directory role where a relation names it, with its type. */
export function showRelated(
  row: User | Group | DirectoryRole,
  select?: string,
): Record<string, unknown> {
  if ("userPrincipalName" in row) {
    const shown = presentUser(row, selectedOfUser(select));
    return { "@odata.type": "#microsoft.graph.user", ...shown };
  }
  const isRole = "roleTemplateId" in row;
  const whole: Record<string, unknown> = isRole
    ? {
        id: row.id,
        deletedDateTime: null,
        description: null,
        displayName: row.displayName,
        roleTemplateId: row.roleTemplateId,
      }
    : {
        id: row.id,
        deletedDateTime: null,
        createdDateTime: `${row.createdDateTime.slice(0, 19)}Z`,
        description: row.description,
        displayName: row.displayName,
        groupTypes: row.groupTypes,
        isAssignableToRole: row.isAssignableToRole,
        mail: row.mail,
        mailEnabled: row.mailEnabled,
        mailNickname: row.mailNickname,
        membershipRule: row.membershipRule,
        onPremisesSyncEnabled: row.onPremisesSyncEnabled,
        resourceProvisioningOptions: row.resourceProvisioningOptions,
        securityEnabled: row.securityEnabled,
        visibility: row.visibility,
      };
  const names = select?.split(",").map((name) => name.trim()) ?? Object.keys(whole);
  return {
    "@odata.type": isRole ? "#microsoft.graph.directoryRole" : "#microsoft.graph.group",
    ...Object.fromEntries(names.flatMap((name) => (name in whole ? [[name, whole[name]]] : []))),
  };
}
