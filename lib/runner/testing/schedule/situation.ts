/** What a choice changes together, and what else decides how: names of parts. One scope reads what an earlier one changed. */
export interface Scope {
  readonly changes: readonly string[];
  readonly reads: readonly string[];
  /** What decides as well, and is no part. */
  readonly requestNumber?: number;
}

/** One thing that may happen next; the label names it in a schedule that fails. */
export interface Choice<Driven> {
  readonly label: string;
  /** What it did once, it does wherever the parts of a scope are the same; what is in no scope it leaves alone. */
  readonly scopes: readonly Scope[];
  readonly happen: (driven: Driven) => void;
}

/** A small fixture that a scheduler drives one choice at a time. */
export interface Situation<Parts> {
  /** All that decides what may still happen. */
  parts(): Parts;
  /** Throws when something is false already. */
  check(): void;
  /** What comes after the last choice; throws when the end is false. */
  end(): Promise<void>;
}

/** What may be explored: where it begins, and what may happen in each situation. */
export interface Explorable<Driven extends Situation<Parts>, Parts> {
  begin(): Driven;
  /** What may happen now, what would happen without a scheduler first; empty when all is over. */
  choices(parts: Parts): readonly Choice<Driven>[];
  /** What decides what comes after the last choice. */
  readonly endingOf: (parts: Parts) => unknown;
}
