import { AUDIT_LOG_READ_ALL } from "@/lib/domain/graph-scopes";
import "../jitless";
import { z } from "zod";

/** https://learn.microsoft.com/graph/api/resources/directoryaudit */
export const auditOnWire = z.object({
  id: z.string(),
  activityDisplayName: z.string().nullish(),
  activityDateTime: z.string(),
  result: z.string().nullish(),
  correlationId: z.string().nullish(),
  initiatedBy: z
    .object({
      user: z
        .object({
          id: z.string().nullish(),
          displayName: z.string().nullish(),
          userPrincipalName: z.string().nullish(),
        })
        .nullish(),
      app: z.object({ displayName: z.string().nullish() }).nullish(),
    })
    .nullish(),
  targetResources: z.array(z.object({ id: z.string().nullish() })).nullish(),
});

export type AuditOnWire = z.infer<typeof auditOnWire>;

/** https://learn.microsoft.com/graph/api/directoryaudit-list#permissions */
export const AUDIT_SCOPES = [AUDIT_LOG_READ_ALL] as const;
