import { randomUUID } from "node:crypto";
import type { User } from "../state/entities.ts";
import type { Tenant } from "../state/tenant.ts";
import { daysBefore } from "./instants.ts";

/** Writes into the audit log who invited this guest, dated `days` ago. */
export function noteInvitation(tenant: Tenant, guest: User, inviter: User, days: number): void {
  const { audits } = tenant.directory;
  const correlationId = randomUUID();
  audits.push({
    id: `Directory_${correlationId}_${audits.length + 1}`,
    category: "UserManagement",
    correlationId,
    result: "success",
    resultReason: "",
    activityDisplayName: "Invite external user",
    activityDateTime: daysBefore(tenant.clock.now(), days),
    loggedByService: "Invited Users",
    operationType: "Add",
    initiatedBy: {
      user: {
        id: inviter.id,
        displayName: inviter.displayName,
        userPrincipalName: inviter.userPrincipalName,
      },
      app: null,
    },
    targetResources: [
      {
        id: guest.id,
        displayName: guest.displayName,
        type: "User",
        userPrincipalName: guest.userPrincipalName,
        modifiedProperties: [],
      },
    ],
    additionalDetails: [
      { key: "InvitationId", value: randomUUID() },
      { key: "invitedUserEmailAddress", value: guest.mail ?? "" },
    ],
  });
}
