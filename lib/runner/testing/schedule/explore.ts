/** One thing that may happen next; the label names it in a schedule that fails. */
export interface Choice {
  readonly label: string;
  readonly happen: () => void;
  /** The key of the situation that it leads to, where that is known beforehand: it is not tried where that was met. */
  readonly leadsTo?: () => string;
}

/** A small world that a scheduler drives one choice at a time. */
export interface Situation {
  /** What may happen now, what would happen without a scheduler first; empty when all is over. */
  choices(): readonly Choice[];
  /** Two situations with the same key have the same future. */
  key(): string;
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

interface Fork {
  /** The keys of the situations that its choices lead to, where they are known beforehand. */
  readonly leadsTo: readonly (string | null)[];
  taken: number;
}

/**
 * Drives every sequence of choices, depth first. Nothing is remembered but the choices: each schedule begins anew and
 * repeats its beginning. A situation that was met before is not explored again. Throws at the first failing schedule,
 * with its choices.
 */
export async function explore(begin: () => Situation): Promise<Explored> {
  const seen = new Set<string>();
  const forks: Fork[] = [];
  const count = { schedules: 0, ends: 0, choices: 0 };
  const driveAll = async () => {
    do {
      count.schedules += 1;
      const path: string[] = [];
      try {
        if (await follow(begin(), forks, seen, path)) count.ends += 1;
      } catch (cause) {
        throw failing(path, cause);
      }
      count.choices += path.length;
      nextFork(forks, seen);
    } while (forks.length > 0);
  };
  const { stackTraceLimit } = Error;
  // Most of the time would go into stacks of errors that the schedules wish for.
  Error.stackTraceLimit = 0;
  try {
    await driveAll();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return { ...count, situations: seen.size };
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
async function follow(
  situation: Situation,
  forks: Fork[],
  seen: Set<string>,
  path: string[],
): Promise<boolean> {
  for (let depth = 0; ; depth += 1) {
    await settled();
    situation.check();
    const isNew = depth >= forks.length;
    if (isNew) {
      const key = situation.key();
      if (seen.has(key)) return false;
      seen.add(key);
    }
    const choices = situation.choices();
    if (choices.length === 0) {
      await situation.end();
      return true;
    }
    if (isNew) forks.push({ leadsTo: choices.map((each) => each.leadsTo?.() ?? null), taken: 0 });
    const fork = forks[depth];
    const choice = choices[fork?.taken ?? 0];
    if (choice === undefined || fork?.leadsTo.length !== choices.length) {
      throw new RangeError("The same choices led to something else than before.");
    }
    path.push(choice.label);
    choice.happen();
  }
}

/** Leaves the last fork at which something else can be chosen, with that. */
function nextFork(forks: Fork[], seen: ReadonlySet<string>): void {
  for (let last = forks.at(-1); last !== undefined; last = forks.at(-1)) {
    for (last.taken += 1; last.taken < last.leadsTo.length; last.taken += 1) {
      if (!seen.has(last.leadsTo[last.taken] ?? "")) return;
    }
    forks.pop();
  }
}

function failing(path: readonly string[], cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${why}\nThe schedule:\n${JSON.stringify(path, null, 2)}`, { cause });
}
