import type { Outcome } from "@/lib/domain/outcome";
import type { RunnerServices } from "../runner-services";
import { resolveUnknown } from "../resolve-unknown";
import type { Unresolved } from "../resolve-operation";
import type { FakeLedger } from "./fake-ledger";
import type { RunnerFixture } from "./runner-fixture";

/** Then Entra's audit log has all that was done before. */
export const QUARTER_OF_AN_HOUR_MILLISECONDS = 15 * 60_000;

/** How long ago everything counts as recorded: a ledger in memory has no times of its own. */
const LONGEST_RUN_MILLISECONDS = 10 * 60_000;

/** Resolves what has no known outcome, as the history offers it a quarter of an hour later; outcomes by their operation. */
export async function resolveLater(
  { ledger, clock, recordedAt }: RunnerFixture,
  services: RunnerServices,
): Promise<ReadonlyMap<string, Outcome | null>> {
  const isSmall = services.clock === clock;
  const drive = <T>(work: Promise<T>) => (isSmall ? clock.drive(work) : work);
  const before = services.clock.now() - LONGEST_RUN_MILLISECONDS;
  const recorded = (id: string) => (isSmall ? recordedAt.get(id) : undefined) ?? before;
  await drive(services.clock.sleep(QUARTER_OF_AN_HOUR_MILLISECONDS));
  const resolved = await drive(
    resolveUnknown(unresolvedIn(ledger, services.me.userId, recorded), services),
  );
  return new Map(resolved.map(({ operationId, outcome }) => [operationId, outcome]));
}

/** What a ledger has no known outcome of, as the history would offer it. */
export function unresolvedIn(
  ledger: FakeLedger,
  actorId: string,
  recordedAt: (id: string) => number,
): Unresolved[] {
  return ledger
    .operations()
    .filter(({ steps }) => steps.length > 0)
    .map((operation) => ({
      operation,
      actorId,
      recordedAt: recordedAt(operation.id),
      outcome: ledger.outcomeOf(operation.id),
      steps: ledger.stepsOf(operation.id),
    }))
    .filter(({ outcome }) => outcome === null || outcome.result === "unknown");
}
