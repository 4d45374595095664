import type { ReviewItem } from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";
import type { Clock } from "@/lib/graph/clock";
import { REVIEW_PAGE } from "@/lib/graph/reviews/read-review-pages";

/** How many answers of a plan are read at once: as many as a run records together. */
const READ_AHEAD = 100;

/** Items of one instance by their ids, in lower case. */
export type Items = ReadonlyMap<string, ReviewItem>;

/** Up to this many items are read by their ids from the start; for more, the list is read first. */
const FEW = 60;
/** One page of 100 items costs the service about as much as this many reads by id. */
const LIKE_A_PAGE = 10;

/** How the items of one instance are read. */
export interface ItemsSource {
  /** Those of these ids that are there and may be read. */
  some(ids: readonly string[]): Promise<Items>;
  /** All of them, by a reading that began no earlier than that. */
  all(since: Instant): Promise<Items>;
}

/** One reading of some items. */
interface Batch {
  readonly beganAt: Instant;
  readonly found: Promise<Items>;
}

/** A batch that is still collecting ids: it is read at the end of this microtask. */
interface OpenBatch {
  readonly ids: Set<string>;
  readonly found: Promise<Items>;
}

/**
 * The items of one instance that one plan answers, read in proportion to how many are answered and not to how many
 * there are: requests of one microtask are read together, with those that were put on the ledger with them.
 */
export class AnsweredItems {
  readonly #batches = new Map<string, Batch>();
  readonly #places: ReadonlyMap<string, number>;
  #whole: Batch | null = null;
  /** All that there is to be decided, as it was last read whole. */
  #all: Items | null = null;
  #openBatch: OpenBatch | null = null;
  /** Who may not read an item by its id may still read all that they decide. Null until it was tried. */
  #oneByOne: boolean | null = null;

  constructor(
    /** In the order of the plan. */
    private readonly ids: readonly string[],
    private readonly source: ItemsSource,
    private readonly clock: Pick<Clock, "now">,
  ) {
    this.#places = new Map(ids.map((id, place) => [id, place]));
  }

  /**
   * An item as it was no earlier than `since`; undefined where it was not among what was read. Those that follow it in
   * the plan, and were last read before `prefetchBefore`, are read with it.
   */
  async item(id: string, since: Instant, prefetchBefore: Instant): Promise<ReviewItem | undefined> {
    const last = this.#last(id);
    const isKnown = last !== null && last.beganAt >= since;
    const found = await (isKnown ? last.found : this.#inOpenBatch(id, prefetchBefore));
    const key = id.toLowerCase();
    // An item that others decide can be read by its id as well.
    return (this.#all ?? found).has(key) ? found.get(key) : undefined;
  }

  #last(id: string): Batch | null {
    const batch = this.#batches.get(id) ?? null;
    if (batch === null || this.#whole === null) return batch ?? this.#whole;
    return batch.beganAt > this.#whole.beganAt ? batch : this.#whole;
  }

  #inOpenBatch(id: string, prefetchBefore: Instant): Promise<Items> {
    const begin = (): OpenBatch => {
      const ids = new Set<string>();
      const found = Promise.resolve().then(() => {
        this.#openBatch = null;
        return this.#read(ids, prefetchBefore);
      });
      return { ids, found };
    };
    this.#openBatch ??= begin();
    this.#openBatch.ids.add(id);
    return this.#openBatch.found;
  }

  #read(requestedIds: ReadonlySet<string>, prefetchBefore: Instant): Promise<Items> {
    const ids = [...new Set([...requestedIds, ...this.#following(requestedIds, prefetchBefore)])];
    return this.#isWholeCheaper(ids.length) ? this.#readWhole() : this.#readSome(ids);
  }

  /** Of what is put on the ledger later, nothing that is read now counts. */
  #following(requestedIds: ReadonlySet<string>, prefetchBefore: Instant): readonly string[] {
    const first = Math.min(...[...requestedIds].map((id) => this.#places.get(id) ?? Infinity));
    if (first === Infinity) return [];
    const end = (Math.floor(first / READ_AHEAD) + 1) * READ_AHEAD;
    return this.ids
      .slice(first, end)
      .filter((id) => (this.#last(id)?.beganAt ?? -Infinity) < prefetchBefore);
  }

  #isWholeCheaper(count: number): boolean {
    if (this.#oneByOne === false) return true;
    if (this.#all === null) return this.ids.length > FEW;
    return this.#all.size / REVIEW_PAGE <= count / LIKE_A_PAGE;
  }

  #readWhole(): Promise<Items> {
    const beganAt = this.clock.now();
    const found = this.source.all(beganAt);
    const whole = { beganAt, found };
    this.#whole = whole;
    found.then(
      (all) => (this.#all = all),
      () => {
        if (this.#whole === whole) this.#whole = null;
      },
    );
    return found;
  }

  #readSome(ids: readonly string[]): Promise<Items> {
    const beganAt = this.clock.now();
    const found = this.#oneByOneOrWhole(ids);
    const batch = { beganAt, found };
    for (const id of ids) this.#batches.set(id, batch);
    // A failed reading is forgotten: the next caller reads again.
    found.catch(() => {
      for (const id of ids) if (this.#batches.get(id) === batch) this.#batches.delete(id);
    });
    return found;
  }

  async #oneByOneOrWhole(ids: readonly string[]): Promise<Items> {
    const found = await this.source.some(ids);
    if (found.size > 0) this.#oneByOne = true;
    this.#oneByOne ??= false;
    return this.#oneByOne ? found : await this.#readWhole();
  }
}
