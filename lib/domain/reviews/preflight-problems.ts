import { counted } from "@/lib/domain/number-text";
import { CATCH_ALL_NAME } from "./catch-all";
import type { DraftProblem } from "./draft-problem";
import { findLicenceProblems } from "./licence-problems";
import { findOverlapProblems } from "./overlap-problems";
import { findProtectionProblems } from "./protection-problems";
import type { GroupReviewers, PreflightFacts, PreflightProblem } from "./preflight-facts";

/** Everything that stands against a review, the licence first. */
export function findProblems(facts: PreflightFacts): readonly PreflightProblem[] {
  return [
    ...findLicenceProblems(facts),
    ...inStep("consequence", findProtectionProblems(facts)),
    ...inStep("scope", findOverlapProblems(facts)),
    ...inStep("scope", scopeProblems(facts)),
    ...inStep("scope", applyProblems(facts)),
    ...inStep("reviewers", reviewerProblems(facts)),
    ...inStep("consequence", consequenceProblems(facts)),
  ];
}

const inStep = (step: DraftProblem["step"], problems: readonly PreflightProblem[]) =>
  problems.map((problem) => ({ step, ...problem }));

/** A warning about some groups; nothing where there are none. */
function about(
  id: string,
  groupIds: readonly string[],
  says: (groups: string) => string,
): readonly PreflightProblem[] {
  if (groupIds.length === 0) return [];
  return [{ id, blocks: false, says: says(counted(groupIds.length, "group")), groupIds }];
}

function warning(id: string, says: string, when: boolean): readonly PreflightProblem[] {
  return when ? [{ id, blocks: false, says, groupIds: [] }] : [];
}

function scopeProblems({ draft, found, groups }: PreflightFacts): readonly PreflightProblem[] {
  const isRead = draft.scope.kind !== "application" && found.unreadGroupIds.length === 0;
  const left = found.leftOut.map(({ group }) => group.id);
  const unread = groups.filter(({ nestedGuests }) => nestedGuests === null);
  return [
    ...warning(
      "no-guests",
      "No guest is in scope today: the review would have nothing to decide.",
      isRead && found.memberships.length === 0,
    ),
    ...warning(
      "application-users",
      "Graph reviews all users of an application, members included; there is no review of its guests alone.",
      draft.scope.kind === "application",
    ),
    ...about(
      "unread-groups",
      found.unreadGroupIds,
      (n) => `${n} could not be read, so nobody can say who is in scope there.`,
    ),
    ...about(
      "left-out",
      left,
      (n) =>
        `${n} with guests ${left.length === 1 ? "is" : "are"} not part of this review, which leaves out dynamic and role-assignable groups and all that are not ${draft.scope.kind === "all-groups" && draft.scope.teamsOnly ? "teams" : "Microsoft 365 groups"}.`,
    ),
    ...about(
      "nested-unread",
      unread.map(({ group }) => group.id),
      (n) =>
        `Whether groups inside ${n} have guests was not read; such guests are reviewed but not removed.`,
    ),
  ];
}

function applyProblems({ draft, groups }: PreflightFacts): readonly PreflightProblem[] {
  const chosen = draft.scope.kind === "groups";
  const stuck = groups
    .filter(({ applies, guests }) => !applies && (chosen || guests > 0))
    .map(({ group }) => group.id);
  if (chosen && draft.consequence.autoApply && stuck.length > 0 && stuck.length === groups.length) {
    const says =
      "Nothing that this review decides could be applied: Entra cannot take anybody out of the chosen groups. Choose others, or block and delete denied guests.";
    return [{ id: "nothing-applies", blocks: true, says, groupIds: stuck }];
  }
  const removes = draft.consequence.applyAction === "remove-access";
  const nested = groups.filter(({ nestedGuests }) => removes && (nestedGuests ?? 0) > 0);
  const catchAll = groups.some(({ group }) => group.displayName === CATCH_ALL_NAME);
  return [
    ...warning(
      "catch-all",
      "Leaving the catch-all group takes no access away, and the next coverage map shows those who left it as uncovered again: have denied guests blocked and deleted instead.",
      chosen && removes && catchAll,
    ),
    ...about(
      "not-applied",
      stuck,
      (n) => `In ${n}, denied guests stay: Entra cannot change who is in there.`,
    ),
    ...about(
      "nested",
      nested.map(({ group }) => group.id),
      (n) =>
        `In ${n}, some guests are in scope through a group inside; they stay even when they are denied.`,
    ),
  ];
}

