import { randomUUID } from "node:crypto";
import type { Clock } from "./clock.ts";
import type {
  Application,
  AppRoleAssignment,
  CustomRole,
  DirectoryRole,
  Effect,
  Group,
  RoleEligibility,
  RoleGrant,
  ServicePrincipal,
  User,
} from "./entities.ts";
import type { AuditRecord, SignInRecord } from "./logs.ts";
import { Memberships } from "./memberships.ts";

interface Change {
  sequence: number;
  userId: string;
  kind: "changed" | "soft-deleted" | "purged";
  /** The properties that changed; absent when everything may have. */
  properties?: readonly string[];
}

/** The rows of one tenant's directory and the order in which they changed. */
export class Directory {
  readonly users = new Map<string, User>();
  readonly deletedUsers = new Map<string, User>();
  readonly groups = new Map<string, Group>();
  readonly roles = new Map<string, DirectoryRole>();
  readonly customRoles = new Map<string, CustomRole>();
  readonly roleGrants = new Map<string, RoleGrant>();
  readonly roleEligibilities = new Map<string, RoleEligibility>();
  readonly servicePrincipals = new Map<string, ServicePrincipal>();
  readonly applications = new Map<string, Application>();
  readonly appRoleAssignments = new Map<string, AppRoleAssignment>();
  readonly audits: AuditRecord[] = [];
  readonly signInLog: SignInRecord[] = [];
  /** Every accepted write, in order: only tests read it. */
  readonly effects: Effect[] = [];
  /** What delta queries are answered from. */
  readonly changes: Change[] = [];
  /** Grows with every change of a user, so that a list read earlier can be told from a later one. */
  version = 0;
  /** Names whatever is made; another source gives a past that can be had again. */
  newId: () => string = randomUUID;
  readonly #memberships = new Memberships(this.groups);

  constructor(readonly clock: Clock) {}

  noteChange(userId: string, kind: Change["kind"], properties?: readonly string[]): void {
    this.version += 1;
    const change = { sequence: this.version, userId, kind };
    this.changes.push(properties ? { ...change, properties } : change);
  }

  noteEffect(effect: Omit<Effect, "sequence" | "at" | "answered">): Effect {
    const noted: Effect = {
      ...effect,
      sequence: this.effects.length + 1,
      at: this.clock.iso(),
      answered: "yes",
    };
    this.effects.push(noted);
    return noted;
  }

  /** The groups that this object is a direct member of. */
  groupsOf(memberId: string): Group[] {
    return this.#memberships.of(memberId);
  }

  /** False when it already was a member. */
  addMember(group: Group, memberId: string): boolean {
    return this.#memberships.add(group, memberId);
  }

  /** False when it was no member. */
  removeMember(group: Group, memberId: string): boolean {
    return this.#memberships.remove(group, memberId);
  }

  rolesOf(memberId: string): DirectoryRole[] {
    const through = new Set([memberId, ...this.groupsOf(memberId).map((group) => group.id)]);
    return [...this.roles.values()].filter((role) =>
      [...through].some((id) => role.memberIds.has(id)),
    );
  }

  /** Whether somebody holds any directory role or may activate one, within any scope, also through a group. */
  holdsAnyRole(memberId: string): boolean {
    if (this.rolesOf(memberId).length > 0) return true;
    const through = new Set([memberId, ...this.groupsOf(memberId).map((group) => group.id)]);
    return [this.roleGrants, this.roleEligibilities].some((kind) =>
      [...kind.values()].some(({ principalId }) => through.has(principalId)),
    );
  }

  ownedBy(ownerId: string): (Group | Application | ServicePrincipal)[] {
    return [this.groups, this.applications, this.servicePrincipals].flatMap((kind) =>
      [...kind.values()].filter((row) => row.ownerIds.has(ownerId)),
    );
  }
}
