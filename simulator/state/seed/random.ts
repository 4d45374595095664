const hexadecimal = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** RandomNumber that can be had again: the same words give the same throws (sfc32, Chris Doty-Humphrey). */
export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  constructor(words: string) {
    let hash = 0x811c9dc5;
    for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    this.#a = hash;
    this.#b = hash ^ 0x9e3779b9;
    this.#c = Math.imul(hash, 0x85ebca6b);
    for (let round = 0; round < 15; round += 1) this.bits();
  }

  /** 32 bits, unsigned. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** From 0 up to, not including, 1. */
  share(): number {
    return this.bits() / 0x1_0000_0000;
  }

  chance(of: number): boolean {
    return this.share() < of;
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    return Math.floor(this.share() * limit);
  }

  between(low: number, high: number): number {
    return low + this.share() * (high - low);
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)];
    if (picked === undefined) throw new RangeError("nothing to pick from");
    return picked;
  }

  /** Picks by weight, in the order given. */
  weighted<T>(from: readonly (readonly [T, number])[]): T {
    const total = from.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.share() * total;
    for (const [choice, weight] of from) {
      left -= weight;
      if (left < 0) return choice;
    }
    throw new RangeError("nothing to pick from");
  }

  shuffle(numbers: Int32Array): void {
    for (let last = numbers.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      const swapped = numbers[last] ?? 0;
      numbers[last] = numbers[other] ?? 0;
      numbers[other] = swapped;
    }
  }

  /** An identifier shaped like those of the directory (RFC 9562, version 4). */
  guid(): string {
    const [a, b, c, d] = [this.bits(), this.bits(), this.bits(), this.bits()];
    const third = (b & 0x0fff) | 0x4000;
    const fourth = ((c >>> 16) & 0x3fff) | 0x8000;
    return [
      two(a >>> 16) + two(a),
      two(b >>> 16),
      two(third),
      two(fourth),
      two(c) + two(d >>> 16) + two(d),
    ].join("-");
  }
}

function two(bytes: number): string {
  return (hexadecimal[(bytes >>> 8) & 0xff] ?? "") + (hexadecimal[bytes & 0xff] ?? "");
}
