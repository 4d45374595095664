import type { Decision } from "@/lib/domain/decision";
import { removeGuest, SCOPES_TO_REMOVE } from "@/lib/graph/acts/remove-guest";
import { resendInvitation, SCOPES_TO_RESEND } from "@/lib/graph/acts/resend-invitation";
import { restoreGuest, SCOPES_TO_RESTORE } from "@/lib/graph/acts/restore-guest";
import { SCOPES_TO_SET_ENABLED, setEnabled } from "@/lib/graph/acts/set-enabled";
import type { ActingKind } from "./check-state";
import type { Doors } from "./doors";

interface Acted {
  readonly requestId: string | null;
  readonly detail: string | null;
}

export type ActingDecision = Decision & { readonly kind: ActingKind };

/** What the one call of an act needs. */
export function scopesOfAct(kind: ActingKind): readonly string[] {
  switch (kind) {
    case "block":
    case "unblock":
      return SCOPES_TO_SET_ENABLED;
    case "remove":
      return SCOPES_TO_REMOVE;
    case "restore":
      return SCOPES_TO_RESTORE;
    case "resend":
      return SCOPES_TO_RESEND;
  }
}

/** Sends the one call that a decision stands for, once. It carries the decision's id, for the audit log. */
export async function act(
  { kind, id, guestId }: ActingDecision,
  mail: string | null,
  { graph, me }: Doors,
): Promise<Acted> {
  switch (kind) {
    case "block":
      return acted(await setEnabled(graph, guestId, false, id));
    case "unblock":
      return acted(await setEnabled(graph, guestId, true, id));
    case "remove":
      return acted(await removeGuest(graph, guestId, id));
    case "restore":
      return acted(await restoreGuest(graph, guestId, id));
    case "resend":
      return await resend(graph, guestId, mail ?? "", me.tenantId, id);
  }
}

async function resend(
  graph: Doors["graph"],
  guestId: string,
  mail: string,
  tenantId: string,
  tracking: string,
): Promise<Acted> {
  const { requestId, invitedId } = await resendInvitation(graph, mail, tenantId, tracking);
  const detail =
    invitedId === null || invitedId === guestId ? null : "The address belongs to another account.";
  return { requestId, detail };
}

function acted(requestId: string | null): Acted {
  return { requestId, detail: null };
}
