import { USER_READ_ALL } from "@/lib/domain/graph-scopes";
import type { FoundRole } from "@/lib/domain/role-holders";
import { bodyOfItem } from "../batch";
import type { Graph } from "../graph";
import { GraphError } from "../graph-error";
import "../jitless";
import { z } from "zod";
import { mailFromWire } from "./guest-on-wire";
import { heldRoleOf, requestsForRoles } from "../roles/read-held-role";
import { ASSIGNMENT_SCOPES, ELIGIBILITY_SCOPE } from "../roles/role-readings";

/** What the directory has now for one id. Only "guest" may be changed, and a deleted account only if it was a guest's. */
export type AccountState =
  | {
      readonly kind: "guest";
      readonly enabled: boolean;
      readonly pending: boolean;
      readonly mail: string | null;
      /** Whether the account signs in to this tenant: it was never invited from a home tenant of its own. */
      readonly signsInHere: boolean;
      /** Null where it was not asked, or may not be read. */
      readonly heldRole: FoundRole | null;
    }
  | { readonly kind: "member" }
  | { readonly kind: "deleted"; readonly wasGuest: boolean }
  | { readonly kind: "absent" };

/** https://learn.microsoft.com/graph/api/user-get and directory-deleteditems-get */
export const SCOPES_TO_READ_STATE = [USER_READ_ALL] as const;

/** The same, with the roles that are looked at before acting. */
export function scopesToReadBeforeActing(eligible: boolean): readonly string[] {
  const more = eligible ? [ELIGIBILITY_SCOPE] : [];
  return [...SCOPES_TO_READ_STATE, ...ASSIGNMENT_SCOPES, ...more];
}

const SELECT =
  "$select=id,userType,accountEnabled,mail,otherMails,externalUserState,userPrincipalName";

const liveOnWire = z.object({
  id: z.string(),
  userType: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
  mail: z.string().nullish(),
  otherMails: z.array(z.string()).nullish(),
  externalUserState: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

const deletedOnWire = z.object({ id: z.string(), userType: z.string().nullish() });

/**
 * Reads one id with everything that a precheck needs. `eligible`: whether a role that the account may only activate
 * counts too.
 */
export async function readStateBeforeActing(
  graph: Graph,
  id: string,
  { eligible, signal }: { readonly eligible: boolean; readonly signal?: AbortSignal },
): Promise<AccountState> {
  const user = `/users/${encodeURIComponent(id)}?${SELECT}`;
  const answers = await graph.batch(
    [{ id: "user", method: "GET", path: user }, ...requestsForRoles(id, eligible)],
    { scopes: scopesToReadBeforeActing(eligible), ...(signal && { signal }) },
  );
  const live = answers.get("user");
  if (live?.status === 404) return await readDeleted(graph, id, signal);
  const state = stateOfLive(bodyOfItem(live, liveOnWire, "user"));
  if (state.kind !== "guest") return state;
  return { ...state, heldRole: await heldRoleOf(graph, id, answers, { eligible, signal }) };
}

/** Reads one id back: live, deleted or gone. */
export async function readState(
  graph: Graph,
  id: string,
  signal?: AbortSignal,
): Promise<AccountState> {
  try {
    const path = `/users/${encodeURIComponent(id)}?${SELECT}`;
    return stateOfLive(
      await graph.read(path, {
        scopes: SCOPES_TO_READ_STATE,
        schema: liveOnWire,
        ...(signal && { signal }),
      }),
    );
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  return await readDeleted(graph, id, signal);
}

async function readDeleted(
  graph: Graph,
  id: string,
  signal: AbortSignal | undefined,
): Promise<AccountState> {
  try {
    const path = `/directory/deletedItems/${encodeURIComponent(id)}?$select=id,userType`;
    const { userType } = await graph.read(path, {
      scopes: SCOPES_TO_READ_STATE,
      schema: deletedOnWire,
      ...(signal && { signal }),
    });
    return { kind: "deleted", wasGuest: userType === "Guest" };
  } catch (error) {
    if (isNotFound(error)) return { kind: "absent" };
    throw error;
  }
}

function stateOfLive(wire: z.infer<typeof liveOnWire>): AccountState {
  // An account that is not certainly a guest counts as a member and is never changed.
  if (wire.userType !== "Guest") return { kind: "member" };
  return {
    kind: "guest",
    enabled: wire.accountEnabled !== false,
    pending: wire.externalUserState === "PendingAcceptance",
    mail: mailFromWire(wire),
    // External users are known by either: https://learn.microsoft.com/entra/external-id/user-properties
    signsInHere:
      wire.externalUserState == null && wire.userPrincipalName?.includes("#EXT#") === false,
    heldRole: null,
  };
}

function isNotFound(error: unknown): boolean {
  return error instanceof GraphError && error.kind === "not-found";
}
