import { DIRECTORY_READ_ALL } from "@/lib/domain/graph-scopes";
import type { Graph } from "../graph";
import "../jitless";
import { z } from "zod";
import { searchFor } from "./search-text";

/** An application of the organization, by its service principal. */
export interface Application {
  readonly servicePrincipalId: string;
  readonly displayName: string;
}

/** Also opens a guest's app roles, so nothing more is asked for. https://learn.microsoft.com/graph/api/serviceprincipal-list#permissions */
export const APPLICATION_SCOPES = [DIRECTORY_READ_ALL] as const;

const MOST = 20;

export const applicationOnWire = z.object({ id: z.string(), displayName: z.string().nullish() });

/** The first few applications that match the text, by name. */
export async function searchApplications(
  graph: Graph,
  text: string,
  signal?: AbortSignal,
): Promise<readonly Application[]> {
  const search = searchFor(text, ["displayName"]);
  if (search === null) return [];
  const { value } = await graph.read(
    `/servicePrincipals?${search}&$select=id,displayName&$orderby=displayName&$count=true&$top=${MOST}`,
    {
      scopes: APPLICATION_SCOPES,
      schema: z.object({ value: z.array(applicationOnWire) }),
      headers: { ConsistencyLevel: "eventual" },
      ...(signal && { signal }),
    },
  );
  return value.map(({ id, displayName }) => ({
    servicePrincipalId: id,
    displayName: displayName ?? id,
  }));
}
