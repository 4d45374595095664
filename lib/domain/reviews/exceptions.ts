import type { ReviewDraft } from "./draft";
import type { Preflight, PreflightProblem } from "./preflight";
import { removesAccessAutomatically } from "./who-loses-access";

/** Object ids that stand in a reason; the exact request says whom the review is about. */
const IDS_MAX = 5;

/** Why protected accounts may lose access, and the question that this answers. */
export interface Exception {
  readonly to: string;
  readonly text: string;
}

export const NO_EXCEPTION: Exception = { to: "", text: "" };

/** Nobody has looked who loses access, so protected accounts may be among them. */
const NOT_CHECKED: PreflightProblem = {
  id: "not-checked",
  blocks: true,
  exception: true,
  says: "The groups and their guests could not be read, so protected accounts may lose access.",
  groupIds: [],
};

/** What a person who wants the review all the same has to give an exception for. */
export function exceptionsOf(
  { found, error }: { readonly found: Preflight | null; readonly error: Error | null },
  { consequence }: ReviewDraft,
): readonly PreflightProblem[] {
  if (error !== null) return removesAccessAutomatically(consequence) ? [NOT_CHECKED] : [];
  return found?.blocking.filter(({ exception }) => exception === true) ?? [];
}

/** What an exception is asked for: another question wants another answer. */
export function questionOf(exceptions: readonly PreflightProblem[]): string {
  return exceptions.map(({ id, accountIds = [] }) => `${id} ${accountIds.join()}`).join("|");
}

/** The reason as the history keeps it, with why the exception was made and for which accounts. */
export function withException(
  reason: string,
  exception: string,
  exceptions: readonly PreflightProblem[],
): string {
  const ids = exceptions.flatMap(({ accountIds = [] }) => accountIds);
  const more = ids.length > IDS_MAX ? ` and ${ids.length - IDS_MAX} more` : "";
  const who = ids.length === 0 ? "" : ` ${ids.slice(0, IDS_MAX).join(", ")}${more}`;
  return `${reason} (exception for protected accounts${who}: ${exception.trim()})`;
}
