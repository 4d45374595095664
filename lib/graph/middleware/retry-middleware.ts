import type { Context } from "@microsoft/microsoft-graph-client";
import type { Clock } from "../clock";
import { GraphMiddleware, type RequestContext, requestContextOf } from "./graph-middleware";
import { GraphError } from "../graph-error";
import { retryAfterSeconds } from "../retry-after";

/** How often a read is tried before it counts as failed. */
export const MOST_TRIES = 10;
/** A longer Retry-After makes the read fail at once, instead of a long silent wait. */
const LONGEST_WAIT_SECONDS = 600;
const LONGEST_BACKOFF_SECONDS = 60;
const REPEATED = new Set([429, 502, 503, 504]);

/**
 * Keeps the pace and retries reads that Graph throttles. A write is sent exactly once: the client's own
 * RetryHandler, which resends it, is not used. https://learn.microsoft.com/graph/throttling
 */
export class RetryMiddleware extends GraphMiddleware {
  constructor(
    private readonly clock: Clock,
    private readonly onWait: (seconds: number) => void,
  ) {
    super();
  }

  async execute(context: Context): Promise<void> {
    const request = requestContextOf(context);
    try {
      for (let tries = 1; ; tries += 1) {
        request.signal?.throwIfAborted();
        await this.#wait((request.pace?.reserve() ?? 0) / 1_000, request);
        const seconds = await this.#waitAfter(context, request, tries);
        if (seconds === null) return;
        await this.#wait(seconds, request);
      }
    } catch (cause) {
      request.failure = cause;
      throw cause;
    }
  }

  /** How long to wait before the next try; null when there is none. */
  async #waitAfter(
    context: Context,
    request: RequestContext,
    tries: number,
  ): Promise<number | null> {
    const over = !request.repeatable || tries >= MOST_TRIES;
    try {
      const response = await this.handOn(context);
      request.pace?.learn(response);
      if (over || !REPEATED.has(response.status)) return null;
      const retryAfter = retryAfterSeconds(response.headers.get("retry-after"), this.clock.now());
      if (retryAfter !== null && retryAfter > LONGEST_WAIT_SECONDS) return null;
      await response.body?.cancel();
      return Math.max(1, retryAfter ?? this.#backoff(tries));
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

  async #wait(seconds: number, request: RequestContext): Promise<void> {
    if (seconds <= 0) return;
    this.onWait(seconds);
    await this.clock.sleep(seconds * 1_000, request.signal);
  }
}
