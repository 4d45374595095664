import type { Instant } from "@/lib/domain/time";
import type { OperationResult, OperationState, RunResult } from "@/lib/runner/run";

/** One thing to be decided. */
export interface Item {
  readonly id: string;
}

/** What a person decided about an item, before it is part of any plan. */
export interface Answer<I extends Item, Decision extends string> {
  /** As the person saw it. */
  readonly item: I;
  readonly decision: Decision;
  readonly justification: string;
}

/** An answer given in this tab, and how far it is. */
export interface QueuedAnswer<I extends Item, Decision extends string> extends Answer<I, Decision> {
  readonly state: OperationState;
  /** The operation that carries it; null while it waits for its plan. */
  readonly operationId: string | null;
  /** Since when it is in this state. */
  readonly changedAt: Instant;
}

export type Answers<I extends Item, Decision extends string> = ReadonlyMap<
  string,
  QueuedAnswer<I, Decision>
>;

/** True when the service has not taken the answer, and what it had before still holds. */
export function isNotAccepted(state: OperationState): boolean {
  if (typeof state === "string") return false;
  return "stopped" in state || state.result === "refused" || state.result === "failed";
}

/** What became of an answer in a run that is over; null where that is not known yet. */
export function stateOf(
  { outcome, stopped }: OperationResult,
  run: Pick<RunResult, "stopped">,
): OperationState | null {
  if (outcome !== null) return outcome;
  const because = stopped ?? run.stopped;
  return because === null ? null : { stopped: because };
}

/** True while something may still become of an answer. */
export function isUnderWay(state: OperationState): boolean {
  return typeof state === "string";
}

/** How items are decided, with the answers given here. */
export interface Decisions<I extends Item, Decision extends string> {
  /** As the item was last answered here, unless that was not accepted; null while it is undecided. */
  readonly of: (item: I) => Decision | null;
  /** Whether the decision is one that was given here. */
  readonly isFromHere: (item: I) => boolean;
  readonly isNotAccepted: (item: I) => boolean;
}

/** The decisions as they were read, and over them the answers given here. */
export function decisionsWith<I extends Item, Decision extends string>(
  decisionOf: (item: I) => Decision | null,
  answers: Answers<I, Decision>,
): Decisions<I, Decision> {
  const fromHere = ({ id }: I) => {
    const answer = answers.get(id);
    return answer === undefined || isNotAccepted(answer.state) ? null : answer;
  };
  return {
    of: (item) => fromHere(item)?.decision ?? decisionOf(item),
    isFromHere: (item) => fromHere(item) !== null,
    isNotAccepted: ({ id }) => {
      const answer = answers.get(id);
      return answer !== undefined && isNotAccepted(answer.state);
    },
  };
}

/** How long a list of the service may lack an answer that was sent. */
const LAG_MILLISECONDS = 60_000;

/** True when a list read at that time is to be believed more than an answer given here; `shows`: it has the answer. */
export function isOutdated(
  { state, changedAt }: Pick<QueuedAnswer<Item, string>, "state" | "changedAt">,
  shows: boolean,
  readAt: Instant,
): boolean {
  if (isUnderWay(state) || readAt <= changedAt) return false;
  return (shows && !isNotAccepted(state)) || readAt > changedAt + LAG_MILLISECONDS;
}

/** The answers by their justification, which is the reason of a plan; each group in the order of its first. */
export function byJustification<I extends Item, Decision extends string>(
  answers: readonly Answer<I, Decision>[],
): readonly (readonly Answer<I, Decision>[])[] {
  const groups = new Map<string, Answer<I, Decision>[]>();
  for (const answer of answers) {
    const group = groups.get(answer.justification);
    if (group === undefined) groups.set(answer.justification, [answer]);
    else group.push(answer);
  }
  return [...groups.values()];
}

/** The same answers to the items as they are shown now, to be given again. */
export function answersAgain<I extends Item, Decision extends string>(
  answers: readonly Answer<I, Decision>[],
  items: readonly I[],
): readonly Answer<I, Decision>[] {
  const shown = new Map(items.map((item) => [item.id, item]));
  return answers.map(({ item, decision, justification }) => {
    return { item: shown.get(item.id) ?? item, decision, justification };
  });
}

/** The first undecided item after this one, then from the beginning; null when everything else is decided. */
export function nextUndecided<I extends Item>(
  items: readonly I[],
  from: string | null,
  isUndecided: (item: I) => boolean,
): I | null {
  const at = items.findIndex(({ id }) => id === from);
  const isNext = (item: I) => item.id !== from && isUndecided(item);
  return items.slice(at + 1).find(isNext) ?? items.slice(0, Math.max(0, at)).find(isNext) ?? null;
}
