import { counted } from "@/lib/domain/number-text";
import { sameId } from "../same-id";
import type { PreflightFacts, PreflightProblem } from "./preflight-facts";
import { removesAccessAutomatically } from "./who-loses-access";

const NAMED = 3;

/**
 * Accounts that no plan may touch, and that this review would take access from by itself: they stand against it, unless
 * somebody types why that is right.
 */
export function findProtectionProblems(facts: PreflightFacts): readonly PreflightProblem[] {
  const { draft, unanswered } = facts;
  if (!removesAccessAutomatically(draft.consequence)) return [];
  if (draft.scope.kind === "application") return [MEMBERS_TOO];
  if (unanswered.mayLose.length === 0) return [];
  return [
    ...protectedProblems(facts),
    ...unreadProblems(facts),
    ...(facts.protection.roleGroupIds.length > 0 ? [MEMBERSHIP_BY_ACTIVATION] : []),
  ];
}

/** https://learn.microsoft.com/graph/api/resources/accessreviewscope: an application is reviewed for all its users. */
const MEMBERS_TOO: PreflightProblem = {
  id: "members-lose-access",
  blocks: true,
  exception: true,
  says: "Members are reviewed too, break-glass accounts included, and may lose the application if nobody answers.",
  groupIds: [],
};

/** It stands against no review: nobody could solve it, and an exception that is asked for every time says nothing. */
const MEMBERSHIP_BY_ACTIVATION: PreflightProblem = {
  id: "role-groups-unread",
  blocks: false,
  says: "Some groups give their members a directory role. Guestlist does not read who may join such a group for a time (PIM for Groups), so it cannot warn about those guests.",
  groupIds: [],
};

function protectedProblems({
  unanswered,
  protection,
}: PreflightFacts): readonly PreflightProblem[] {
  const found = new Map<string, string>();
  const groupIds = new Set<string>();
  for (const { guest, group } of unanswered.mayLose) {
    const why = whyProtected(guest.id, protection);
    if (why === null) continue;
    found.set(guest.id, `${guest.displayName === "" ? guest.id : guest.displayName} (${why})`);
    groupIds.add(group.id);
  }
  if (found.size === 0) return [];
  const names = [...found.values()];
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : "";
  const who = counted(found.size, "protected account");
  const says = `${who} may lose access if nobody answers: ${names.slice(0, NAMED).join(", ")}${more}.`;
  return [
    {
      ...({ id: "protected-accounts", blocks: true, exception: true, says } as const),
      groupIds: [...groupIds],
      accountIds: [...found.keys()],
    },
  ];
}

function whyProtected(
  guestId: string,
  { accounts, roleHolders }: PreflightFacts["protection"],
): string | null {
  const account = accounts?.find(({ id }) => sameId(id, guestId));
  if (account !== undefined) {
    return account.because === "excluded" ? "excluded in Settings" : "break-glass";
  }
  const held = roleHolders?.get(guestId.toLowerCase());
  if (held === undefined) return null;
  return held === "active" ? "holds a directory role" : "eligible for a directory role";
}

/** What could not be read may protect anybody. */
function unreadProblems({ protection }: PreflightFacts): readonly PreflightProblem[] {
  const unread = [
    ...(protection.accounts === null ? ["the protected accounts of Settings"] : []),
    ...(protection.roleHolders === null ? ["the holders of directory roles"] : []),
  ];
  if (unread.length === 0) return [];
  const says = `Not read: ${unread.join(" and ")}. Any of those who lose access may be protected.`;
  return [{ id: "protection-unread", blocks: true, exception: true, says, groupIds: [] }];
}
