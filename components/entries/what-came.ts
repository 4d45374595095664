import { counted } from "@/lib/domain/number-text";
import type { NotResolved, Resolved } from "@/lib/runner/resolve-unknown";

const NOT_RESOLVED: readonly (readonly [NotResolved, string])[] = [
  [
    "running",
    "not checked: a tab may still be carrying out the plan, or was closed less than three minutes ago. Try again in three minutes.",
  ],
  [
    "too-early",
    "too young: Entra's audit log may not have it yet. Try again in a quarter of an hour.",
  ],
  ["not-read", "not readable now: try again later."],
  ["not-recorded", "found out, but the history did not take it: try again later."],
  [
    "unknown",
    "still unknown: nothing proves what became of it. Its entry says what a person can do.",
  ],
];

/** What was resolved, and why the rest was not, each reason with what to try. */
export function whatCame(resolved: readonly Resolved[]) {
  const left = resolved.filter(({ because }) => because !== null);
  const reasons = NOT_RESOLVED.flatMap(([why, words]) => {
    const { length } = left.filter(({ because }) => because === why);
    return length === 0 ? [] : `${counted(length, "operation")} ${words}`;
  });
  return {
    title: `${counted(resolved.length - left.length, "operation")} resolved`,
    body: reasons.join(" "),
  };
}
