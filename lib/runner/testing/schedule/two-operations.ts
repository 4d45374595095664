import type { NewEntry } from "@/lib/contract/entries";
import type { DecisionKind } from "@/lib/domain/decision";
import { type Operation, operationOfDecision } from "@/lib/domain/operation";
import type { RunResult } from "../../run";
import { runPlan } from "../../run-plan";
import type { RunnerServices } from "../../runner-services";
import { nth } from "../nth";
import type { Person } from "../small-directory";
import { SmallWorld } from "../small-world";

/** A plan of two operations on two guests, the same in every schedule. */
export interface TwoOperations {
  readonly planId: string;
  readonly operations: readonly Operation[];
  /** The two guests as they are before anything is sent. */
  readonly people: readonly Person[];
  readonly run: (services: RunnerServices) => Promise<RunResult>;
}

export function twoOperations(kind: Exclude<DecisionKind, "keep">): TwoOperations {
  const world = new SmallWorld();
  const people = world.guests(2, kind === "resend" ? { pending: true } : {});
  const plan = world.plan(kind, people);
  return {
    planId: plan.id,
    operations: plan.decisions.map(({ decision }) => operationOfDecision(decision)),
    people: people.map((person) => ({ ...person })),
    run: (services) => runPlan(plan, services),
  };
}

/** The operation that an entry records before it is sent; null of any other entry. */
export function operationIn(entry: NewEntry): string | null {
  if (entry.kind === "decided") return entry.decision.id;
  return entry.kind === "intended" ? entry.intent.id : null;
}

/** What people call an operation: its number in the plan. */
export function numberOf({ operations }: TwoOperations, operationId: string): number {
  return operations.findIndex(({ id }) => id === operationId) + 1;
}

/** The guest whom the meddler in the portal changes as well. */
export function meddledGuest({ people }: TwoOperations): string {
  return nth(people, 0).id;
}
