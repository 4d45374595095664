import type { Choice, Parts, Scope, Situation } from "./explore";

/** Parts by their names, each as the number of its text. */
type Numbered = Readonly<Record<string, number>>;

interface Fork {
  readonly moment: string;
  readonly parts: Numbered;
  readonly choices: readonly {
    readonly label: string;
    readonly scope: Scope | undefined;
    readonly leadsTo: Numbered | null;
  }[];
  taken: number;
}

/**
 * The choices that a schedule has taken, and where else it might have gone. What a choice with a scope did is remembered:
 * two that have nothing to do with each other lead to the same situation in either order, and only one order is driven.
 */
export class Forks {
  readonly #forks: Fork[] = [];
  readonly #seen = new Set<string>();
  readonly #numbers = new Map<string, number>();
  /** What a choice changes, by what it depends on. */
  readonly #effects = new Map<string, Numbered>();
  #met: Numbered = {};

  get depth(): number {
    return this.#forks.length;
  }

  get situations(): number {
    return this.#seen.size;
  }

  /** Whether it is a situation that was not met before. */
  meet(situation: Situation): boolean {
    this.#met = this.#numbered(situation.parts());
    this.#learn(this.#met);
    const key = keyOf(this.#met);
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }

  /** Adds the choices of the situation that was just met; whether one of them may lead to a new situation. */
  add(situation: Situation, choices: readonly Choice[]): boolean {
    this.#forks.push({
      moment: situation.moment(),
      parts: this.#met,
      choices: choices.map(({ label, scope, leadsTo }) => ({
        label,
        scope,
        leadsTo: leadsTo === undefined ? null : this.#numbered(leadsTo()),
      })),
      taken: -1,
    });
    return this.#turn(this.#forks.at(-1));
  }

  chosen(depth: number, choices: readonly Choice[]): Choice {
    const fork = this.#forks[depth];
    const choice = choices[fork?.taken ?? 0];
    if (choice === undefined || fork?.choices.length !== choices.length) {
      throw new RangeError("The same choices led to something else than before.");
    }
    return choice;
  }

  /** Leaves the last fork at which something else can be chosen, with that; false when all has been chosen. */
  next(): boolean {
    for (let last = this.#forks.at(-1); last !== undefined; last = this.#forks.at(-1)) {
      if (this.#turn(last)) return true;
      this.#forks.pop();
    }
    return false;
  }

  #turn(fork: Fork | undefined): boolean {
    if (fork === undefined) return false;
    for (fork.taken += 1; fork.taken < fork.choices.length; fork.taken += 1) {
      const leadsTo = this.#foretell(fork);
      if (leadsTo === null || !this.#seen.has(keyOf(leadsTo))) return true;
    }
    return false;
  }

  #foretell(fork: Fork): Numbered | null {
    const choice = fork.choices[fork.taken];
    if (choice?.leadsTo != null) return choice.leadsTo;
    const effect = this.#effects.get(causeOf(fork));
    return effect === undefined ? null : { ...fork.parts, ...effect };
  }

  /** Remembers what the last choice changed, and that it kept to its scope. */
  #learn(after: Numbered): void {
    const fork = this.#forks.at(-1);
    const choice = fork?.choices[fork.taken];
    if (fork === undefined || choice?.scope === undefined) return;
    const { label, scope } = choice;
    const expected = this.#foretell(fork) ?? fork.parts;
    const isKnown = expected !== fork.parts;
    for (const name of Object.keys(after)) {
      const mayChange = !isKnown && scope.changes.includes(name);
      if (!mayChange && after[name] !== expected[name]) {
        throw new RangeError(`“${label}” changes “${name}” beyond its scope.`);
      }
    }
    const effect = scope.changes.map((name) => [name, after[name] ?? 0] as const);
    if (!isKnown) this.#effects.set(causeOf(fork), Object.fromEntries(effect));
  }

  #numbered(parts: Parts): Numbered {
    const numbered: Record<string, number> = {};
    for (const [name, text] of Object.entries(parts)) {
      const known = this.#numbers.get(text) ?? this.#numbers.size + 1;
      this.#numbers.set(text, known);
      numbered[name] = known;
    }
    return numbered;
  }
}

function keyOf(parts: Numbered): string {
  return Object.values(parts).join(" ");
}

/** All that decides what the chosen one does; "" where that is not known. */
function causeOf({ moment, parts, choices, taken }: Fork): string {
  const choice = choices[taken];
  if (choice?.scope === undefined) return "";
  const { changes, reads } = choice.scope;
  return [choice.label, moment, ...[...changes, ...reads].map((name) => parts[name])].join(" ");
}
