import type { RoleGrant } from "../../state/entities.ts";
import { rowOnWire } from "../directory-objects/object-on-wire.ts";
import type { Shape } from "../directory-objects/properties.ts";
import type { Call } from "../endpoint.ts";
import { parseSelect } from "../odata/select.ts";

/** What a role that is held and one that may be activated have in common. */
export const grantProperties = {
  id: ({ id }: RoleGrant) => id,
  principalId: ({ principalId }: RoleGrant) => principalId,
  roleDefinitionId: ({ roleDefinitionId }: RoleGrant) => roleDefinitionId,
  directoryScopeId: ({ directoryScopeId }: RoleGrant) => directoryScopeId,
  appScopeId: () => null,
};

/** Shows rows with what the call selects. */
export function shownGrants<Row extends RoleGrant>(
  call: Call,
  type: string,
  shape: Shape<Row>,
): (row: Row) => Record<string, unknown> {
  const select = parseSelect(call.query.get("$select"), type, (name) =>
    Object.hasOwn(shape.properties, name),
  );
  return (row) => rowOnWire(row, shape, select);
}
