import type { DirectoryObject, ObjectKind } from "./directory-object.ts";
import { type Shape, shapes } from "./properties.ts";
import { isReadable } from "./readable.ts";
import type { Call } from "../endpoint.ts";
import { parseSelect } from "../odata/select.ts";

/** The row as Graph shows it, with only the selected properties, or those that come by default. */
export function rowOnWire<Row>(
  row: Row,
  shape: Shape<Row>,
  select: readonly string[] | undefined,
): Record<string, unknown> {
  const names = (select ?? shape.byDefault).filter((name) => Object.hasOwn(shape.properties, name));
  return Object.fromEntries(names.map((name) => [name, shape.properties[name]?.(row)]));
}

function shown<Row>(row: Row, shape: Shape<Row>, select: readonly string[] | undefined) {
  return rowOnWire(row, shape, select && ["id", ...select]);
}

function propertiesOf(object: DirectoryObject, select: readonly string[] | undefined) {
  switch (object.kind) {
    case "user":
      return shown(object.row, shapes.user, select);
    case "group":
      return shown(object.row, shapes.group, select);
    case "directoryRole":
      return shown(object.row, shapes.directoryRole, select);
    case "servicePrincipal":
      return shown(object.row, shapes.servicePrincipal, select);
    case "application":
      return shown(object.row, shapes.application, select);
  }
}

/**
 * A member of a mixed collection: its type, its id, and the rest only as far as the caller may read that type. What
 * may not be read is null, not missing.
 */
export function objectOnWire(
  object: DirectoryObject,
  call: Call,
  select: readonly string[] | undefined,
): Record<string, unknown> {
  const properties = propertiesOf(object, select);
  const type = { "@odata.type": `#microsoft.graph.${object.kind}` };
  const isSelf = object.row.id === call.caller.userId;
  if (isSelf || isReadable(object.kind, call.caller.scopes)) return { ...type, ...properties };
  const hidden = Object.keys(properties).map((name) => [name, null] as const);
  return { ...type, ...Object.fromEntries(hidden), id: object.row.id };
}

/** The names in `$select`; any that no type of the collection has is refused. */
export function selectFor(call: Call, kinds: readonly ObjectKind[]): string[] | undefined {
  const type =
    kinds.length === 1 ? `microsoft.graph.${kinds.join()}` : "microsoft.graph.directoryObject";
  return parseSelect(call.query.get("$select"), type, (name) =>
    kinds.some((kind) => Object.hasOwn(shapes[kind].properties, name)),
  );
}
