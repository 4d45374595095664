import type { DecisionKind } from "@/lib/domain/decision";
import { operationOfDecision } from "@/lib/domain/operation";
import type { Unresolved } from "../resolve-operation";
import type { Person } from "./small-directory";
import { ME, type SmallWorld } from "./small-world";

export interface RecordedDecision extends Unresolved {
  readonly id: string;
  readonly guestId: string;
}

/** Decisions whose intent is on the ledger, and of which nothing else is known. */
export async function recordedDecisions(
  world: SmallWorld,
  kind: Exclude<DecisionKind, "keep">,
  people: readonly Person[],
): Promise<readonly RecordedDecision[]> {
  const { decisions } = world.plan(kind, people);
  await world.services.append({
    entries: decisions.map(({ decision }) => ({ id: decision.id, kind: "decided", decision })),
    cards: [],
  });
  const recorded = { actorId: ME, recordedAt: world.clock.now(), outcome: null };
  return decisions.map(({ decision }) => ({
    id: decision.id,
    guestId: decision.guestId,
    operation: operationOfDecision(decision),
    ...recorded,
  }));
}
