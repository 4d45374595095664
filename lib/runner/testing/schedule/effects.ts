import type { Choice, Scope } from "./situation";

/** Parts by their names, each as the number of its text. */
export type Numbered = Readonly<Record<string, number>>;

type Scoped = Pick<Choice<never>, "label" | "scopes">;

/** What choices did, by what decided it: what is known need not be driven. */
export class Effects<Parts extends object> {
  readonly #numbers = new Map<string, number>();
  /** The part that has a number. */
  readonly #values: unknown[] = [];
  readonly #effects = new Map<string, readonly number[]>();

  constructor(private readonly moment: readonly string[]) {}

  /** All parts, or some. */
  numbered(parts: Parts, names: Iterable<string> = Object.keys(parts)): Numbered {
    const numbered: Record<string, number> = {};
    for (const name of names) numbered[name] = this.#number(parts[name as keyof Parts]);
    return numbered;
  }

  partsOf(numbered: Numbered): Parts {
    const values = Object.entries(numbered).map(([name, at]) => [name, this.#values[at]]);
    return Object.fromEntries(values) as Parts;
  }

  /** The same for two situations that have the same future, and only for them. */
  keyOf(numbered: Numbered): string {
    let key = "";
    for (const name in numbered) if (!this.moment.includes(name)) key += `${numbered[name]} `;
    return key;
  }

  /** What a choice leads to; null where that is not known. */
  foretell(before: Numbered, choice: Scoped): Numbered | null {
    const after: Record<string, number> = { ...before };
    for (const scope of choice.scopes) {
      const effect = this.#effects.get(causeOf(before, after, choice.label, scope));
      if (effect === undefined) return null;
      for (const [index, name] of scope.changes.entries()) after[name] = effect[index] ?? 0;
    }
    return after;
  }

  /** Remembers what a choice changed, and that it kept to its scopes and to what it did before. */
  learn(before: Numbered, choice: Scoped, after: Numbered): void {
    const { label, scopes } = choice;
    const midway: Record<string, number> = { ...before };
    for (const scope of scopes) {
      const cause = causeOf(before, midway, label, scope);
      const effect = scope.changes.map((name) => after[name] ?? 0);
      const known = this.#effects.get(cause) ?? effect;
      if (known.some((value, index) => value !== effect[index])) {
        throw new RangeError(`“${label}” does to ${scope.changes.join()} what it did not before.`);
      }
      this.#effects.set(cause, effect);
      for (const name of scope.changes) midway[name] = after[name] ?? 0;
    }
    const mayChange = new Set(scopes.flatMap(({ changes }) => changes));
    const beyond = Object.keys(after).filter((name) => after[name] !== before[name]);
    for (const name of beyond) {
      if (!mayChange.has(name)) throw new RangeError(`“${label}” changes “${name}”, too.`);
    }
  }

  #number(value: unknown): number {
    const text = JSON.stringify(value);
    const known = this.#numbers.get(text) ?? this.#values.length;
    if (known === this.#values.length) {
      this.#numbers.set(text, known);
      this.#values.push(value);
    }
    return known;
  }
}

/** All that decides what a choice does to the parts of a scope; `midway` is after the scopes before. */
function causeOf(before: Numbered, midway: Numbered, label: string, scope: Scope): string {
  let cause = scope.requestNumber === undefined ? label : `${label} ${scope.requestNumber}`;
  for (const name of scope.changes) cause += ` ${name} ${before[name]}`;
  for (const name of scope.reads) cause += ` ${midway[name]}`;
  return cause;
}
