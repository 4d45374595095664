import { refuseLateSending } from "@/lib/graph/graph-middleware";
import type { BatchAnswer, Graph, SendOptions, Sent } from "@/lib/graph/graph";
import { absent, failed } from "./graph-errors";
import { GraphError, type GraphErrorKind } from "@/lib/graph/graph-error";

export interface Person {
  id: string;
  userType: "Guest" | "Member";
  enabled: boolean;
  pending: boolean;
  mail: string | null;
  /** The address of the invitation; the mail where that was never changed. */
  invitedAt?: string;
  holdsRole: boolean;
  /** Whether the account signs in here, and was never invited. */
  internal: boolean;
  where: "live" | "deleted" | "purged";
}

/** What the directory did, in the order in which it did it. */
export interface Effect {
  readonly kind: "blocked" | "unblocked" | "removed" | "restored" | "invited" | "sessions-revoked";
  readonly guestId: string;
  /** The id of the step, as it came with the request. */
  readonly tracking: string;
  readonly person: Readonly<Person>;
}

/** What happens to one write: nothing odd, or an error before or after it was applied. */
export type Fate =
  | "well"
  | {
      readonly kind: GraphErrorKind;
      readonly applied: boolean;
      readonly retryAfterSeconds?: number;
    };

export interface WriteCall {
  readonly method: string;
  readonly path: string;
  readonly guestId: string;
}

/** A directory of a few people, with Graph's answers for what the operations ask of it. */
export class FakeDirectory {
  readonly people = new Map<string, Person>();
  /** Who sends: the audit log names them. */
  actorId = ME;
  readonly effects: Effect[] = [];
  readonly writes: WriteCall[] = [];
  /** Decides each write's fate. */
  fateOf: (call: WriteCall) => Fate = () => "well";
  /** Makes a reading fail. */
  readingFails: (path: string) => GraphErrorKind | null = () => null;
  onEffect: (effect: Effect) => void = () => undefined;
  /** Records of Entra's audit log besides those of the effects. */
  audits: readonly unknown[] = [];
  now: () => number = () => Date.UTC(2026, 10, 20);

  readonly #ownAudits: ReturnType<typeof auditRecord>[] = [];

  add(person: Partial<Person> & { readonly id: string }): Person {
    const whole: Person = {
      userType: "Guest",
      enabled: true,
      pending: false,
      mail: `${person.id}@partner.example`,
      holdsRole: false,
      internal: false,
      where: "live",
      ...person,
    };
    this.people.set(whole.id, whole);
    return whole;
  }

  /** How late the audit log has our own records, in milliseconds. */
  auditsLate = 0;

