/**
 * Mints each id once and hands the same ones out again in the same order: what was shown as the request is what is
 * sent. After a run a new one is taken, since an id on the ledger stands for what was planned then.
 */
export class StableIds {
  readonly #ids: string[] = [];

  constructor(private readonly mint: () => string) {}

  /** Begins with the first id again. */
  fromTheFirst(): () => string {
    let next = 0;
    return () => {
      const id = this.#ids[next] ?? this.mint();
      this.#ids[next] = id;
      next += 1;
      return id;
    };
  }
}
