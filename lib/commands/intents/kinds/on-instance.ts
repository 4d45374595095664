import { seen } from "../../seen";
import { type KindWay, nothingAgainst } from "../kind-way";
import { gone, hasEnded, hasNotBegun, whyNotRunning } from "../status";

/** Applying may take the service so long to begin; nothing is published. */
const SLOW_MILLISECONDS = 60 * 60_000;

/** Ends an instance before its time. */
export const stopInstance: KindWay = {
  proof: "each",
  trace: "none",
  mayRepeat: true,
  lagMilliseconds: null,
  async look({ target, readings, since }) {
    const instance = await readings.instance(target, since);
    if (instance === null) return { outcome: gone };
    if (hasEnded(instance)) return { outcome: seen("already-so", null) };
    const why = `The instance has not begun: its status is ${instance.status}.`;
    return hasNotBegun(instance) ? { outcome: seen("refused", why) } : nothingAgainst;
  },
  async sight({ target, readings, since }) {
    const instance = await readings.instance(target, since);
    if (instance === null) return "unclear";
    return hasEnded(instance) ? "shown" : "not-shown";
  },
};

/** Applies what was decided in an instance that has ended and does not apply itself. */
export const applyInstance: KindWay = {
  proof: "each",
  trace: "none",
  mayRepeat: true,
  lagMilliseconds: null,
  async look({ target, readings, since }) {
    const instance = await readings.instance(target, since);
    if (instance === null) return { outcome: gone };
    const { status } = instance;
    if (status === "Applying" || status === "Applied") return { outcome: seen("already-so", null) };
    const waits = status === "Completed" || status === "AutoReviewed";
    if (waits || (!hasEnded(instance) && !hasNotBegun(instance) && status !== "InProgress")) {
      return nothingAgainst;
    }
    const why = `Decisions are applied once the instance has ended: its status is ${status}.`;
    return { outcome: seen("refused", why) };
  },
  async sight({ target, readings, since, trace, doors }) {
    const instance = await readings.instance(target, since);
    if (instance === null) return "unclear";
    if (instance.status === "Applying" || instance.status === "Applied") return "shown";
    // Who did not send it does not know by this clock how long ago that was.
    if (trace.seen === null) return "unclear";
    return doors.clock.now() - trace.recordedAt < SLOW_MILLISECONDS ? "unclear" : "not-shown";
  },
};

/** A mail leaves nothing to look at. */
export const remindReviewers: KindWay = {
  proof: "none",
  trace: "none",
  mayRepeat: false,
  lagMilliseconds: null,
  async look({ target, readings, since }) {
    const outcome = whyNotRunning(await readings.instance(target, since));
    return outcome === null ? nothingAgainst : { outcome };
  },
  sight: () => Promise.resolve("unclear"),
};
