import type { NewEntry } from "@/lib/contract/entries";
import type { GuestOperationKind } from "@/lib/domain/operation";
import type { Guest } from "@/lib/domain/guest";
import { makePlan } from "@/lib/domain/make-plan";
import type { Candidate, Plan } from "@/lib/domain/plan";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy";
import { missingToken } from "@/lib/services/missing-token";
import type { RunnerServices } from "../runner-services";
import { type Person, FakeDirectory } from "./fake-directory";
import { fakeLeases } from "./fake-leases";
import { FakeLedger } from "./fake-ledger";
import { VirtualClock } from "./virtual-clock";
import { WriteRateLimiter } from "../write-rate-limiter";

export { ME } from "./fake-directory";

const USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";

/** Where a fixture is, where there are several at once. */
export interface Place {
  /** The time of all of them. */
  readonly clock?: VirtualClock;
  /** How each id in it begins: eight digits. */
  readonly mark?: string;
  /** The tenant of the ledger and of everybody. */
  readonly tenant?: string;
}

/** A directory, a ledger and a clock, with the services to them. */
export class RunnerFixture {
  readonly directory = new FakeDirectory();
  readonly ledger: FakeLedger;
  readonly clock: VirtualClock;
  readonly mark: string;
  readonly outboxEntries = new Map<string, NewEntry>();
  readonly running = new Set<string>();
  policy: Policy = DEFAULT_POLICY;
  policyFails = false;
  myRoles: ReadonlySet<string> | null = new Set([USER_ADMINISTRATOR]);
  /** "planned <id>", "outcome <id>", "effect <id>" in the order in which they became true. */
  readonly journal: string[] = [];
  /** When each entry became durable. */
  readonly recordedAt = new Map<string, number>();
  #minted = 0;

  readonly services: RunnerServices;

  constructor({ clock = new VirtualClock(), mark = "00000000", tenant }: Place = {}) {
    this.clock = clock;
    this.mark = mark;
    this.directory.actorId = this.idOf("ff");
    this.ledger = new FakeLedger(tenant ?? this.idOf("fe"));
    this.services = this.#openServices();
    this.directory.now = () => this.clock.now();
    this.directory.onEffect = ({ tracking }) => this.journal.push(`effect ${tracking}`);
    this.ledger.onDurable = (entry) => {
      if (entry.kind === "planned") this.journal.push(`planned ${entry.operation.id}`);
      this.recordedAt.set(entry.id, this.clock.now());
      if (entry.kind === "carried-out") this.journal.push(`outcome ${entry.operationId}`);
    };
  }

  #openServices(): RunnerServices {
    return {
      graph: this.directory.graph,
      missingToken,
      append: (request) => this.ledger.append(request),
      readRecorded: (planId) => Promise.resolve(this.ledger.recordedOf(planId)),
      readPolicy: () =>
        this.policyFails ? Promise.reject(new Error("no policy")) : Promise.resolve(this.policy),
      readMyRoles: () => Promise.resolve(this.myRoles),
      me: { userId: this.directory.actorId, tenantId: this.idOf("fe") },
      clock: this.clock,
      writeLimiter: new WriteRateLimiter(this.clock),
      mintId: () => this.mintId(),
      outbox: {
        keep: (entry) => this.outboxEntries.set(entry.id, entry),
        drop: (ids) => {
          for (const id of ids) this.outboxEntries.delete(id);
        },
        all: () => Promise.resolve([...this.outboxEntries.values()]),
      },
      leases: fakeLeases(this.ledger, this.running, () => this.clock.now()),
    };
  }

  mintId(): string {
    this.#minted += 1;
    return `${this.mark}-0000-4000-8000-${this.#minted.toString(16).padStart(12, "0")}`;
  }

  /** The id of somebody or something in this place that a test names. */
  idOf(last: string): string {
    return `${this.mark}-0000-4000-9000-${last.padStart(12, "0")}`;
  }

  /** Adds guests who are like this one. */
  guests(count: number, like: Partial<Person> = {}): readonly Person[] {
    return Array.from({ length: count }, () => this.directory.add({ ...like, id: this.mintId() }));
  }

  /** A plan for these people as they are now. */
  plan(kind: GuestOperationKind, people: readonly Person[]): Plan {
    return makePlan({
      kind,
      candidates: people.map(candidateFor),
      reason: "because the test says so",
      policy: this.policy,
      myId: this.services.me.userId,
      tenantId: this.services.me.tenantId,
      roleHolders: new Map(
        people.filter(({ holdsRole }) => holdsRole).map(({ id }) => [id, "active"]),
      ),
      fullyRead: true,
      mintId: () => this.mintId(),
    });
  }
}

/** A person as the list would show them. */
export function candidateFor(person: Person): Candidate {
  const guest: Guest = {
    id: person.id,
    displayName: `Guest ${person.id}`,
    mail: person.mail,
    userPrincipalName: `${person.id}#EXT#@harborline.example`,
    userType: person.userType === "Guest" ? "guest" : "member",
    enabled: person.enabled,
    createdAt: null,
    creationType: "Invitation",
    redemption: person.pending ? { kind: "pending", since: null } : { kind: "redeemed", at: null },
    lastSeen: { kind: "never" },
    lastAttemptAt: null,
    partner: "partner.example",
    identityClass: "other",
    sponsors: [],
  };
  const kind = person.where === "live" ? "active" : "deleted";
  return { guest, standing: { kind }, explanation: "As the test says." };
}
