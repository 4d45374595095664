/** Time and randomness, so that a test can skip hours. */
export interface Clock {
  now(): number;
  /** Rejects with the signal's reason when it is aborted before the time is over. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

/** The computer's time of day. */
export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(reasonOf(signal));
        return;
      }
      const stop = () => {
        clearTimeout(timer);
        if (signal !== undefined) reject(reasonOf(signal));
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, milliseconds);
      signal?.addEventListener("abort", stop, { once: true });
    }),
};

function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new DOMException("Aborted", "AbortError");
}

/** Waits, or ends early and quietly when the signal aborts. */
export async function sleep(
  clock: Clock,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await clock.sleep(milliseconds, signal);
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}

/** One microsecond, finer than any clock that we use. */
const TICK = 0.001;

/** A clock whose every reading is later than the one before, so that order can be compared. */
export function monotonic(clock: Clock): Clock {
  let last = -Infinity;
  return {
    now() {
      last = Math.max(clock.now(), last + TICK);
      return last;
    },
    sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
    random: () => clock.random(),
  };
}
