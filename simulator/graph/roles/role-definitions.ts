import { roleKeys, roleNames, roleTemplates } from "../../state/roles.ts";
import { listRows } from "../directory-objects/list-rows.ts";
import { rowOnWire } from "../directory-objects/object-on-wire.ts";
import type { Shape } from "../directory-objects/properties.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { notFound } from "../errors.ts";
import type { Resource } from "../odata/resource.ts";
import { parseSelect } from "../odata/select.ts";

const path = "/roleManagement/directory/roleDefinitions";
const scopes = [
  "RoleManagement.Read.Directory",
  "RoleManagement.Read.All",
  "RoleManagement.ReadWrite.Directory",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

interface RoleDefinition {
  id: string;
  displayName: string;
  isBuiltIn: boolean;
}

const builtIn: readonly RoleDefinition[] = roleKeys.map((key) => ({
  id: roleTemplates[key],
  displayName: roleNames[key],
  isBuiltIn: true,
}));

/** The built-in roles, then those that the organization made itself. */
function rowsOf({ tenant }: Call): readonly RoleDefinition[] {
  const own = [...tenant.directory.customRoles.values()];
  return [...builtIn, ...own.map((role) => ({ ...role, isBuiltIn: false }))];
}

/** A built-in role has its template's id: https://learn.microsoft.com/graph/api/resources/unifiedroledefinition */
const properties: Shape<RoleDefinition>["properties"] = {
  id: ({ id }) => id,
  displayName: ({ displayName }) => displayName,
  description: () => null,
  isBuiltIn: ({ isBuiltIn }) => isBuiltIn,
  isEnabled: () => true,
  resourceScopes: () => ["/"],
  templateId: ({ id }) => id,
  version: () => "1",
};
const shape: Shape<RoleDefinition> = { byDefault: Object.keys(properties), properties };

const resource: Resource<RoleDefinition> = {
  name: "UnifiedRoleDefinition",
  type: "microsoft.graph.unifiedRoleDefinition",
  properties: {
    id: { read: ({ id }) => id, filter: { eq: "plain" } },
    displayName: {
      read: ({ displayName }) => displayName,
      filter: { eq: "plain", startsWith: "plain" },
    },
    isBuiltIn: { read: ({ isBuiltIn }) => isBuiltIn, filter: { eq: "plain" } },
  },
};

function shownIn(call: Call): (row: RoleDefinition) => Record<string, unknown> {
  const select = parseSelect(call.query.get("$select"), resource.type, (name) =>
    Object.hasOwn(properties, name),
  );
  return (row) => rowOnWire(row, shape, select);
}

const listRoleDefinitions: Endpoint = {
  method: "GET",
  path,
  documentation: "https://learn.microsoft.com/graph/api/rbacapplication-list-roledefinitions",
  scopes,
  options: ["$select", "$top", "$filter"],
  answer(call) {
    const context = "roleManagement/directory/roleDefinitions";
    const shown = shownIn(call);
    return listRows(call, {
      context,
      rows: () => rowsOf(call),
      shown,
      key: ({ id }) => id,
      resource,
    });
  },
};

const getRoleDefinition: Endpoint = {
  method: "GET",
  path: `${path}/{id}`,
  documentation: "https://learn.microsoft.com/graph/api/unifiedroledefinition-get",
  scopes,
  options: ["$select"],
  answer(call) {
    const id = call.params.id ?? "";
    const found = rowsOf(call).find((row) => row.id === id.toLowerCase());
    if (!found) throw notFound(id);
    const context = `${call.root}/$metadata#roleManagement/directory/roleDefinitions/$entity`;
    return { status: 200, body: { "@odata.context": context, ...shownIn(call)(found) } };
  },
};

/** The built-in directory roles that the simulator knows, and the organization's own. */
export const roleDefinitions: readonly Endpoint[] = [listRoleDefinitions, getRoleDefinition];
