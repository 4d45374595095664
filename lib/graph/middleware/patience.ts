import type { Context } from "@microsoft/microsoft-graph-client";
import type { Clock } from "../clock";
import { errandOf, type Errand } from "../errand";
import { GraphError } from "../graph-error";
import { retryAfterSeconds } from "../retry-after";
import { Link } from "./link";

/** How often a reading is asked for before it counts as failed. */
export const MOST_TRIES = 10;
/** Who asks for more patience than this is taken at their word at once, instead of being waited for in silence. */
const LONGEST_WAIT_SECONDS = 600;
const LONGEST_BACKOFF_SECONDS = 60;
const REPEATED = new Set([429, 502, 503, 504]);

/**
 * Keeps the pace, and asks again for readings that Graph puts off. A writing goes exactly once: the client's own
 * RetryHandler, which resends it, is not used. https://learn.microsoft.com/graph/throttling
 */
export class Patience extends Link {
  constructor(
    private readonly clock: Clock,
    private readonly onWait: (seconds: number) => void,
  ) {
    super();
  }

  async execute(context: Context): Promise<void> {
    const errand = errandOf(context);
    try {
      for (let tries = 1; ; tries += 1) {
        errand.signal?.throwIfAborted();
        await this.#wait((errand.pace?.reserve() ?? 0) / 1_000, errand);
        const seconds = await this.#waitAfter(context, errand, tries);
        if (seconds === null) return;
        await this.#wait(seconds, errand);
      }
    } catch (cause) {
      errand.failure = cause;
      throw cause;
    }
  }

  /** How long to wait before the next try; null when there is none. */
  async #waitAfter(context: Context, errand: Errand, tries: number): Promise<number | null> {
    const over = !errand.repeatable || tries >= MOST_TRIES;
    try {
      const response = await this.handOn(context);
      errand.pace?.learn(response);
      if (over || !REPEATED.has(response.status)) return null;
      const asked = retryAfterSeconds(response.headers.get("retry-after"), this.clock.now());
      if (asked !== null && asked > LONGEST_WAIT_SECONDS) return null;
      await response.body?.cancel();
      return Math.max(1, asked ?? this.#backoff(tries));
    } catch (cause) {
      const lost = cause instanceof GraphError && cause.kind === "no-answer";
      if (over || !lost) throw cause;
      return this.#backoff(tries);
    }
  }

  #backoff(tries: number): number {
    const grown = 2 ** (tries - 1) * (1 + this.clock.random() / 2);
    return Math.min(LONGEST_BACKOFF_SECONDS, grown);
  }

  async #wait(seconds: number, errand: Errand): Promise<void> {
    if (seconds <= 0) return;
    this.onWait(seconds);
    await this.clock.sleep(seconds * 1_000, errand.signal);
  }
}
