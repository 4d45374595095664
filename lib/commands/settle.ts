import { type Outcome, mayReplaceOutcome } from "@/lib/domain/outcome";
import { ApiError } from "@/lib/queries/api-error";
import { appendEach } from "./append";
import type { Doors } from "./doors";
import { SettledIntents, type UnsettledIntent } from "./intents/settle-intents";
import type { Lease } from "./leases";
import { OutcomeBook } from "./outcome-book";
import { settleDecision, type UnsettledDecision } from "./settle-decision";

const AT_ONCE = 4;

/** What has no outcome, or an unknown one. */
export type Unsettled = UnsettledDecision | UnsettledIntent;

export interface SettledDecision {
  /** Of the decision or the intent. */
  readonly decisionId: string;
  /** Null when it could not be settled now: it runs, or nothing could be read. */
  readonly outcome: Outcome | null;
}

/**
 * Says of what has no outcome what became of it, by reading; sends nothing to the directory. A plan is resolved by whoever
 * holds its lease: while somebody carries it out, nothing is said of it.
 */
export async function settle(
  unsettled: readonly Unsettled[],
  doors: Doors,
  onSettled: (settled: SettledDecision) => void = () => undefined,
): Promise<readonly SettledDecision[]> {
  const plans = byPlan(unsettled);
  const intents = new SettledIntents(
    unsettled.flatMap((each) => (each.of === "intent" ? [each] : [])),
    doors,
  );
  const settled: SettledDecision[] = [];
  const tell = (one: SettledDecision) => {
    settled.push(one);
    onSettled(one);
  };
  const work = async () => {
    for (let next = plans.shift(); next !== undefined; next = plans.shift()) {
      const { planId, ofPlan } = next;
      const told = new Set<string>();
      const tellOnce = (one: SettledDecision) => {
        told.add(one.decisionId);
        tell(one);
      };
      try {
        await doors.leases.hold(planId, (lease) =>
          settlePlan(ofPlan, intents, doors, lease, tellOnce),
        );
      } catch {
        // Without its lease nothing is said of this plan; the others have their own.
      }
      for (const { id } of ofPlan) if (!told.has(id)) tell({ decisionId: id, outcome: null });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return settled;
}

function byPlan(unsettled: readonly Unsettled[]) {
  const plans = new Map<string, Unsettled[]>();
  for (const each of unsettled) {
    const ofPlan = plans.get(each.planId) ?? [];
    plans.set(each.planId, ofPlan);
    ofPlan.push(each);
  }
  return [...plans].map(([planId, ofPlan]) => ({ planId, ofPlan }));
}

async function settlePlan(
  unsettled: readonly Unsettled[],
  intents: SettledIntents,
  doors: Doors,
  lease: Lease,
  tell: (settled: SettledDecision) => void,
): Promise<void> {
  const nothing = () => undefined;
  const book = new OutcomeBook(doors, lease.fence, { broken: nothing, unsaved: nothing });
  const waiting = [...unsettled];
  const outcomeOf = async (each: Unsettled): Promise<Outcome | null> => {
    try {
      return each.of === "intent"
        ? await intents.outcomeOf(each, lease)
        : await settleDecision(each, doors, lease);
    } catch {
      // Not read is not settled: the next visit tries again.
      return null;
    }
  };
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const outcome = await outcomeOf(next);
      // What was unknown and still is, is no news.
      if (outcome !== null && !(outcome.result === "unknown" && next.outcome !== null)) {
        const { guestId } = next;
        const about = next.of === "intent" ? intents.about(next) : { guestId, subject: null };
        book.write(next.id, about, outcome, correctionOf(next.outcome, outcome));
      }
      tell({ decisionId: next.id, outcome });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await book.close();
}

/** Why a reading replaces what was recorded before; undefined where it adds to it. */
function correctionOf(before: Outcome | null, outcome: Outcome): string | undefined {
  if (before === null || mayReplaceOutcome(before, outcome, false)) return undefined;
  return "The directory was read again and shows otherwise.";
}

/** Sends outcomes to the ledger that an earlier page could not. What still fails stays in the spool; throws ApiError. */
export async function emptySpool(doors: Doors): Promise<void> {
  const entries = doors.spool.all();
  for (let start = 0; start < entries.length; start += 100) {
    const group = entries.slice(start, start + 100);
    const { unsent, because } = await appendEach(group, doors, []);
    const kept = new Set(unsent.map(({ id }) => id));
    // What the ledger refuses it knows better: what became of that is settled by reading.
    doors.spool.drop(group.map(({ id }) => id).filter((id) => !kept.has(id)));
    // Settling now would read over outcomes that are known and only not recorded yet.
    if (because !== null) {
      throw new ApiError(because, "Outcomes that this tab keeps could not be recorded.");
    }
  }
}
