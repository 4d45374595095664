import type { Effects, Numbered } from "./effects";
import type { Choice, Explorable, Situation } from "./situation";

export interface Explored {
  /** Sequences of choices that were driven, each from the beginning. */
  readonly schedules: number;
  /** Situations in which all was over. */
  readonly ends: number;
  readonly situations: number;
  /** How often a choice was driven. */
  readonly choices: number;
}

interface Schedule<Driven> {
  readonly situation: Driven;
  readonly happened: Choice<Driven>[];
}

interface Fork<Driven> {
  readonly parts: Numbered;
  readonly choices: readonly Choice<Driven>[];
  taken: number;
}

/**
 * Explores every sequence of choices, depth first. A situation that was met before is not explored again. What a choice
 * does is driven once and remembered: where the same decides what it does, it is known where it leads, and it is not
 * driven. Throws at the first failing schedule, with its choices.
 */
export async function explore<Driven extends Situation<Parts>, Parts extends object>(
  explorable: Explorable<Driven, Parts>,
  /** What is known of its choices. */
  effects: Effects<Parts>,
  options: { readonly drivesAll?: boolean } = {},
): Promise<Explored> {
  const { stackTraceLimit } = Error;
  // Most of the time would go into stacks of errors that the schedules wish for.
  Error.stackTraceLimit = 0;
  try {
    return await new Exploration(explorable, effects, options.drivesAll === true).explore();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Drives one schedule by the labels of its choices, then to its end by what would happen first. */
export async function replay<Driven extends Situation<Parts>, Parts extends object>(
  explorable: Explorable<Driven, Parts>,
  labels: readonly string[],
): Promise<Driven> {
  const path: string[] = [];
  const situation = explorable.begin();
  try {
    for (let at = 0; ; at += 1) {
      await nextTask();
      situation.check();
      const now = explorable.choices(situation.parts());
      if (now.length === 0) break;
      const nextLabel = labels[at];
      const choice =
        nextLabel === undefined ? now[0] : now.find(({ label }) => label === nextLabel);
      if (choice === undefined) throw new RangeError(`“${nextLabel ?? ""}” is no choice now.`);
      path.push(choice.label);
      choice.happen(situation);
    }
    await situation.end();
  } catch (cause) {
    throw failing(path, cause);
  }
  return situation;
}

/** Everything that needs no further choice has happened by then. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

class Exploration<Driven extends Situation<Parts>, Parts extends object> {
  readonly #seen = new Set<string>();
  /** What decided the ends that were driven. */
  readonly #ended = new Set<string>();
  /** The choices that lead to where it is, and where else it might have gone. */
  readonly #forks: Fork<Driven>[] = [];
  /** A schedule that is driven, and what has happened in it; nothing is remembered but the choices, so a new one repeats its beginning. */
  #driven: Schedule<Driven> | null = null;
  readonly #count = { schedules: 0, ends: 0, choices: 0 };

  constructor(
    private readonly explorable: Explorable<Driven, Parts>,
    private readonly effects: Effects<Parts>,
    /** Whether also what is known is driven, to find out whether it is as it was. */
    private readonly drivesAll: boolean,
  ) {}

  async explore(): Promise<Explored> {
    const path: Choice<Driven>[] = [];
    try {
      const { situation } = await this.#drive(path);
      await this.#meet(this.effects.numbered(situation.parts()), path);
      for (let last = this.#forks.at(-1); last !== undefined; last = this.#forks.at(-1)) {
        path.length = this.#forks.length - 1;
        last.taken += 1;
        const choice = last.choices[last.taken];
        if (choice === undefined) this.#forks.pop();
        else {
          path.push(choice);
          await this.#meet(await this.#take(last.parts, choice, path), path);
        }
      }
    } catch (cause) {
      const labels = path.map(({ label }) => label);
      throw failing(labels, cause);
    }
    return { ...this.#count, situations: this.#seen.size };
  }

  /** Goes on from a situation, unless it was met before. */
  async #meet(parts: Numbered, path: readonly Choice<Driven>[]): Promise<void> {
    const key = this.effects.keyOf(parts);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const choices = this.explorable.choices(this.effects.partsOf(parts));
    if (choices.length > 0) this.#forks.push({ parts, choices, taken: -1 });
    else await this.#end(parts, path);
  }

  async #end(parts: Numbered, path: readonly Choice<Driven>[]): Promise<void> {
    this.#count.ends += 1;
    const cause = JSON.stringify(this.explorable.endingOf(this.effects.partsOf(parts)));
    if (this.#ended.has(cause) && !this.drivesAll) return;
    this.#ended.add(cause);
    const { situation } = await this.#drive(path);
    this.#expect(parts, situation, Object.keys(parts));
    await situation.end();
    this.#driven = null;
  }

  /** Where a choice leads, the last one of a path. */
  async #take(
    foretold: Numbered,
    choice: Choice<Driven>,
    path: readonly Choice<Driven>[],
  ): Promise<Numbered> {
    const known = this.drivesAll ? null : this.effects.foretell(foretold, choice);
    if (known !== null) return known;
    const { scopes } = choice;
    const decisive = new Set(scopes.flatMap(({ changes, reads }) => [...changes, ...reads]));
    const before = await this.#drive(path.slice(0, -1));
    this.#expect(foretold, before.situation, decisive);
    const changed = new Set(scopes.flatMap(({ changes }) => changes));
    const after = await this.#drive(path);
    const numbered = this.#numbered(after.situation, changed, foretold);
    this.effects.learn(foretold, choice, numbered);
    return numbered;
  }

  /** Drives a path to its end, from its beginning where what is driven has gone another way. */
  async #drive(path: readonly Choice<Driven>[]): Promise<Schedule<Driven>> {
    const goesOn = this.#driven?.happened.every((choice, index) => choice === path[index]);
    if (goesOn !== true) this.#driven = null;
    const driven = this.#driven ?? (await this.#begin());
    this.#driven = driven;
    for (const choice of path.slice(driven.happened.length)) {
      this.#count.choices += 1;
      driven.happened.push(choice);
      choice.happen(driven.situation);
      await nextTask();
      driven.situation.check();
    }
    return driven;
  }

  async #begin(): Promise<Schedule<Driven>> {
    this.#count.schedules += 1;
    const situation = this.explorable.begin();
    await nextTask();
    situation.check();
    return { situation, happened: [] };
  }

  /** The parts as they are; the others as they were where not all is compared: writing them down takes time. */
  #numbered(situation: Driven, names: Iterable<string>, others: Numbered): Numbered {
    const parts = situation.parts();
    if (this.drivesAll) return this.effects.numbered(parts);
    return { ...others, ...this.effects.numbered(parts, names) };
  }

  /** What was foretold of a path must be what it leads to, in all that decides what comes next. */
  #expect(foretold: Numbered, situation: Driven, names: Iterable<string>): void {
    const driven = this.#numbered(situation, names, {});
    for (const name of Object.keys(driven)) {
      if (foretold[name] !== driven[name]) {
        throw new RangeError(`The same choices led to another “${name}” than before.`);
      }
    }
  }
}

function failing(path: readonly string[], cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${why}\nThe schedule:\n${JSON.stringify(path, null, 2)}`, { cause });
}
