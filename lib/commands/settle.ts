import { type Outcome, mayReplaceOutcome } from "@/lib/domain/outcome";
import type { Instant } from "@/lib/domain/time";
import { ApiError } from "@/lib/queries/api-error";
import { appendEach } from "./append";
import type { Doors } from "./doors";
import { SettledIntents, type UnsettledIntent } from "./intents/settle-intents";
import { OutcomeBook } from "./outcome-book";
import { settleDecision, type UnsettledDecision } from "./settle-decision";

/** Somebody else's run may still be going on in a browser that we do not see: it is left so long. */
const OTHERS_AFTER_MILLISECONDS = 30 * 60_000;
const AT_ONCE = 4;

/** What has no outcome, or an unknown one. */
export type Unsettled = UnsettledDecision | UnsettledIntent;

export interface SettledDecision {
  /** Of the decision or the intent. */
  readonly decisionId: string;
  /** Null when it could not be settled now: it runs, or nothing could be read. */
  readonly outcome: Outcome | null;
}

/** Says of what has no outcome what became of it, by reading the directory; sends nothing to it. */
export async function settle(
  unsettled: readonly Unsettled[],
  doors: Doors,
  onSettled: (settled: SettledDecision) => void = () => undefined,
): Promise<readonly SettledDecision[]> {
  const book = new OutcomeBook(doors, { broken: () => undefined, unsaved: () => undefined });
  const intents = new SettledIntents(
    unsettled.flatMap((each) => (each.of === "intent" ? [each] : [])),
    doors,
  );
  const settled: SettledDecision[] = [];
  const waiting = [...unsettled];
  const outcomeOf = async (each: Unsettled): Promise<Outcome | null> => {
    if (await mayStillRun(each, doors)) return null;
    try {
      return each.of === "intent"
        ? await intents.outcomeOf(each)
        : await settleDecision(each, doors);
    } catch {
      // Not read is not settled: the next visit tries again.
      return null;
    }
  };
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const outcome = await outcomeOf(next);
      const one = { decisionId: next.id, outcome };
      // What was unknown and still is, is no news.
      if (outcome !== null && !(outcome.result === "unknown" && next.outcome !== null)) {
        const { guestId } = next;
        const about = next.of === "intent" ? intents.about(next) : { guestId, subject: null };
        book.write(next.id, about, outcome, correctionOf(next.outcome, outcome));
      }
      settled.push(one);
      onSettled(one);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await book.close();
  return settled;
}

/** Why a reading replaces what was recorded before; undefined where it adds to it. */
function correctionOf(before: Outcome | null, outcome: Outcome): string | undefined {
  if (before === null || mayReplaceOutcome(before, outcome, false)) return undefined;
  return "The directory was read again and shows otherwise.";
}

async function mayStillRun(
  { actorId, planId, recordedAt }: { actorId: string; planId: string; recordedAt: Instant },
  doors: Doors,
): Promise<boolean> {
  if (actorId === doors.me.userId) return await doors.running.isRunning(planId);
  return doors.clock.now() - recordedAt < OTHERS_AFTER_MILLISECONDS;
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