  /** All records that Entra's audit log has by now. */
  get allAudits(): readonly unknown[] {
    const until = this.now() - this.auditsLate;
    const own = this.#ownAudits.filter(
      ({ activityDateTime }) => Date.parse(activityDateTime) <= until,
    );
    return [...this.audits, ...own];
  }

  readonly graph: Graph = {
    // eslint-disable-next-line @typescript-eslint/require-await -- a refusal has to be a rejection, as it is on the wire
    read: async (path, { schema }) => schema.parse(this.#get(path)),
    pages: (_path, { schema }) => {
      const items = this.allAudits.map((record) => schema.parse(record));
      return (async function* () {
        yield await Promise.resolve({ items, count: null });
      })();
    },
    send: async (method, path, options) => Promise.resolve(this.#send(method, path, options)),
    // eslint-disable-next-line @typescript-eslint/require-await -- a refusal has to be a rejection, as it is on the wire
    batch: async (requests) =>
      new Map(requests.map(({ id, path }) => [id, this.#answer(path)] as const)),
  };

  #answer(path: string): BatchAnswer {
    try {
      return { status: 200, body: this.#get(path) };
    } catch (error) {
      if (error instanceof GraphError && error.answer.status === 404) return notFound;
      throw error;
    }
  }

  #get(path: string): unknown {
    const failure = this.readingFails(path);
    if (failure !== null) throw new GraphError(failure, path, { status: 503 });
    if (path.startsWith("/users?$filter=")) return { value: this.#withAddress(path) };
    if (path.startsWith("/roleManagement/")) return { value: this.#rolesIn(path) };
    const deleted = path.startsWith("/directory/deletedItems/");
    const person = this.people.get(idIn(path));
    if (person?.where !== (deleted ? "deleted" : "live")) throw absent(path);
    if (path.includes("/transitiveMemberOf/")) return { value: [] };
    return {
      id: person.id,
      userType: person.userType,
      accountEnabled: person.enabled,
      mail: person.mail,
      externalUserState: stateOf(person),
      userPrincipalName: person.internal ? "x@contoso.example" : "x#EXT#@contoso.example",
    };
  }

  /** The roles that the principal of a filter holds; nobody is eligible for one. */
  #rolesIn(path: string) {
    const principalId = /principalId eq '([^']*)'/.exec(decodeURIComponent(path))?.[1] ?? "";
    const holds = this.people.get(principalId)?.holdsRole === true;
    return holds && path.includes("/roleAssignments") ? [{ id: "assignment", principalId }] : [];
  }

  /** Those whose mail a filter names. */
  #withAddress(path: string) {
    const filter = decodeURIComponent(path);
    return [...this.people.values()]
      .filter(({ mail, where }) => where === "live" && filter.includes(`mail eq '${mail ?? ""}'`))
      .map(({ id, mail, invitedAt }) => ({ id, otherMails: [invitedAt ?? mail] }));
  }

  #send<T>(method: string, path: string, options: SendOptions<T>): Sent<T> {
    refuseLateSending(options);
    const { body, schema, headers } = options;
    const call = { method, path, guestId: this.#idOf(path, body) };
    this.writes.push(call);
    const fate = this.fateOf(call);
    // Whom an address leads to may have changed on the way.
    const arrived = { method, path, guestId: this.#idOf(path, body) };
    const wait = fate === "well" ? undefined : fate.retryAfterSeconds;
    if (fate !== "well" && !fate.applied) throw failed(fate.kind, wait);
    const answer = this.#apply(arrived, body, headers?.["client-request-id"] ?? "");
    if (fate !== "well") throw failed(fate.kind, wait);
    // Without a schema nobody asked for the body, and `T` is `unknown`.
    const parsed = schema === undefined ? (undefined as T) : schema.parse(answer);
    return { status: 200, body: parsed, requestId: `request-${this.writes.length}` };
  }

  #idOf(path: string, body: unknown): string {
    if (path !== "/invitations") return idIn(path);
    const mail = (body as { invitedUserEmailAddress: string }).invitedUserEmailAddress;
    return [...this.people.values()].find((person) => person.mail === mail)?.id ?? "";
  }

  #apply({ method, path, guestId }: WriteCall, body: unknown, tracking: string): unknown {
    const person = this.people.get(guestId);
    const restoring = path.endsWith("/restore");
    if (person?.where !== (restoring ? "deleted" : "live")) throw absent(path);
    const done = (kind: Effect["kind"]) => {
      const effect = { kind, guestId, tracking, person: { ...person } };
      this.effects.push(effect);
      const activity = ACTIVITY[kind];
      const at = new Date(this.now()).toISOString();
      const { actorId } = this;
      this.#ownAudits.push(auditRecord({ activity, actorId, targetId: guestId, tracking, at }));
      this.onEffect(effect);
    };
    if (path === "/invitations") {
      done("invited");
      return { invitedUser: { id: guestId } };
    }
    if (restoring) {
      person.where = "live";
      done("restored");
    } else if (method === "DELETE") {
      person.where = "deleted";
      done("removed");
    } else if (method === "PATCH") {
      person.enabled = (body as { accountEnabled: boolean }).accountEnabled;
      done(person.enabled ? "unblocked" : "blocked");
    } else done("sessions-revoked");
    return undefined;
  }
}

const ACTIVITY: Readonly<Record<Effect["kind"], string>> = {
  blocked: "Disable account",
  unblocked: "Enable account",
  removed: "Delete user",
  restored: "Restore user",
  invited: "Invite external user",
  "sessions-revoked": "Update StsRefreshTokenValidFrom Timestamp",
};

/** The signed-in person of these tests. */
export const ME = "00000000-0000-4000-9000-0000000000ff";

/** One record of Entra's audit log. */
export function auditRecord(record: {
  readonly activity: string;
  readonly actorId: string;
  readonly targetId: string;
  readonly tracking: string;
  readonly at: string;
}) {
  return {
    id: `audit-of-${record.tracking}`,
    activityDisplayName: record.activity,
    activityDateTime: record.at,
    result: "success",
    correlationId: record.tracking,
    initiatedBy: { user: { id: record.actorId } },
    targetResources: [{ id: record.targetId }],
  };
}

const notFound: BatchAnswer = { status: 404, body: {} };

function idIn(path: string): string {
  return /^\/(?:users|directory\/deletedItems)\/([^/?]+)/.exec(path)?.[1] ?? "";
}

function stateOf({ internal, pending }: Person): string | null {
  return internal ? null : pending ? "PendingAcceptance" : "Accepted";
}
