import type { Guest } from "@/lib/domain/guest";
import type { Graph } from "../graph";
import { GraphError } from "../graph-error";
import { GUEST_FIELDS, guestFromWire, guestOnWire, SPONSORS } from "./guest-on-wire";
import { GUEST_SCOPES, SIGN_IN_SCOPES } from "./guest-scopes";

/**
 * One guest as the directory has them now; "not-found" when they are gone. Sign-ins come with them only when asked
 * for, since their quota is small, and are "unreadable" where licence or consent is missing.
 */
export async function readGuest(
  graph: Graph,
  id: string,
  options: { readonly signIns: boolean; readonly signal?: AbortSignal },
): Promise<Guest> {
  if (!options.signIns) return read(graph, id, "unread", options.signal);
  try {
    return await read(graph, id, "asked", options.signal);
  } catch (cause) {
    if (!isAboutSignIns(cause)) throw cause;
    return read(graph, id, "unreadable", options.signal);
  }
}

async function read(
  graph: Graph,
  id: string,
  signIns: "asked" | "unread" | "unreadable",
  signal: AbortSignal | undefined,
): Promise<Guest> {
  const asks = signIns === "asked";
  const fields = asks ? [...GUEST_FIELDS, "signInActivity"] : GUEST_FIELDS;
  const path = `/users/${encodeURIComponent(id)}?$select=${fields.join(",")}&${SPONSORS}`;
  const wire = await graph.read(path, {
    scopes: asks ? SIGN_IN_SCOPES : GUEST_SCOPES,
    schema: guestOnWire,
    ...(asks && { retryOn: ["licence-missing"] as const }),
    ...(signal && { signal }),
  });
  return guestFromWire(wire, signIns);
}

function isAboutSignIns(cause: unknown): boolean {
  if (!(cause instanceof GraphError)) return false;
  return ["licence-missing", "forbidden", "needs-consent"].includes(cause.kind);
}
