type Work = (lock: Lock | null) => unknown;

/**
 * The browser's locks as one tab meets them: who asks for a lock that is held gets null or waits.
 * https://developer.mozilla.org/docs/Web/API/LockManager
 */
export class TestLocks {
  readonly #held = new Map<string, Promise<unknown>>();

  request = async (name: string, options: LockOptions, work: Work): Promise<unknown> => {
    const holder = this.#held.get(name);
    if (holder !== undefined && options.ifAvailable === true) return work(null);
    const held = (async () => {
      await holder?.catch(() => undefined);
      return work({ name, mode: "exclusive" });
    })();
    this.#held.set(name, held);
    try {
      return await held;
    } finally {
      if (this.#held.get(name) === held) this.#held.delete(name);
    }
  };

  query = (): Promise<LockManagerSnapshot> =>
    Promise.resolve({ held: [...this.#held.keys()].map((name) => ({ name })), pending: [] });
}
