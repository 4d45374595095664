import type { HeldRole } from "../../role-holders";
import type { ReviewDraft } from "../draft";
import type { GroupWithGuests } from "../group";
import { type Preflight, preflight, type PreflightInput } from "../preflight";
import { NOW, someGuest } from "./some-group";

/** What a draft would do with these groups, whose guests were all seen yesterday. */
export function runPreflight(
  draft: ReviewDraft,
  groups: readonly GroupWithGuests[],
  overrides: Partial<PreflightInput> = {},
): Preflight {
  const members = groups.flatMap((each) => [
    ...each.directGuestIds,
    ...(each.nestedGuestIds ?? []),
  ]);
  const guests = new Map(members.map((id) => [id, someGuest(id)]));
  const licence = { p2: true, governance: true };
  const protection = { accounts: [], roleHolders: new Map<string, HeldRole>(), roleGroupIds: [] };
  return preflight({
    draft,
    groups,
    guests,
    licence,
    protection,
    reviews: [],
    now: NOW,
    ...overrides,
  });
}

/** What the problems are called. */
export function idsOf(problems: readonly { readonly id: string }[]): readonly string[] {
  return problems.map(({ id }) => id);
}
