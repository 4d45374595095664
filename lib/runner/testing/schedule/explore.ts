import { Forks } from "./forks";

/** What a choice depends on besides the moment, and what of a situation it may change: names of its parts. */
export interface Scope {
  readonly changes: readonly string[];
  readonly reads: readonly string[];
}

/** One thing that may happen next; the label names it in a schedule that fails. */
export interface Choice {
  readonly label: string;
  readonly happen: () => void;
  /** What it did once, it does wherever these parts and the moment are the same; without, only trying it tells what it leads to. */
  readonly scope?: Scope;
  /** The parts of the situation that it leads to, where they are known beforehand. */
  readonly leadsTo?: () => Parts;
}

/** The parts of a situation by their names. */
export type Parts = Readonly<Record<string, string>>;

/** A small world that a scheduler drives one choice at a time. */
export interface Situation {
  /** What every choice may depend on, and which makes no situation another one: the time, and when something happened. */
  moment(): string;
  /** What may happen now, what would happen without a scheduler first; empty when all is over. */
  choices(): readonly Choice[];
  /** Two situations with the same parts have the same future. */
  parts(): Parts;
  /** Throws when something is false already. */
  check(): void;
  /** What comes after the last choice; throws when the end is false. */
  end(): Promise<void>;
}

export interface Explored {
  /** Sequences of choices that were driven, each from the beginning. */
  readonly schedules: number;
  /** Of those, the ones that were followed to their end; the others met a situation that had been explored. */
  readonly ends: number;
  readonly situations: number;
  readonly choices: number;
}

/**
 * Drives every sequence of choices, depth first. Nothing is remembered but the choices: each schedule begins anew and
 * repeats its beginning. A situation that was met before is not explored again, and a choice that is known to lead to one
 * is not tried. Throws at the first failing schedule, with its choices.
 */
export async function explore(begin: () => Situation): Promise<Explored> {
  const forks = new Forks();
  const count = { schedules: 0, ends: 0, choices: 0 };
  const driveAll = async () => {
    do {
      count.schedules += 1;
      const path: string[] = [];
      try {
        if (await follow(begin(), forks, path)) count.ends += 1;
      } catch (cause) {
        throw failing(path, cause);
      }
      count.choices += path.length;
    } while (forks.next());
  };
  const { stackTraceLimit } = Error;
  // Most of the time would go into stacks of errors that the schedules wish for.
  Error.stackTraceLimit = 0;
  try {
    await driveAll();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return { ...count, situations: forks.situations };
}

/** Drives one schedule by the labels of its choices, then to its end by what would happen first. */
export async function replay(situation: Situation, labels: readonly string[]): Promise<void> {
  const path: string[] = [];
  try {
    for (let at = 0; ; at += 1) {
      await settled();
      situation.check();
      const choices = situation.choices();
      if (choices.length === 0) break;
      const wanted = labels[at];
      const choice =
        wanted === undefined ? choices[0] : choices.find(({ label }) => label === wanted);
      if (choice === undefined) throw new RangeError(`“${wanted ?? ""}” is no choice now.`);
      path.push(choice.label);
      choice.happen();
    }
    await situation.end();
  } catch (cause) {
    throw failing(path, cause);
  }
}

/** Everything that needs no further choice has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Whether it came to its end. */
async function follow(situation: Situation, forks: Forks, path: string[]): Promise<boolean> {
  for (let depth = 0; ; depth += 1) {
    await settled();
    situation.check();
    const isNew = depth >= forks.depth;
    if (isNew && !forks.meet(situation)) return false;
    const choices = situation.choices();
    if (choices.length === 0) {
      await situation.end();
      return true;
    }
    if (isNew && !forks.add(situation, choices)) return false;
    const choice = forks.chosen(depth, choices);
    path.push(choice.label);
    choice.happen();
  }
}

function failing(path: readonly string[], cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${why}\nThe schedule:\n${JSON.stringify(path, null, 2)}`, { cause });
}
