import { readMyRoles } from "@/lib/graph/roles/read-my-roles";
import { guestFromWire } from "@/lib/graph/guests/guest-on-wire";
import { type SimulatedGraph, simulatedGraph } from "@/lib/graph/testing/simulated-graph";
import type { GuestOperationKind } from "@/lib/domain/operation";
import { makePlan } from "@/lib/domain/make-plan";
import type { Plan } from "@/lib/domain/plan";
import type { RoleHolders } from "@/lib/domain/role-holders";
import type { RunnerServices } from "../runner-services";
import { fakeLeases } from "./fake-leases";
import { RunnerFixture } from "./runner-fixture";
import { WriteRateLimiter } from "../write-rate-limiter";

type SimulatedUser = SimulatedGraph["tenant"]["directory"] extends {
  readonly users: ReadonlyMap<string, infer User>;
}
  ? User
  : never;

/** The services to a simulated tenant with somebody who may do everything, and to a ledger in memory. */
export class SimulatedFixture {
  readonly simulated: SimulatedGraph;
  readonly runner: RunnerFixture;
  readonly services: RunnerServices;

  constructor(guests: number) {
    this.simulated = simulatedGraph({ guests });
    const { graph, clock, tenant } = this.simulated;
    this.runner = new RunnerFixture({ tenant: tenant.id });
    const me = tenant.personas.find(({ name }) => name === "Grace Okafor");
    if (me === undefined) throw new Error("The simulated tenant has no Grace Okafor.");
    this.services = {
      ...this.runner.services,
      graph,
      clock,
      writeLimiter: new WriteRateLimiter(clock),
      leases: fakeLeases(this.runner.ledger, this.runner.running, () => clock.now()),
      me: { userId: me.userId, tenantId: tenant.id },
      readMyRoles: () => readMyRoles(graph),
    };
  }

  /** Live guests who are like this, straight from the directory's own truth. */
  guests(like: (user: SimulatedUser) => boolean = () => true): readonly SimulatedUser[] {
    const { directory } = this.simulated.tenant;
    return [...directory.users.values()].filter(
      (user) => user.userType === "Guest" && !directory.holdsAnyRole(user.id) && like(user),
    );
  }

  plan(
    kind: GuestOperationKind,
    users: readonly SimulatedUser[],
    roleHolders: RoleHolders = new Map(),
  ): Plan {
    return makePlan({
      kind,
      candidates: users.map((user) => ({
        guest: guestFromWire({ ...user, signInActivity: null }, "unread"),
        standing: { kind: user.deletedDateTime === null ? "unknown" : "deleted" },
        explanation: "As the test says.",
      })),
      reason: "because the test says so",
      policy: this.runner.policy,
      myId: this.services.me.userId,
      tenantId: this.services.me.tenantId,
      roleHolders,
      fullyRead: true,
      mintId: () => this.runner.mintId(),
    });
  }

  /** What the directory itself remembers of the writes it accepted. */
  effects(kind: string): readonly string[] {
    return this.simulated.tenant.directory.effects
      .filter((effect) => effect.kind === kind)
      .map(({ targetId }) => targetId);
  }
}
