/** Who may consent to a delegated permission, and the words of the consent page for it. */
export interface DelegatedScope {
  name: string;
  consentBy: "user" | "admin";
  title: string;
}

const byUser: Record<string, string> = {
  "User.Read": "Sign you in and read your profile",
  "User.ReadBasic.All": "Read all users' basic profiles",
  "User.ReadWrite": "Read and update your profile",
  "Mail.Send": "Send mail as you",
};

const byAdmin: Record<string, string> = {
  "AccessReview.Read.All": "Read all access reviews that you can access",
  "AccessReview.ReadWrite.All": "Manage all access reviews that you can access",
  "AdministrativeUnit.Read.All": "Read administrative units",
  "AppRoleAssignment.ReadWrite.All": "Manage app permission grants and app role assignments",
  "Application.Read.All": "Read applications",
  "Application.ReadWrite.All": "Read and write all applications",
  "AuditLog.Read.All": "Read audit log data",
  "CrossTenantInformation.ReadBasic.All": "Read cross-tenant basic information",
  "DelegatedPermissionGrant.ReadWrite.All": "Manage all delegated permission grants",
  "Directory.Read.All": "Read directory data",
  "Directory.ReadWrite.All": "Read and write directory data",
  "Domain.Read.All": "Read domains",
  "Domain.ReadWrite.All": "Read and write domains",
  "EntitlementManagement.Read.All": "Read all entitlement management resources",
  "EntitlementManagement.ReadWrite.All": "Read and write entitlement management resources",
  "EntitlementMgmt-SubjectAccess.ReadWrite": "Request access packages on your behalf",
  "Group.Read.All": "Read all groups",
  "Group.ReadWrite.All": "Read and write all groups",
  "GroupMember.Read.All": "Read group memberships",
  "GroupMember.ReadWrite.All": "Read and write group memberships",
  "IdentityProvider.Read.All": "Read identity providers",
  "IdentityRiskyUser.Read.All": "Read identity risky user information",
  "LicenseAssignment.Read.All": "Read all license assignments",
  "MultiTenantOrganization.Read.All": "Read multi-tenant organization details",
  "Organization.Read.All": "Read organization information",
  "Policy.Read.All": "Read your organization's policies",
  "Policy.ReadWrite.Authorization": "Read and write your organization's authorization policy",
  "Policy.ReadWrite.CrossTenantAccess":
    "Read and write your organization's cross tenant access policies",
  "ProvisioningLog.Read.All": "Read all provisioning log data",
  "RoleAssignmentSchedule.Read.Directory": "Read all active role assignments for your directory",
  "RoleAssignmentSchedule.ReadWrite.Directory":
    "Read, update and delete all active role assignments for your directory",
  "RoleEligibilitySchedule.Read.Directory": "Read all eligible role assignments for your directory",
  "RoleEligibilitySchedule.ReadWrite.Directory":
    "Read, update and delete all eligible role assignments for your directory",
  "RoleManagement.Read.All": "Read role management data for all RBAC providers",
  "RoleManagement.Read.Directory": "Read directory RBAC settings",
  "RoleManagement.ReadWrite.Directory": "Read and write directory RBAC settings",
  "RoleManagementPolicy.Read.Directory":
    "Read all policies for privileged role assignments of your directory",
  "User.DeleteRestore.All": "Delete and restore all users",
  "User.EnableDisableAccount.All": "Enable and disable user accounts",
  "User.Invite.All": "Invite guest users to the organization",
  "User.ManageIdentities.All": "Manage all users' identities",
  "User.Read.All": "Read all users' full profiles",
  "User.ReadWrite.All": "Read and write all users' full profiles",
  "User.RevokeSessions.All": "Revoke all sign in sessions for a user",
};

function scopes(titles: Record<string, string>, consentBy: DelegatedScope["consentBy"]) {
  return Object.entries(titles).map(([name, title]) => ({ name, consentBy, title }));
}

/**
 * The delegated permissions of Microsoft Graph that exist here, by lower-case name
 * (learn.microsoft.com/graph/permissions-reference).
 */
export const delegatedScopes: ReadonlyMap<string, DelegatedScope> = new Map(
  [...scopes(byUser, "user"), ...scopes(byAdmin, "admin")].map((scope) => [
    scope.name.toLowerCase(),
    scope,
  ]),
);
