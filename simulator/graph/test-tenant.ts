import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { Keys } from "../authority/keys.ts";
import { type GraphEnvironment, graphApp } from "./app.ts";
import { Clock } from "../state/clock.ts";
import { defaults } from "../state/defaults.ts";
import { Directory } from "../state/directory.ts";
import type { User } from "../state/entities.ts";
import { newGuest, newUser } from "../state/new-user.ts";
import { registerProduct } from "../state/seed/product.ts";
import { Random } from "../state/seed/random.ts";
import { roleNames, roleTemplates, type RoleKey } from "../state/roles.ts";
import { type Tenant, Tenants } from "../state/tenant.ts";
import { injectFaults } from "../faults/inject-faults.ts";
import { noFaults } from "../faults/conditions.ts";

const keys = new Keys();
const NOON = Date.parse("2026-11-20T12:00:00Z");

interface Sending {
  as?: User;
  /** All that the calls of a test may need, unless it says which. */
  scopes?: readonly string[];
  body?: unknown;
  headers?: Record<string, string>;
}

const everyScope = [
  "AccessReview.ReadWrite.All",
  "AppRoleAssignment.ReadWrite.All",
  "AuditLog.Read.All",
  "Directory.Read.All",
  "GroupMember.ReadWrite.All",
  "Group.ReadWrite.All",
  "RoleEligibilitySchedule.Read.Directory",
  "User.DeleteRestore.All",
  "User.Invite.All",
  "User.Read.All",
  "User.ReadWrite.All",
  "User.RevokeSessions.All",
];

/** A small organization of its own for one test, with Graph in process and somebody who may do everything. */
export class TestTenant {
  readonly tenants = new Tenants();
  readonly tenant: Tenant;
  readonly graph: Hono<GraphEnvironment>;
  readonly admin: User;

  constructor(id: string = randomUUID()) {
    const clock = new Clock();
    clock.set(NOON);
    this.tenant = {
      id,
      displayName: defaults.tenantName,
      defaultDomain: defaults.domain,
      clock,
      licence: "P2",
      directory: new Directory(clock),
      personas: [],
      consents: new Map(),
      conditions: noFaults(),
    };
    this.tenants.add(this.tenant);
    this.graph = graphApp(this.tenants, {
      jwks: () => keys.publicJwks(),
      injectFaults,
    });
    this.admin = this.member("Grace Global", "globalAdministrator");
  }

  /** Somebody of the organization, with these directory roles. */
  member(displayName: string, ...roles: RoleKey[]): User {
    const user = newUser({ displayName }, this.#around());
    this.tenant.directory.users.set(user.id, user);
    for (const role of roles) this.#role(role).add(user.id);
    return user;
  }

  guest(overrides: Partial<User> = {}): User {
    const guest = newGuest(overrides, this.#around());
    this.tenant.directory.users.set(guest.id, guest);
    return guest;
  }

  /** Lists the product and Microsoft Graph among the applications. */
  registerProduct(): void {
    registerProduct(new Random(this.tenant.id), this.tenant.directory, defaults.clientId);
  }

  /** An access token for Graph, as the authority would give it. */
  async token(
    as: User = this.admin,
    scopes: readonly string[] = everyScope,
    more: Record<string, unknown> = {},
  ): Promise<string> {
    const seconds = Math.floor(this.tenant.clock.now() / 1000);
    return keys.sign({
      aud: "https://graph.microsoft.com",
      tid: this.tenant.id,
      oid: as.id,
      azp: defaults.clientId,
      scp: scopes.join(" "),
      iat: seconds,
      exp: seconds + 3600,
      ...more,
    });
  }

  /** Sends one request to Graph, below `/v1.0`. */
  async send(method: string, url: string, sending: Sending = {}): Promise<Response> {
    const headers = new Headers(sending.headers);
    headers.set("authorization", `Bearer ${await this.token(sending.as, sending.scopes)}`);
    if (sending.body === undefined) return this.graph.request(url, { method, headers });
    headers.set("content-type", "application/json");
    return this.graph.request(url, { method, headers, body: JSON.stringify(sending.body) });
  }

  get(url: string, sending: Sending = {}): Promise<Response> {
    return this.send("GET", url, sending);
  }

  post(url: string, body?: unknown, sending: Sending = {}): Promise<Response> {
    return this.send("POST", url, { ...sending, body });
  }

  #around() {
    return { domain: this.tenant.defaultDomain, now: this.tenant.clock.now() };
  }

  #role(key: RoleKey): Set<string> {
    const { roles } = this.tenant.directory;
    const roleTemplateId = roleTemplates[key];
    const known = [...roles.values()].find((role) => role.roleTemplateId === roleTemplateId);
    if (known) return known.memberIds;
    const memberIds = new Set<string>();
    const id = randomUUID();
    roles.set(id, { id, roleTemplateId, displayName: roleNames[key], memberIds });
    return memberIds;
  }
}
