// What a simulated directory remembers. These rows are the simulator's own: what Graph shows of them is made in graph/.

export interface SignInTimes {
  /** Interactive attempts, failed ones included. */
  lastAttemptAt?: string;
  lastNonInteractiveAt?: string;
  lastSuccessAt?: string;
}

export interface ObjectIdentity {
  signInType: string;
  issuer: string;
  issuerAssignedId: string | null;
}

export interface User {
  id: string;
  displayName: string | null;
  givenName: string | null;
  surname: string | null;
  mail: string | null;
  otherMails: string[];
  userPrincipalName: string;
  mailNickname: string | null;
  userType: "Member" | "Guest" | null;
  accountEnabled: boolean;
  companyName: string | null;
  department: string | null;
  jobTitle: string | null;
  city: string | null;
  country: string | null;
  usageLocation: string | null;
  preferredLanguage: string | null;
  creationType: string | null;
  externalUserState: "PendingAcceptance" | "Accepted" | null;
  externalUserStateChangeDateTime: string | null;
  createdDateTime: string | null;
  deletedDateTime: string | null;
  identities: ObjectIdentity[];
  onPremisesSyncEnabled: boolean | null;
  signIns: SignInTimes | null;
  sponsorIds: string[];
  managerId: string | null;
  /** Sessions begun before this instant are over. */
  sessionsValidFrom: string | null;
}

export interface Group {
  id: string;
  displayName: string;
  description: string | null;
  mail: string | null;
  mailEnabled: boolean;
  mailNickname: string;
  securityEnabled: boolean;
  groupTypes: string[];
  membershipRule: string | null;
  isAssignableToRole: boolean;
  onPremisesSyncEnabled: boolean | null;
  resourceProvisioningOptions: string[];
  visibility: string | null;
  createdDateTime: string;
  /** Changed only through the directory's addMember and removeMember, which keep its reverse index. */
  memberIds: ReadonlySet<string>;
  ownerIds: Set<string>;
}

export interface DirectoryRole {
  id: string;
  roleTemplateId: string;
  displayName: string;
  memberIds: Set<string>;
}

/** A directory role that the organization made itself. */
export interface CustomRole {
  id: string;
  displayName: string;
}

/** A role given within a scope, or one of the organization's own. Holders of others are in a DirectoryRole's `memberIds`. */
export interface RoleGrant {
  id: string;
  principalId: string;
  roleDefinitionId: string;
  /** `/` for the whole tenant, or for example `/administrativeUnits/{id}`. */
  directoryScopeId: string;
}

/** A role that a principal may activate (Privileged Identity Management). */
export interface RoleEligibility extends RoleGrant {
  startDateTime: string;
  endDateTime: string | null;
}

export interface ServicePrincipal {
  id: string;
  appId: string;
  displayName: string;
  ownerIds: Set<string>;
  /** Roles that personas hold by name; only the product has any. */
  appRoles?: readonly { id: string; value: string }[];
}

export interface Application {
  id: string;
  appId: string;
  displayName: string;
  ownerIds: Set<string>;
}

export interface AppRoleAssignment {
  id: string;
  appRoleId: string;
  principalId: string;
  principalType: "User" | "Group";
  resourceId: string;
  createdDateTime: string;
}

/** An accepted write, as only tests and the contract's checker may read it. */
export interface Effect {
  sequence: number;
  at: string;
  actorId: string;
  method: string;
  path: string;
  kind: string;
  targetId: string;
  /** What the simulator answered, or failed to answer although the write was applied. */
  answered: "yes" | "reset" | "error";
}
