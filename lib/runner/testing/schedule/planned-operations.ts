import type { NewEntry } from "@/lib/contract/entries";
import type { GuestOperationKind, Operation } from "@/lib/domain/operation";
import type { Plan } from "@/lib/domain/plan";
import type { RunResult } from "../../run";
import { runPlan } from "../../run-plan";
import type { RunnerServices } from "../../runner-services";
import { ReviewFixture } from "../review-fixture";
import { RunnerFixture } from "../runner-fixture";
import type { FakeTenant } from "../fake-tenant";

/** A plan of a few operations, each on an object of its own, the same in every schedule. */
export interface PlannedOperations {
  readonly planId: string;
  readonly operations: readonly Operation[];
  /** Adds what is there before anything is sent. */
  readonly furnish: (tenant: FakeTenant) => void;
  readonly run: (services: RunnerServices) => Promise<RunResult>;
}

/** A decision about guests. */
export function plannedForGuests(
  kind: Exclude<GuestOperationKind, "keep">,
  howMany: 1 | 2,
): PlannedOperations {
  const fixture = new RunnerFixture();
  const people = fixture.guests(howMany, kind === "resend" ? { pending: true } : {});
  const before = people.map((person) => ({ ...person }));
  return {
    ...planned(fixture.plan(kind, people)),
    furnish: ({ directory }) => {
      for (const person of before) directory.add(person);
    },
  };
}

/** A guest who is put into a group. */
export function plannedMembership(): PlannedOperations {
  const fixture = new ReviewFixture();
  const guest = { ...fixture.runner.directory.add({ id: fixture.runner.mintId() }) };
  const group = fixture.reviews.addGroup();
  return {
    ...planned(fixture.plan(fixture.add(group, guest.id))),
    furnish: ({ directory, reviews }) => {
      directory.add(guest);
      reviews.addGroup({ id: group.id });
    },
  };
}

/** Lists show a new review this much later. */
const LIST_LAG_MILLISECONDS = 8_000;

/** An access review that is made, and found again by the mark of its operation. */
export function plannedReview(): PlannedOperations {
  const fixture = new ReviewFixture();
  return {
    ...planned(fixture.plan(fixture.create())),
    furnish: ({ reviews }) => {
      reviews.lagMilliseconds = LIST_LAG_MILLISECONDS;
    },
  };
}

function planned(plan: Plan): Pick<PlannedOperations, "planId" | "operations" | "run"> {
  return {
    planId: plan.id,
    operations: plan.operations.map(({ operation }) => operation),
    run: (services) => runPlan(plan, services),
  };
}

/** The operation that an entry records before it is sent; null of any other entry. */
export function operationIn(entry: NewEntry): string | null {
  return entry.kind === "planned" ? entry.operation.id : null;
}

/** What people call an operation: its number in the plan. */
export function numberOf({ operations }: PlannedOperations, operationId: string): number {
  return operations.findIndex(({ id }) => id === operationId) + 1;
}
