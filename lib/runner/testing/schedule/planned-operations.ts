import type { NewEntry } from "@/lib/contract/entries";
import type { GuestOperationKind, Operation } from "@/lib/domain/operation";
import type { RunResult } from "../../run";
import { runPlan } from "../../run-plan";
import type { RunnerServices } from "../../runner-services";
import { nth } from "../nth";
import type { Person } from "../small-directory";
import { SmallFixture } from "../small-fixture";

/** A plan of a few operations, each on a guest of its own, the same in every schedule. */
export interface PlannedOperations {
  readonly planId: string;
  readonly operations: readonly Operation[];
  /** The guests as they are before anything is sent. */
  readonly people: readonly Person[];
  readonly run: (services: RunnerServices) => Promise<RunResult>;
}

export function plannedOperations(
  kind: Exclude<GuestOperationKind, "keep">,
  howMany: 1 | 2,
): PlannedOperations {
  const fixture = new SmallFixture();
  const people = fixture.guests(howMany, kind === "resend" ? { pending: true } : {});
  const plan = fixture.plan(kind, people);
  return {
    planId: plan.id,
    operations: plan.operations.map(({ operation }) => operation),
    people: people.map((person) => ({ ...person })),
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

/** The guest whom the meddler in the portal changes as well. */
export function meddledGuest({ people }: PlannedOperations): string {
  return nth(people, 0).id;
}
