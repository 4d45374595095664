import type { ReviewDraft } from "../draft";
import type { GroupWithGuests } from "../group";
import { preflight, type PreflightInput } from "../preflight";
import { NOW, someGuest } from "./some-group";

const LICENSED = { p2: true, governance: true };

/** What a draft would do with these groups, whose guests were all seen yesterday. */
export function runPreflight(
  draft: ReviewDraft,
  groups: readonly GroupWithGuests[],
  given: Partial<PreflightInput> = {},
) {
  
/** What the problems are called. */
export function idsOf(problems: readonly { readonly id: string }[]): readonly string[] {
  return problems.map(({ id }) => id);
}
