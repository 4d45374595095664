import type { DirectoryObject, ObjectKind } from "./directory-object.ts";
import { countRows, type Listing, listRows } from "./list-rows.ts";
import { objectOnWire, selectFor } from "./object-on-wire.ts";
import type { Answer, Call } from "../endpoint.ts";
import { needsAdvancedQuery } from "../errors.ts";
import { isAdvancedQuery } from "../odata/advanced.ts";
import type { Resource } from "../odata/resource.ts";

/** The query options that a relationship of directory objects understands. */
export const relationshipOptions = [
  "$select",
  "$top",
  "$count",
  "$filter",
  "$search",
  "$orderby",
] as const;

const nameOf = (object: DirectoryObject) => object.row.displayName;

/** What a relationship can be filtered by, whatever kind its objects are. */
const objectResource: Resource<DirectoryObject> = {
  name: "DirectoryObject",
  type: "microsoft.graph.directoryObject",
  properties: {
    id: { read: (object) => object.row.id, filter: { eq: "advanced" } },
    displayName: {
      read: nameOf,
      filter: { eq: "advanced", startsWith: "advanced" },
      orderBy: "advanced",
    },
    userType: {
      read: (object) => (object.kind === "user" ? object.row.userType : null),
      filter: { eq: "advanced" },
    },
    accountEnabled: {
      read: (object) => (object.kind === "user" ? object.row.accountEnabled : null),
      filter: { eq: "advanced" },
    },
    securityEnabled: {
      read: (object) => (object.kind === "group" ? object.row.securityEnabled : null),
      filter: { eq: "advanced" },
    },
    mailEnabled: {
      read: (object) => (object.kind === "group" ? object.row.mailEnabled : null),
      filter: { eq: "advanced" },
    },
    "groupTypes[]": {
      read: (object) => (object.kind === "group" ? object.row.groupTypes : []),
      filter: { eq: "advanced" },
    },
  },
};

export const everyKind: readonly ObjectKind[] = [
  "user",
  "group",
  "directoryRole",
  "servicePrincipal",
  "application",
];

/**
 * Answers a relationship, or only one kind of its objects where the path casts it. A cast needs an advanced query:
 * https://learn.microsoft.com/graph/aad-advanced-queries
 */
export function listObjects(
  call: Call,
  objects: () => readonly DirectoryObject[],
  cast?: ObjectKind,
): Answer {
  if (cast && !isAdvancedQuery(call)) throw needsAdvancedQuery(`microsoft.graph.${cast}`);
  return listRows(call, listing(call, objects, cast));
}

/** Answers `/$count` of a relationship. */
export function countObjects(
  call: Call,
  objects: () => readonly DirectoryObject[],
  cast?: ObjectKind,
): Answer {
  return countRows(call, listing(call, objects, cast));
}

function listing(
  call: Call,
  objects: () => readonly DirectoryObject[],
  cast: ObjectKind | undefined,
): Listing<DirectoryObject> {
  const select = selectFor(call, cast ? [cast] : everyKind);
  return {
    context: cast ? `${cast}s` : "directoryObjects",
    rows: () => (cast ? objects().filter(({ kind }) => kind === cast) : objects()),
    shown: (object) => objectOnWire(object, call, select),
    key: (object) => object.row.id,
    resource: objectResource,
    searchable: { displayName: (object) => [nameOf(object) ?? ""] },
    isRelationship: true,
  };
}
