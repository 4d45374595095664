import type { SignInTimes } from "../state/entities.ts";
import { ControlRefusal } from "./fields.ts";
import { daysBefore, instantOf } from "./instants.ts";

/** Sign-in times by a few words: see `GuestRequest.lastSeen`. */
export function signInsFrom(words: string, now: number): SignInTimes | null {
  if (words === "never") return null;
  if (words === "failed only") return { lastAttemptAt: daysBefore(now, 5) };
  const at = instantOf(words, now);
  if (at === undefined) {
    throw new ControlRefusal(
      "lastSeen",
      'must be like "200 days ago", an ISO instant, "never" or "failed only"',
    );
  }
  return { lastAttemptAt: at, lastSuccessAt: at };
}
