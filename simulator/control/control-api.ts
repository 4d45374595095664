// The control API's requests and answers. Its client and its routes share nothing else.
import type { User } from "../state/entities.ts";
import type { ConsentedAtFirst } from "../state/consent.ts";
import type { Licence } from "../state/tenant.ts";
import type { Conditions } from "../faults/conditions.ts";

export interface TenantRequest {
  displayName?: string;
  /** 0 when absent: personas and a few colleagues only. */
  guests?: number;
  seed?: number;
  licence?: Licence;
  /** Access reviews with a past as in the demo; needs 60 guests or more. None when absent. */
  reviews?: boolean;
  /** What an administrator consented to for everybody beforehand; "reading" when absent. */
  consents?: ConsentedAtFirst;
}

export interface PersonaSeen {
  name: string;
  username: string;
  userId: string;
  about: string;
  appRoles: string[];
  canConsentForAll: boolean;
}

export interface TenantSeen {
  tenantId: string;
  domain: string;
  displayName: string;
  licence: Licence;
  /** The tenant's own present. */
  now: string;
  personas: PersonaSeen[];
}

export type GroupKind =
  | "team"
  | "microsoft-365"
  | "dynamic"
  | "role-assignable"
  | "security"
  /** Mastered in an organization's own directory. */
  | "synced"
  /** A distribution list. */
  | "mail-enabled";
export type Provider = "entra" | "google" | "microsoft-account" | "otp" | "federated";
export type OwnedKind = "application" | "servicePrincipal" | "group";

/** A person, described by what differs from an ordinary guest. */
export interface GuestRequest {
  name: string;
  mail?: string;
  /** "200 days ago", "3 hours ago", an ISO instant, "never" or "failed only"; never when absent. */
  lastSeen?: string;
  state?: "accepted" | "pending";
  invitedDaysAgo?: number;
  /** Null leaves the creation date empty, as old objects have it. As long ago as the invitation when absent. */
  createdDaysAgo?: number | null;
  enabled?: boolean;
  type?: "Guest" | "Member";
  provider?: Provider;
  company?: string;
  /** Usernames or ids. */
  sponsors?: string[];
  /** Username or id of the person who invited them, as the audit log will say. */
  invitedBy?: string;
  /** Created when there is none of that name. */
  groups?: (string | { name: string; kind: GroupKind })[];
  /** Display names of directory roles, such as "User Administrator". */
  roles?: string[];
  /** Display names of directory roles that the person may activate and does not hold. */
  eligibleFor?: string[];
  /** Created when there is none of that name. */
  owns?: (string | { name: string; kind: OwnedKind })[];
}

/** A group; one of that name that exists already gets the owners and members besides. */
export interface GroupRequest {
  name: string;
  /** "security" when absent. */
  kind?: GroupKind;
  /** Usernames or ids. */
  owners?: string[];
  /** Usernames or ids of people, or names of groups. */
  members?: string[];
}

/** Many groups full of guests, made in one call; a single one is called as the crowd is. */
export interface CrowdRequest {
  /** "Crowd" makes the groups "Crowd 1", "Crowd 2", and in each "Crowd 1 guest 1" and so on, from one partner. */
  name: string;
  /** 1 when absent. */
  groups?: number;
  /** Guests of its own for each group; 100,000 in all are the most. */
  guestsEach: number;
  /** "microsoft-365" when absent. */
  kind?: GroupKind;
  /** Usernames or ids; each group gets one of them, in turn. */
  owners?: string[];
  /** As for a guest; each guest of a group gets one of them, in turn. */
  lastSeen?: string[];
}

export interface CrowdSeen {
  groups: { id: string; displayName: string }[];
  /** How many. */
  guests: number;
}

export interface GroupSeen {
  id: string;
  displayName: string;
  groupTypes: string[];
  memberIds: string[];
  ownerIds: string[];
}

export interface PersonChange {
  displayName?: string | null;
  mail?: string | null;
  userType?: "Guest" | "Member" | null;
  accountEnabled?: boolean;
  companyName?: string | null;
  jobTitle?: string | null;
  externalUserState?: "PendingAcceptance" | "Accepted" | null;
  onPremisesSyncEnabled?: boolean | null;
  createdDateTime?: string | null;
  lastSeen?: string;
  sponsors?: string[];
  /** True moves the person to the deleted ones, false brings them back. */
  deleted?: boolean;
}

export interface PeopleSeen {
  users: User[];
  deleted: User[];
}

/** An access review as it really stands. */
export interface ReviewSeen {
  id: string;
  name: string;
  createdBy: string;
  stopped: boolean;
  /** What was written, as Graph shows it. */
  definition: Readonly<Record<string, unknown>>;
  instances: {
    id: string;
    status: string;
    /** The one group that it is about, in a review of one instance per group. */
    group: string | null;
    startsAt: string;
    endsAt: string;
    decisions: {
      id: string;
      principalId: string;
      principal: string | null;
      resourceId: string;
      resource: string;
      decision: string;
      justification: string;
      recommendation: string;
      reviewedBy: string | null;
      applyResult: string;
      reviewerIds: string[];
    }[];
  }[];
}

export type ConditionsRequest = Partial<Omit<Conditions, "latency">> & {
  latency?: Partial<Conditions["latency"]>;
};

export interface RoleRequest {
  /** Username or id. */
  person: string;
  /** A directory role's display name, or an app role such as "Governance.Operator". */
  role: string;
  held: boolean;
}

/** A duration such as "P3D" or "-PT2H", milliseconds, or an instant to set the clock to. */
export type ClockRequest = { advance: string | number } | { set: string };

export interface ClockSeen {
  now: string;
}

export interface Refused {
  error: { field: string; message: string };
}
