import type { Effect, User } from "../state/entities.ts";
import type { AuditRecord, SignInRecord } from "../state/logs.ts";
import type { Licence } from "../state/tenant.ts";
import type { Conditions } from "../faults/conditions.ts";
import { callControl, type Send } from "./call-control.ts";
import type {
  ClockSeen,
  ClockRequest,
  CrowdSeen,
  CrowdRequest,
  GroupSeen,
  GroupRequest,
  GuestRequest,
  PeopleSeen,
  PersonaSeen,
  PersonChange,
  ReviewSeen,
  RoleRequest,
  TenantSeen,
  ConditionsRequest,
} from "./control-api.ts";

/** One simulated organization for a test. It answers with the true state, not with what Graph shows. */
export class SimulatedTenant {
  readonly id: string;
  readonly domain: string;
  readonly displayName: string;
  readonly personas: readonly PersonaSeen[];
  readonly #url: string;
  readonly #send: Send;

  constructor(origin: string, seen: TenantSeen, send: Send) {
    this.id = seen.tenantId;
    this.domain = seen.domain;
    this.displayName = seen.displayName;
    this.personas = seen.personas;
    this.#url = `${origin}/control/tenants/${seen.tenantId}`;
    this.#send = send;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#call("DELETE", "");
  }

  persona(name: string): PersonaSeen {
    const found = this.personas.find((persona) => persona.name === name);
    if (found === undefined) throw new Error(`${this.displayName} has no persona '${name}'`);
    return found;
  }

  /** Adds a person and returns them as the directory has them. */
  async addGuest(guest: GuestRequest): Promise<User> {
    return (await this.#call("POST", "/guests", guest)) as User;
  }

  /** Adds a group with owners and members, or adds them to the one of that name. */
  async addGroup(group: GroupRequest): Promise<GroupSeen> {
    return (await this.#call("POST", "/groups", group)) as GroupSeen;
  }

  /** Adds many groups full of guests in one call: 500 of 20, or one of 10,000. */
  async addCrowd(crowd: CrowdRequest): Promise<CrowdSeen> {
    return (await this.#call("POST", "/crowds", crowd)) as CrowdSeen;
  }

  /** Every group, with its direct members as they really are. */
  async groups(): Promise<GroupSeen[]> {
    return (await this.#call("GET", "/groups")) as GroupSeen[];
  }

  async people(): Promise<PeopleSeen> {
    return (await this.#call("GET", "/users")) as PeopleSeen;
  }

  async guestNamed(name: string): Promise<User | undefined> {
    return (await this.#named(name)).users[0];
  }

  async deletedGuestNamed(name: string): Promise<User | undefined> {
    return (await this.#named(name)).deleted[0];
  }

  /** Every write that was accepted, in order, whether or not the answer arrived. */
  async effects(): Promise<Effect[]> {
    return (await this.#call("GET", "/effects")) as Effect[];
  }

  async audits(): Promise<AuditRecord[]> {
    return (await this.#call("GET", "/audits")) as AuditRecord[];
  }

  /** Every access review as it really stands. */
  async reviews(): Promise<ReviewSeen[]> {
    return (await this.#call("GET", "/reviews")) as ReviewSeen[];
  }

  async signIns(): Promise<SignInRecord[]> {
    return (await this.#call("GET", "/signins")) as SignInRecord[];
  }

  /** Changes the conditions and keeps what is left out. Random numbers and quotas start anew. */
  async conditions(changes: ConditionsRequest): Promise<Conditions> {
    return (await this.#call("PUT", "/conditions", changes)) as Conditions;
  }

  /** The organization's own present. */
  async now(): Promise<string> {
    return ((await this.#call("GET", "/clock")) as ClockSeen).now;
  }

  /** Lets time pass: a duration such as "P3D", or milliseconds. */
  async advance(by: string | number): Promise<void> {
    await this.#clock({ advance: by });
  }

  async setClock(at: string): Promise<void> {
    await this.#clock({ set: at });
  }

  async licence(licence: Licence): Promise<void> {
    await this.#call("PUT", "/licence", { licence });
  }

  /** Consents to a scope for everybody, or for one person by username or id. */
  async grantConsent(scope: string, person?: string): Promise<void> {
    const whose = person === undefined ? "" : `?person=${encodeURIComponent(person)}`;
    await this.#call("PUT", `/consents/${encodeURIComponent(scope)}${whose}`);
  }

  /** Takes a scope back from everyone; tokens already given out keep it until they expire. */
  async withdrawConsent(scope: string): Promise<void> {
    await this.#call("DELETE", `/consents/${encodeURIComponent(scope)}`);
  }

  /** A directory role's display name or an app role; people by username or id. */
  async grantRole(person: string, role: string): Promise<void> {
    await this.#role({ person, role, held: true });
  }

  async withdrawRole(person: string, role: string): Promise<void> {
    await this.#role({ person, role, held: false });
  }

  /** Changes somebody behind the product's back. */
  async change(user: Pick<User, "id">, change: PersonChange): Promise<User> {
    return (await this.#call("PATCH", `/users/${user.id}`, change)) as User;
  }

  async #clock(change: ClockRequest): Promise<void> {
    await this.#call("POST", "/clock", change);
  }

  async #role(grant: RoleRequest): Promise<void> {
    await this.#call("PUT", "/roles", grant);
  }

  async #named(name: string): Promise<PeopleSeen> {
    return (await this.#call("GET", `/users?named=${encodeURIComponent(name)}`)) as PeopleSeen;
  }

  #call(method: string, path: string, body?: unknown): Promise<unknown> {
    return callControl(this.#send, method, this.#url + path, body);
  }
}
