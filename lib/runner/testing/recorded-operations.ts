import type { GuestOperationKind } from "@/lib/domain/operation";
import { plannedEntry } from "../run-recorder";
import type { Unresolved } from "../resolve-operation";
import type { Person } from "./fake-directory";
import { ME, type RunnerFixture } from "./runner-fixture";

export interface RecordedOperation extends Unresolved {
  readonly id: string;
  readonly guestId: string;
}

/** Operations that are on the ledger, and of which nothing else is known. */
export async function recordedOperations(
  fixture: RunnerFixture,
  kind: Exclude<GuestOperationKind, "keep">,
  people: readonly Person[],
): Promise<readonly RecordedOperation[]> {
  const planned = fixture.plan(kind, people).operations.map(({ operation }) => operation);
  await fixture.services.append({
    entries: planned.map(plannedEntry),
    cards: [],
  });
  const recorded = { actorId: ME, recordedAt: fixture.clock.now(), outcome: null, steps: [] };
  return planned.map((operation) => ({
    id: operation.id,
    guestId: operation.guestId ?? "",
    operation,
    ...recorded,
  }));
}
