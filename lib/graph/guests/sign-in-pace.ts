import { type Clock, systemClock } from "../clock";
import { type Pace, type Rate, TokenBucket } from "../pace";

/** Documented for sign-in activity. https://learn.microsoft.com/graph/throttling-limits */
const SLOW: Rate = { perSecond: 10 / 60, burst: 1 };
/** The report APIs' own limit, which lists of users are said to fall under. */
const FASTEST_PER_SECOND = 0.5;
const ANSWERS_BEFORE_FASTER = 10;
const NEARLY_THROTTLED = 0.8;

/**
 * Unlimited until Graph first throttles or is close to it. From then on ten requests a minute, and a little faster after
 * each row of good answers.
 */
export class SignInPace implements Pace {
  #bucket: TokenBucket | null = null;
  #calm = 0;

  constructor(private readonly clock: Clock = systemClock) {}

  reserve(): number {
    return this.#bucket?.reserve() ?? 0;
  }

  learn(answer: Pick<Response, "status" | "headers">): void {
    const share = Number(answer.headers.get("x-ms-throttle-limit-percentage") ?? 0);
    if (answer.status === 429 || share >= NEARLY_THROTTLED) {
      this.#bucket ??= new TokenBucket(SLOW, this.clock);
      if (answer.status === 429) this.#bucket.change(SLOW);
      this.#calm = 0;
      return;
    }
    this.#calm += 1;
    if (this.#bucket === null || this.#calm < ANSWERS_BEFORE_FASTER) return;
    this.#calm = 0;
    const perSecond = Math.min(FASTEST_PER_SECOND, this.#bucket.perSecond * 1.25);
    this.#bucket.change({ perSecond, burst: 1 });
  }
}
