import { folded, wordsIn } from "@/lib/domain/match-text";
import type { GuestColumns } from "./columns";

/** The searchable text of each row, folded once. The last result is kept, since the next letter narrows it. */
export class SearchIndex {
  readonly #haystacks: string[] = [];
  #last: { readonly text: string; readonly hits: Uint8Array; readonly version: number } | null =
    null;
  #version = 0;

  constructor(private readonly columns: GuestColumns) {}

  index(row: number): void {
    const { names, mails, userNames, partners, partner } = this.columns;
    const words = [names[row], mails[row], userNames[row], partners.word(partner[row] ?? 0)];
    this.#haystacks[row] = folded(words.join("\n"));
    this.#version += 1;
  }

  /** A mark for each row in which every word of the text occurs; null when there is no text. */
  hits(text: string): Uint8Array | null {
    const needle = folded(text).trim();
    if (needle === "") return null;
    const last = this.#last?.version === this.#version ? this.#last : null;
    if (last?.text === needle) return last.hits;
    const within = last !== null && needle.startsWith(last.text) ? last.hits : null;
    const hits = this.#search(wordsIn(text), within);
    this.#last = { text: needle, hits, version: this.#version };
    return hits;
  }

  #search(words: readonly string[], within: Uint8Array | null): Uint8Array {
    const hits = new Uint8Array(this.#haystacks.length);
    for (let row = 0; row < hits.length; row += 1) {
      if (within?.[row] === 0) continue;
      const haystack = this.#haystacks[row] ?? "";
      if (words.every((word) => haystack.includes(word))) hits[row] = 1;
    }
    return hits;
  }
}
