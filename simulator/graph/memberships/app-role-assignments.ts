import { appRoleAssignments, removeAppRoleAssignment } from "../../state/app-role-assignments.ts";
import type { AppRoleAssignment } from "../../state/entities.ts";
import { roleTemplates } from "../../state/roles.ts";
import { recordAudit } from "../audit.ts";
import { userOf } from "../directory-objects/user-of.ts";
import { listRows } from "../directory-objects/list-rows.ts";
import type { Answer, Call, Endpoint } from "../endpoint.ts";
import { notFound } from "../errors.ts";
import type { Resource } from "../odata/resource.ts";
import { parseSelect } from "../odata/select.ts";

const resource: Resource<AppRoleAssignment> = {
  name: "AppRoleAssignment",
  type: "microsoft.graph.appRoleAssignment",
  properties: {
    resourceId: { read: (row) => row.resourceId, filter: { eq: "plain" } },
  },
  known: new Set(["id", "appRoleId", "principalId", "createdDateTime"]),
};

function onWire(call: Call, row: AppRoleAssignment): Record<string, unknown> {
  const { servicePrincipals, users, groups } = call.tenant.directory;
  const principal = users.get(row.principalId) ?? groups.get(row.principalId);
  return {
    id: row.id,
    deletedDateTime: null,
    appRoleId: row.appRoleId,
    createdDateTime: row.createdDateTime,
    principalDisplayName: principal?.displayName ?? null,
    principalId: row.principalId,
    principalType: row.principalType,
    resourceDisplayName: servicePrincipals.get(row.resourceId)?.displayName ?? null,
    resourceId: row.resourceId,
  };
}

const names = [
  "id",
  "deletedDateTime",
  "appRoleId",
  "createdDateTime",
  "principalDisplayName",
  "principalId",
  "principalType",
  "resourceDisplayName",
  "resourceId",
];

/** The applications a person may use, also through groups they are a direct member of. */
export const listAppRoleAssignments: Endpoint = {
  method: "GET",
  path: "/users/{id}/appRoleAssignments",
  documentation: "https://learn.microsoft.com/graph/api/user-list-approleassignments",
  scopes: ["AppRoleAssignment.ReadWrite.All", "Directory.Read.All"],
  options: ["$select", "$top", "$count", "$filter"],
  guestsToo: true,
  answer(call) {
    const { id } = userOf(call);
    const groups = call.tenant.directory.groupsOf(id);
    const principals = new Set([id, ...groups.map((group) => group.id)]);
    return listAssignments(call, ({ principalId }) => principals.has(principalId));
  },
};

/** A page of the assignments that are wanted. */
export function listAssignments(call: Call, matches: (row: AppRoleAssignment) => boolean): Answer {
  const select = parseSelect(call.query.get("$select"), resource.type, (name) =>
    names.includes(name),
  );
  return listRows(call, {
    context: "appRoleAssignments",
    rows: () => appRoleAssignments(call.tenant).filter(matches),
    shown: (row) =>
      Object.fromEntries(
        Object.entries(onWire(call, row)).filter(([name]) => select?.includes(name) ?? true),
      ),
    key: (row) => row.id,
    resource,
  });
}

/** Takes one application away; an assignment held through a group is not the person's to lose. */
export const deleteAppRoleAssignment: Endpoint = {
  method: "DELETE",
  path: "/users/{id}/appRoleAssignments/{assignmentId}",
  documentation: "https://learn.microsoft.com/graph/api/user-delete-approleassignments",
  scopes: ["AppRoleAssignment.ReadWrite.All"],
  roles: [
    roleTemplates.applicationAdministrator,
    roleTemplates.identityGovernanceAdministrator,
    roleTemplates.privilegedRoleAdministrator,
    roleTemplates.userAdministrator,
    roleTemplates.directoryWriters,
  ],
  answer(call) {
    const { directory } = call.tenant;
    const user = userOf(call);
    const id = call.params.assignmentId ?? "";
    const assignment = appRoleAssignments(call.tenant).find((row) => row.id === id);
    if (assignment?.principalId !== user.id) throw notFound(id);
    removeAppRoleAssignment(call.tenant, assignment);
    const target = directory.servicePrincipals.get(assignment.resourceId);
    recordAudit(call, {
      activity: "Remove app role assignment from user",
      category: "ApplicationManagement",
      operationType: "Unassign",
      targets: [
        {
          id: assignment.resourceId,
          displayName: target?.displayName ?? null,
          type: "ServicePrincipal",
          userPrincipalName: null,
          modifiedProperties: [],
        },
      ],
    });
    directory.noteEffect({
      actorId: call.caller.userId,
      method: call.method,
      path: call.path,
      kind: "app-role-assignment-removed",
      targetId: user.id,
    });
    return { status: 204 };
  },
};
