import type { DirectoryObject, ObjectKind } from "../directory-objects/directory-object.ts";
import {
  countObjects,
  listObjects,
  relationshipOptions,
} from "../directory-objects/list-objects.ts";
import type { Call, Endpoint } from "../endpoint.ts";

export interface Relationship {
  /** For example `/groups/{id}/members`. */
  path: string;
  documentation: string;
  scopes: readonly string[];
  /** Refuses at once what is not there; finds the objects when they are wanted. */
  objects: (call: Call) => () => readonly DirectoryObject[];
}

/** Reading the objects that a group is related to, of every kind and of each one alone. */
export function relationship(
  { path, documentation, scopes, objects }: Relationship,
  casts: readonly ObjectKind[],
): Endpoint[] {
  return [undefined, ...casts].map((cast) => ({
    method: "GET",
    path: castTo(path, cast),
    documentation,
    scopes,
    options: relationshipOptions,
    answer: (call) => listObjects(call, objects(call), cast),
  }));
}

/** Counting them: all, and the people among them. */
export function countsOf({ path, documentation, scopes, objects }: Relationship): Endpoint[] {
  return ([undefined, "user"] as const).map((cast) => ({
    method: "GET",
    path: `${castTo(path, cast)}/$count`,
    documentation,
    scopes,
    options: ["$filter", "$search"],
    answer: (call) => countObjects(call, objects(call), cast),
  }));
}

function castTo(path: string, cast: ObjectKind | undefined): string {
  return cast === undefined ? path : `${path}/microsoft.graph.${cast}`;
}
