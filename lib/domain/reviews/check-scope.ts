import { NAME_MAX } from "./definition-body";
import type { DraftScope, ReviewDraft } from "./draft";
import { type DraftProblem, isWhole } from "./draft-problem";
import { isGuid } from "../guid";

/** Mails show as much: https://learn.microsoft.com/graph/api/resources/accessreviewscheduledefinition */
export const FOR_REVIEWERS_MAX = 256;

/** No limit is documented; this one keeps the request within what the history holds. */
const FOR_ADMINS_MAX = 4_000;

/** https://learn.microsoft.com/entra/id-governance/create-access-review */
const INACTIVE_MAX = 730;

/** The problems of a draft's name and scope. */
export function checkScope(draft: ReviewDraft): readonly DraftProblem[] {
  return [
    ...checkName(draft.name),
    ...atMost(draft.descriptionForReviewers, FOR_REVIEWERS_MAX, {
      field: "descriptionForReviewers",
      rule: `The mails to reviewers show at most ${FOR_REVIEWERS_MAX} characters.`,
    }),
    ...atMost(draft.descriptionForAdmins, FOR_ADMINS_MAX, {
      field: "descriptionForAdmins",
      rule: `The description may have at most ${FOR_ADMINS_MAX} characters.`,
    }),
    ...checkWhose(draft.scope),
  ];
}

function checkName(name: string): readonly DraftProblem[] {
  if (name.trim() === "") return [problem("name", "A review needs a name.")];
  const rule = `The name may have at most ${NAME_MAX} characters.`;
  return atMost(name.trim(), NAME_MAX, { field: "name", rule });
}

function atMost(
  text: string,
  most: number,
  { field, rule }: { readonly field: string; readonly rule: string },
): readonly DraftProblem[] {
  return text.trim().length > most ? [problem(field, rule)] : [];
}

function checkWhose(scope: DraftScope): readonly DraftProblem[] {
  switch (scope.kind) {
    case "all-groups":
      return [];
    case "groups": {
      const none = scope.groupIds.length === 0;
      return [
        ...(none ? [problem("scope.groupIds", "Choose at least one group.")] : []),
        ...(scope.inactiveDays === null ? [] : checkInactive(scope.inactiveDays)),
      ];
    }
    case "inactive-over-groups":
      return checkInactive(scope.inactiveDays);
    case "application": {
      const isChosen = isGuid(scope.servicePrincipalId);
      return isChosen ? [] : [problem("scope.servicePrincipalId", "Choose an application.")];
    }
  }
}

function checkInactive(days: number): readonly DraftProblem[] {
  if (isWhole(days, 1, INACTIVE_MAX)) return [];
  const rule = `Inactive for at least 1 day and at most ${INACTIVE_MAX} days.`;
  return [problem("scope.inactiveDays", rule)];
}

function problem(field: string, rule: string): DraftProblem {
  return { field, step: "scope", rule };
}
