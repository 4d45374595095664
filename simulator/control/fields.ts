/** Thrown for a request that makes no sense; the answer is 400 (404 for a thing that is not there) and names the field. */
export class ControlRefusal extends Error {
  override readonly name = "ControlRefusal";

  constructor(
    readonly field: string,
    message: string,
    readonly status: 400 | 404 | 415 = 400,
  ) {
    super(message);
  }
}

/** Reads a JSON object field by field. `end` refuses unknown fields. */
export class Fields {
  readonly #source: Record<string, unknown>;
  readonly #unread: Set<string>;

  constructor(
    source: unknown,
    private readonly within = "",
  ) {
    if (typeof source !== "object" || source === null || Array.isArray(source)) {
      throw new ControlRefusal(within === "" ? "body" : within, "must be an object");
    }
    this.#source = source as Record<string, unknown>;
    this.#unread = new Set(Object.keys(source));
  }

  has(name: string): boolean {
    return this.#source[name] !== undefined;
  }

  take(name: string): unknown {
    this.#unread.delete(name);
    return this.#source[name];
  }

  refuse(name: string, message: string): ControlRefusal {
    return new ControlRefusal(this.within === "" ? name : `${this.within}.${name}`, message);
  }

  text(name: string): string {
    const value = this.take(name);
    if (typeof value !== "string" || value === "") throw this.refuse(name, "must be a text");
    return value;
  }

  flag(name: string): boolean {
    const value = this.take(name);
    if (typeof value !== "boolean") throw this.refuse(name, "must be true or false");
    return value;
  }

  number(name: string, from: number, to: number): number {
    const value = this.take(name);
    if (typeof value !== "number" || !(value >= from && value <= to)) {
      throw this.refuse(name, `must be a number from ${from} to ${to}`);
    }
    return value;
  }

  whole(name: string, from: number, to: number): number {
    const value = this.number(name, from, to);
    if (!Number.isInteger(value)) throw this.refuse(name, "must be a whole number");
    return value;
  }

  oneOf<Word extends string>(name: string, words: readonly Word[]): Word {
    const value = this.take(name);
    const found = words.find((word) => word === value);
    if (found === undefined) throw this.refuse(name, `must be one of ${words.join(", ")}`);
    return found;
  }

  list<Item>(name: string, read: (item: unknown, field: string) => Item): Item[] {
    const value = this.take(name);
    if (!Array.isArray(value)) throw this.refuse(name, "must be a list");
    const path = this.within === "" ? name : `${this.within}.${name}`;
    return value.map((item, index) => read(item, `${path}[${index}]`));
  }

  texts(name: string): string[] {
    return this.list(name, asText);
  }

  /** Null where null is given. */
  orNull<Value>(name: string, read: () => Value): Value | null {
    if (this.#source[name] !== null) return read();
    this.#unread.delete(name);
    return null;
  }

  /** Undefined where the field is absent. */
  maybe<Value>(name: string, read: () => Value): Value | undefined {
    return this.has(name) ? read() : undefined;
  }

  end(): void {
    const [first] = this.#unread;
    if (first !== undefined) throw this.refuse(first, "is not a field here");
  }
}

export function asText(item: unknown, field: string): string {
  if (typeof item !== "string" || item === "") throw new ControlRefusal(field, "must be a text");
  return item;
}
