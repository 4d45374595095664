import type { Directory } from "../directory.ts";
import { beginInstances } from "./begin-instance.ts";
import { goOn } from "./go-on.ts";
import { reviewsOf } from "./reviews-of.ts";
import type { Definition } from "./rows.ts";
import { DAY_MS, nextDay } from "./schedule.ts";

/**
 * Lets happen, in order, all that was due in this organization's reviews up to its own present. To be called before
 * anything is read or written, so that nothing can have come between.
 */
export function advanceReviews(directory: Directory): void {
  const { definitions } = reviewsOf(directory);
  if (definitions.size === 0) return;
  const now = directory.clock.now();
  for (let at = earliest(definitions); at <= now; at = earliest(definitions)) {
    for (const definition of definitions.values()) {
      for (const instance of definition.instances.values()) {
        if (instance.dueAt !== null && instance.dueAt <= at) goOn(directory, instance);
      }
      const next = nextStart(definition);
      if (next !== null && next.at <= at) begin(directory, definition, next);
    }
  }
}

function earliest(definitions: ReadonlyMap<string, Definition>): number {
  let first = Number.POSITIVE_INFINITY;
  for (const definition of definitions.values()) {
    first = Math.min(first, nextStart(definition)?.at ?? Number.POSITIVE_INFINITY);
    for (const { dueAt } of definition.instances.values()) {
      if (dueAt !== null && dueAt < first) first = dueAt;
    }
  }
  return first;
}

interface Start {
  at: number;
  day: number;
}

interface RememberedStart {
  of: Pick<Definition, "plan" | "modifiedAt" | "begunFor">;
  start: Start | null;
}

const starts = new WeakMap<Definition, RememberedStart>();

/** When the series begins its next instance; null when it never will again. */
export function nextStart(definition: Definition): Start | null {
  const { plan, modifiedAt, stopped, begunFor } = definition;
  if (stopped) return null;
  const remembered = starts.get(definition);
  const same =
    remembered?.of.plan === plan &&
    remembered.of.modifiedAt === modifiedAt &&
    remembered.of.begunFor === begunFor;
  if (same) return remembered.start;
  const start = computeNextStart(definition);
  starts.set(definition, { of: { plan, modifiedAt, begunFor }, start });
  return start;
}

function computeNextStart({ plan, modifiedAt, begunFor }: Definition): Start | null {
  // What was over before the series was made is not held; what was to begin earlier begins with it.
  const over = modifiedAt - plan.days * DAY_MS;
  const after = begunFor ?? (plan.schedule.every === null ? null : over);
  const next = nextDay(plan.schedule, after);
  return next && { at: Math.max(next.at, modifiedAt), day: next.at };
}

function begin(directory: Directory, definition: Definition, { at, day }: Start): void {
  definition.begunFor = day;
  beginInstances(directory, definition, at);
}
