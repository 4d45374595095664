import { accessReviewEndpoints } from "./access-reviews/access-review-endpoints.ts";
import { servicePrincipals } from "./applications/service-principals.ts";
import { getDirectoryAudit } from "./audit-logs/get-directory-audit.ts";
import { getSignIn } from "./audit-logs/get-sign-in.ts";
import { listDirectoryAudits } from "./audit-logs/list-directory-audits.ts";
import { listSignIns } from "./audit-logs/list-sign-ins.ts";
import { listPermissionGrants } from "./consent/list-permission-grants.ts";
import { deleteDeletedItem } from "./deleted-items/delete-deleted-item.ts";
import { getDeletedItem } from "./deleted-items/get-deleted-item.ts";
import { listDeletedItems } from "./deleted-items/list-deleted-items.ts";
import { restoreDeletedItem } from "./deleted-items/restore-deleted-item.ts";
import { getByIds } from "./directory-objects/get-by-ids.ts";
import type { Endpoint } from "./endpoint.ts";
import { addMember } from "./groups/add-member.ts";
import { createGroup } from "./groups/create-group.ts";
import { getGroup } from "./groups/get-group.ts";
import { countGroups, listGroups } from "./groups/list-groups.ts";
import { listMembers } from "./groups/list-members.ts";
import { listOwners } from "./groups/list-owners.ts";
import { listTransitiveMemberOfGroup } from "./groups/list-transitive-member-of.ts";
import { listTransitiveMembers } from "./groups/list-transitive-members.ts";
import { removeMemberWithoutRef } from "./groups/remove-member-without-ref.ts";
import { removeMember } from "./groups/remove-member.ts";
import { updateGroup } from "./groups/update-group.ts";
import { createInvitation } from "./invitations/create-invitation.ts";
import { getMe } from "./me/get-me.ts";
import {
  deleteAppRoleAssignment,
  listAppRoleAssignments,
} from "./memberships/app-role-assignments.ts";
import { checkMemberGroups } from "./memberships/check-member-groups.ts";
import { getMemberGroups } from "./memberships/get-member-groups.ts";
import { listMemberOf } from "./memberships/list-member-of.ts";
import { listOwnedObjects } from "./memberships/list-owned-objects.ts";
import { listTransitiveMemberOf } from "./memberships/list-transitive-member-of.ts";
import { listOrganization } from "./organization/list-organization.ts";
import { listSubscribedSkus } from "./organization/list-subscribed-skus.ts";
import { directoryRoles } from "./roles/directory-roles.ts";
import { roleAssignments } from "./roles/role-assignments.ts";
import { roleDefinitions } from "./roles/role-definitions.ts";
import { roleEligibilityScheduleInstances } from "./roles/role-eligibility-schedule-instances.ts";
import { revokeSignInSessions } from "./sessions/revoke-sign-in-sessions.ts";
import { addSponsor } from "./users/add-sponsor.ts";
import { countUsers } from "./users/count-users.ts";
import { deleteUser } from "./users/delete-user.ts";
import { deltaUsers } from "./users/delta-users.ts";
import { getManager } from "./users/get-manager.ts";
import { getUser } from "./users/get-user.ts";
import { listSponsors } from "./users/list-sponsors.ts";
import { listUsers } from "./users/list-users.ts";
import { removeSponsor } from "./users/remove-sponsor.ts";
import { updateUser } from "./users/update-user.ts";

/** Every operation this simulator answers; what is not named here is answered 501. */
export const endpoints: readonly Endpoint[] = [
  ...accessReviewEndpoints,
  ...servicePrincipals,
  getDirectoryAudit,
  getSignIn,
  listDirectoryAudits,
  listSignIns,
  listPermissionGrants,
  deleteDeletedItem,
  getDeletedItem,
  ...listDeletedItems,
  restoreDeletedItem,
  getByIds,
  addMember,
  countGroups,
  createGroup,
  getGroup,
  listGroups,
  ...listMembers,
  ...listOwners,
  ...listTransitiveMembers,
  ...listTransitiveMemberOfGroup,
  removeMemberWithoutRef,
  removeMember,
  updateGroup,
  createInvitation,
  getMe,
  checkMemberGroups,
  deleteAppRoleAssignment,
  getMemberGroups,
  listAppRoleAssignments,
  ...listMemberOf,
  listOwnedObjects,
  ...listTransitiveMemberOf,
  listOrganization,
  listSubscribedSkus,
  ...directoryRoles,
  roleAssignments,
  ...roleDefinitions,
  roleEligibilityScheduleInstances,
  revokeSignInSessions,
  addSponsor,
  countUsers,
  deleteUser,
  deltaUsers,
  getManager,
  getUser,
  listSponsors,
  listUsers,
  removeSponsor,
  updateUser,
];
