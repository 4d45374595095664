/** How a directory answers an operation: plainly, only as an advanced query, or only plainly. */
export type Support = "plain" | "advanced" | "plain-only";

export type Operation =
  | "eq"
  | "eq-null"
  | "ge-le"
  | "gt-lt"
  | "startsWith"
  | "endsWith"
  | "contains"
  | "ne";

export interface Property<Row> {
  /** The value of the row; for a path into a collection, the collection. */
  read: (row: Row) => unknown;
  /** Operations not named here are refused. `in` follows `eq`; `ne` and `not` follow it as advanced ones. */
  filter?: Partial<Record<Operation, Support>>;
  orderBy?: Support;
  /** May not stand in a filter together with any other property. */
  alone?: boolean;
  /** Another path that must stand in the same filter. */
  needs?: string;
  /** For `x/$count`: the only numbers it may be compared with. */
  onlyNumbers?: readonly number[];
}

/**
 * What can be asked of one kind of row. Keys are paths as a filter writes them; an item of a collection is
 * `identities[]/issuer`, or `otherMails[]` where the items are plain.
 */
export interface Resource<Row> {
  /** As error messages name it, for example `User`. */
  name: string;
  /** For example `microsoft.graph.user`. */
  type: string;
  properties: Readonly<Record<string, Property<Row>>>;
  /** Names that exist besides, though no filter knows them: refused as unsupported, not as unknown. */
  known?: ReadonlySet<string>;
}

/** The property at a path; undefined for names that only every object has, such as `constructor`. */
export function propertyAt<Row>(resource: Resource<Row>, path: string): Property<Row> | undefined {
  return Object.hasOwn(resource.properties, path) ? resource.properties[path] : undefined;
}