/** How many groups a sentence names. */
const NAMED = 5;

function reviewerProblems({ draft, groups }: PreflightFacts): readonly PreflightProblem[] {
  const groupsReviewedBy = (who: GroupReviewers) =>
    groups
      .filter(({ guests, nestedGuests }) => guests + (nestedGuests ?? 0) > 0)
      .filter(({ reviewers }) => reviewers === who)
      .map(({ group }) => group.id);
  const ownerless = groupsReviewedBy("nobody");
  const byFallback = groupsReviewedBy("fallback");
  const namesOf = (ids: readonly string[]) => {
    const names = groups.flatMap(({ group }) => (ids.includes(group.id) ? group.displayName : []));
    const more = names.length - NAMED;
    return `${names.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${counted(more, "other")}` : ""}`;
  };
  const have = ({ length }: readonly string[]) => (length === 1 ? "has" : "have");
  const byManagers = draft.stages.filter(({ reviewers }) => reviewers.kind === "managers");
  return [
    ...about(
      "no-reviewer",
      ownerless,
      (n) =>
        `${n} ${have(ownerless)} no owner and no fallback reviewer, so all guests there get the default decision: ${namesOf(ownerless)}.`,
    ).map((problem) => ({ ...problem, field: "Fallback reviewers" })),
    ...about(
      "fallback",
      byFallback,
      (n) => `${n} ${have(byFallback)} no owner; the fallback reviewers decide there.`,
    ),
    ...about(
      "owners-unread",
      groupsReviewedBy("unknown"),
      (n) => `The owners of ${n} could not be read.`,
    ),
    ...warning(
      "managers",
      byManagers.some(({ fallbackIds }) => fallbackIds.length === 0)
        ? "Guests rarely have a manager, and nobody stands in: most would not be reviewed by anybody."
        : "Guests rarely have a manager; the fallback reviewers would decide about most.",
      byManagers.length > 0,
    ),
    ...warning(
      "self",
      "Guests decide about themselves: CIS 5.3.2 asks for a reviewer who is not the guest.",
      draft.stages.some(({ reviewers }) => reviewers.kind === "self"),
    ),
  ];
}

function consequenceProblems({
  draft,
  deleted,
  unanswered,
}: PreflightFacts): readonly PreflightProblem[] {
  const { autoApply, ifNobodyAnswers } = draft.consequence;
  const elsewhere = deleted.filter(({ otherGroups }) => otherGroups > 0).length;
  const also = elsewhere > 0 ? `, ${elsewhere} of them with access to other groups` : "";
  return [
    ...warning(
      "deleted",
      `If nobody answers, ${counted(deleted.length, "guest")} would be blocked and after 30 days deleted, whatever else they have access to${also}. While that lasts, Entra shows neither the results nor the settings of the review.`,
      deleted.length > 0,
    ),
    ...warning(
      "not-by-itself",
      "Nothing is applied automatically: denied guests keep their access until somebody applies the results.",
      !autoApply,
    ),
    ...warning(
      "no-default",
      "Nothing happens to guests whom nobody decides about: they keep their access.",
      ifNobodyAnswers === null,
    ),
    ...warning(
      "unknown-sign-ins",
      `What becomes of ${counted(unanswered.unknown, "membership")} depends on sign-ins that could not be read.`,
      unanswered.unknown > 0,
    ),
  ];
}
