import { DIRECTORY_READ_ALL, USER_READ_ALL } from "@/lib/domain/graph-scopes";
import type { BatchAnswer, Graph } from "../graph";
import "../jitless";
import { z } from "zod";

export interface FootprintGroup {
  readonly id: string;
  readonly displayName: string | null;
  readonly kind: "team" | "microsoft-365" | "security" | "other";
  readonly dynamic: boolean;
  readonly roleAssignable: boolean;
}

export interface FootprintAppRole {
  readonly id: string;
  readonly app: string | null;
  readonly appId: string;
  /** Given to a group that the guest is a direct member of. */
  readonly through: "self" | "group";
}

export interface FootprintRole {
  readonly id: string;
  readonly displayName: string | null;
}

export interface OwnedObject {
  readonly id: string;
  readonly displayName: string | null;
  readonly kind: "group" | "application" | "servicePrincipal" | "other";
}

/** One part of a footprint: its content, or that it could not be read. */
export type Part<T> =
  | { readonly kind: "read"; readonly items: readonly T[]; readonly more: boolean }
  | { readonly kind: "unreadable"; readonly because: "forbidden" | "failed" };

/** Everything that a guest has access to, and what would lose its owner. */
export interface Footprint {
  readonly groups: Part<FootprintGroup>;
  readonly appRoles: Part<FootprintAppRole>;
  /** Held directly or through a role-assignable group. */
  readonly directoryRoles: Part<FootprintRole>;
  readonly ownedObjects: Part<OwnedObject>;
}

/** https://learn.microsoft.com/graph/api/user-list-approleassignments and user-list-memberof */
export const FOOTPRINT_SCOPES = [USER_READ_ALL, DIRECTORY_READ_ALL] as const;

const ADVANCED = { ConsistencyLevel: "eventual" };
const GROUP_FIELDS =
  "id,displayName,groupTypes,securityEnabled,isAssignableToRole,resourceProvisioningOptions";

const named = z.object({ id: z.string(), displayName: z.string().nullish() });
const groupOnWire = named.extend({
  groupTypes: z.array(z.string()).nullish(),
  securityEnabled: z.boolean().nullish(),
  isAssignableToRole: z.boolean().nullish(),
  resourceProvisioningOptions: z.array(z.string()).nullish(),
});
const ownedOnWire = named.extend({ "@odata.type": z.string().nullish() });
const appRoleOnWire = z.object({
  id: z.string(),
  resourceId: z.string(),
  resourceDisplayName: z.string().nullish(),
  principalId: z.string().nullish(),
});

/** Reads everything at once; a part that cannot be read does not keep the others away. */
export async function readFootprint(
  graph: Graph,
  guestId: string,
  signal?: AbortSignal,
): Promise<Footprint> {
  const user = `/users/${encodeURIComponent(guestId)}`;
  const roles = `${user}/transitiveMemberOf/microsoft.graph.directoryRole`;
  const get = (id: string, path: string, headers?: Readonly<Record<string, string>>) =>
    ({ id, method: "GET", path, ...(headers && { headers }) }) as const;
  const answers = await graph.batch(
    [
      get(
        "groups",
        `${user}/memberOf/microsoft.graph.group?$select=${GROUP_FIELDS}&$count=true&$top=999`,
        ADVANCED,
      ),
      get("roles", `${roles}?$select=id,displayName&$count=true`, ADVANCED),
      get("apps", `${user}/appRoleAssignments?$top=999`),
      get("owned", `${user}/ownedObjects?$select=id,displayName&$top=999`),
    ],
    { scopes: FOOTPRINT_SCOPES, ...(signal && { signal }) },
  );
  return {
    groups: partOf(answers.get("groups"), groupOnWire, groupFromWire),
    directoryRoles: partOf(answers.get("roles"), named, nameFromWire),
    appRoles: partOf(answers.get("apps"), appRoleOnWire, (wire) => ({
      id: wire.id,
      app: wire.resourceDisplayName ?? null,
      appId: wire.resourceId,
      through: wire.principalId === guestId ? "self" : "group",
    })),
    ownedObjects: partOf(answers.get("owned"), ownedOnWire, (wire) => ({
      ...nameFromWire(wire),
      kind: ownedKindOf(wire["@odata.type"] ?? ""),
    })),
  };
}

function partOf<Wire, T>(
  answer: BatchAnswer | undefined,
  schema: z.ZodType<Wire>,
  fromWire: (wire: Wire) => T,
): Part<T> {
  if (answer?.status !== 200) {
    return { kind: "unreadable", because: answer?.status === 403 ? "forbidden" : "failed" };
  }
  const page = z
    .object({ value: z.array(schema), "@odata.nextLink": z.string().nullish() })
    .safeParse(answer.body);
  if (!page.success) return { kind: "unreadable", because: "failed" };
  const more = typeof page.data["@odata.nextLink"] === "string";
  return { kind: "read", items: page.data.value.map(fromWire), more };
}

function nameFromWire({ id, displayName }: z.infer<typeof named>): FootprintRole {
  return { id, displayName: displayName ?? null };
}

function groupFromWire(wire: z.infer<typeof groupOnWire>): FootprintGroup {
  const types = wire.groupTypes ?? [];
  return {
    ...nameFromWire(wire),
    kind: groupKindOf(wire, types),
    dynamic: types.includes("DynamicMembership"),
    roleAssignable: wire.isAssignableToRole === true,
  };
}

function groupKindOf(
  wire: z.infer<typeof groupOnWire>,
  types: readonly string[],
): FootprintGroup["kind"] {
  if ((wire.resourceProvisioningOptions ?? []).includes("Team")) return "team";
  if (types.includes("Unified")) return "microsoft-365";
  return wire.securityEnabled === true ? "security" : "other";
}

function ownedKindOf(type: string): OwnedObject["kind"] {
  switch (type) {
    case "#microsoft.graph.group":
      return "group";
    case "#microsoft.graph.application":
      return "application";
    case "#microsoft.graph.servicePrincipal":
      return "servicePrincipal";
    default:
      return "other";
  }
}
