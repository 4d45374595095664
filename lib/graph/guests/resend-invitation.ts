import { USER_INVITE_ALL } from "@/lib/domain/graph-scopes";
import { MAIL_OF_GUEST } from "@/lib/domain/guest-steps";
import { withTexts } from "@/lib/domain/bind-request";
import type { GraphRequest } from "@/lib/domain/operation";
import type { Graph } from "../graph";
import "../jitless";
import { z } from "zod";

/** https://learn.microsoft.com/graph/api/invitation-post */
export const SCOPES_TO_RESEND = [USER_INVITE_ALL] as const;

const invitationOnWire = z.object({
  invitedUser: z.object({ id: z.string() }).nullish(),
});

export interface ResentInvitation {
  readonly requestId: string | null;
  /** Whom Graph says that it invited: the account that the address belongs to. */
  readonly invitedId: string | null;
}

/** Sends the recorded invitation again. Graph does that when an address is invited that already belongs to a guest. */
export async function resendInvitation(
  graph: Graph,
  request: GraphRequest,
  mail: string,
  tracking: string,
): Promise<ResentInvitation> {
  const { body, requestId } = await graph.send(request.method, request.path, {
    scopes: SCOPES_TO_RESEND,
    body: withTexts(request.body, (text) => (text === MAIL_OF_GUEST ? mail : text)),
    schema: invitationOnWire,
    headers: { "client-request-id": tracking },
  });
  return { requestId, invitedId: body.invitedUser?.id ?? null };
}
