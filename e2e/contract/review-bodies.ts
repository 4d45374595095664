import type { Group, User } from "../../simulator/state/entities.ts";

interface Around {
  group: Group;
  fixture: { admin: User };
}

const queryScope = "#microsoft.graph.accessReviewQueryScope";
const asks = (query: string) => ({ query, queryType: "MicrosoftGraph" });

/** The guests of the group, each quarter, with Deny where nobody answers. */
export function quarterlyReview({ group, fixture }: Around) {
  return {
    displayName: "Partners each quarter",
    descriptionForAdmins: "Guest access of the quarter",
    descriptionForReviewers: "Who still works with us?",
    scope: {
      "@odata.type": queryScope,
      ...asks(
        `/groups/${group.id}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest')`,
      ),
    },
    reviewers: [asks(`/users/${fixture.admin.id}`)],
    fallbackReviewers: [asks(`/users/${fixture.admin.id}`)],
    settings: {
      mailNotificationsEnabled: true,
      reminderNotificationsEnabled: true,
      justificationRequiredOnApproval: true,
      defaultDecisionEnabled: true,
      defaultDecision: "Deny",
      autoApplyDecisionsEnabled: true,
      recommendationsEnabled: true,
      instanceDurationInDays: 14,
      recurrence: {
        pattern: { type: "absoluteMonthly", interval: 3, dayOfMonth: 20 },
        range: { type: "noEnd", startDate: "2026-11-20" },
      },
    },
  };
}

/** The same, decided twice by the administrator. */
export function reviewInStages(around: Around) {
  const reviewers = [asks(`/users/${around.fixture.admin.id}`)];
  const stage = { durationInDays: 7, recommendationsEnabled: true, reviewers };
  return {
    ...quarterlyReview(around),
    stageSettings: [
      { stageId: "1", ...stage, decisionsThatWillMoveToNextStage: ["NotReviewed", "Approve"] },
      { stageId: "2", dependsOn: ["1"], ...stage },
    ],
  };
}

/** Every Microsoft 365 group with guests, reviewed once by its owners. */
export function reviewOfEachGroup({ group, fixture }: Around) {
  const review = quarterlyReview({ group, fixture });
  return {
    ...review,
    instanceEnumerationScope: {
      "@odata.type": queryScope,
      ...asks("/groups?$filter=(groupTypes/any(c:c eq 'Unified'))"),
    },
    scope: {
      "@odata.type": queryScope,
      ...asks("./members/microsoft.graph.user/?$filter=(userType eq 'Guest')"),
    },
    reviewers: [asks("./owners")],
    settings: { ...review.settings, recurrence: null },
  };
}

/** A report on the reviews of a quarter. */
export const reportOnReviews = {
  displayName: "Last quarter",
  reviewHistoryPeriodStartDateTime: "2026-08-01T00:00:00Z",
  reviewHistoryPeriodEndDateTime: "2026-11-20T00:00:00Z",
  decisions: ["approve", "deny", "notReviewed"],
  scopes: [
    {
      "@odata.type": queryScope,
      ...asks(
        "/identityGovernance/accessReviews/definitions?$filter=contains(scope/query, '/groups')",
      ),
    },
  ],
};

/** The id in the answer to something made. */
export async function idIn(response: Response): Promise<string> {
  const { id } = (await response.json()) as { id?: string };
  if (id === undefined) throw new Error(`nothing was made: ${response.status}`);
  return id;
}
