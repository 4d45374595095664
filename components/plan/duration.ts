import { counted } from "@/lib/domain/number-text";
import type { Plan } from "@/lib/domain/plan";
import type { RunSnapshot } from "@/lib/runner/run";
import { WRITES_PER_SECOND } from "@/lib/runner/write-rate-limiter";

/** Nobody has to be told of a shorter wait. */
const WORTH_SAYING_SECONDS = 10;

/** The least time that sending a plan takes at the quota of writes; null where it is hardly worth a word. */
export function leastTimeWords({ operations }: Pick<Plan, "operations">): string | null {
  const requests = operations.reduce((sum, { operation }) => sum + operation.steps.length, 0);
  const seconds = requests / WRITES_PER_SECOND;
  return seconds < WORTH_SAYING_SECONDS
    ? null
    : `This takes at least ${durationWords(seconds)}: at most ${counted(WRITES_PER_SECOND, "change")} are sent a second. You can go on working meanwhile.`;
}

/** How long a run still takes at its present rate; null while that is not known, or hardly worth a word. */
export function timeLeftWords({
  total,
  finished,
  perSecond,
  waitingUntil,
  result,
}: RunSnapshot): string | null {
  if (result !== null || waitingUntil !== null || perSecond === 0) return null;
  const seconds = (total - finished) / perSecond;
  return seconds < WORTH_SAYING_SECONDS ? null : `about ${durationWords(seconds)} left`;
}

/** "40 seconds", "16 minutes", "2 hours 5 minutes". */
function durationWords(seconds: number): string {
  if (seconds < 90) return counted(Math.ceil(seconds), "second");
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return counted(minutes, "minute");
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${counted(hours, "hour")}${rest === 0 ? "" : ` ${counted(rest, "minute")}`}`;
}
