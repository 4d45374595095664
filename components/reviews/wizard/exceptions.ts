import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import type { PreflightProblem } from "@/lib/domain/reviews/preflight";
import { takesAccessByItself } from "@/lib/domain/reviews/who-loses-access";
import type { Checked } from "./use-preflight";

/** Nobody has looked who loses access, so anybody may be among them. */
const NOT_CHECKED: PreflightProblem = {
  id: "not-checked",
  blocks: true,
  exception: true,
  says: "The groups and their guests could not be read, so protected accounts may lose access.",
  groupIds: [],
};

/** What somebody who goes on all the same has to say why of. */
export function exceptionsOf(
  { found, error }: Checked,
  { consequence }: ReviewDraft,
): readonly PreflightProblem[] {
  if (error !== null) return takesAccessByItself(consequence) ? [NOT_CHECKED] : [];
  return found?.blocking.filter(({ exception }) => exception === true) ?? [];
}
