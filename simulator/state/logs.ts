export interface AuditTarget {
  id: string;
  displayName: string | null;
  type: string;
  userPrincipalName: string | null;
  modifiedProperties: { displayName: string; oldValue: string | null; newValue: string | null }[];
}

/** A row of Entra's own audit log (directoryAudit). */
export interface AuditRecord {
  id: string;
  category: string;
  correlationId: string;
  result: "success" | "failure" | "timeout";
  resultReason: string;
  activityDisplayName: string;
  activityDateTime: string;
  loggedByService: string;
  operationType: string;
  initiatedBy: {
    user: { id: string; displayName: string | null; userPrincipalName: string | null } | null;
    app: { appId: string | null; displayName: string | null } | null;
  };
  targetResources: AuditTarget[];
  additionalDetails: { key: string; value: string }[];
}

/** A row of the sign-in log (signIn). */
export interface SignInRecord {
  id: string;
  createdDateTime: string;
  userId: string;
  userDisplayName: string | null;
  userPrincipalName: string;
  appId: string;
  appDisplayName: string;
  ipAddress: string;
  clientAppUsed: string;
  isInteractive: boolean;
  errorCode: number;
  failureReason: string | null;
  homeTenantId: string | null;
  resourceTenantId: string;
}
