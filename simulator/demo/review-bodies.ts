const query = "#microsoft.graph.accessReviewQueryScope";
const asks = (text: string) => ({ query: text, queryType: "MicrosoftGraph" });

/** Everybody whose user id this is. */
export const person = (userId: string) => asks(`/users/${userId}`);

/** The owners of whichever group is reviewed. */
export const owners = asks("./owners");

/** The guests of one group, also through groups in it. */
export const guestsOf = (groupId: string) => ({
  scope: {
    "@odata.type": query,
    ...asks(
      `/groups/${groupId}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest')`,
    ),
  },
});

/** The guests of every Microsoft 365 group. */
export const guestsOfEachGroup = {
  instanceEnumerationScope: {
    "@odata.type": query,
    ...asks("/groups?$filter=(groupTypes/any(c:c eq 'Unified'))"),
  },
  scope: {
    "@odata.type": query,
    ...asks("./members/microsoft.graph.user/?$filter=(userType eq 'Guest')"),
  },
};

/** Deny where nobody answers, applied without being asked; once, or from a day on every so many months. */
export function denyAndApply(
  days: number,
  every: { months: number; from: string } | null = null,
): Record<string, unknown> {
  return {
    mailNotificationsEnabled: true,
    reminderNotificationsEnabled: true,
    justificationRequiredOnApproval: true,
    defaultDecisionEnabled: true,
    defaultDecision: "Deny",
    autoApplyDecisionsEnabled: true,
    recommendationsEnabled: true,
    instanceDurationInDays: days,
    recurrence: every && {
      pattern: {
        type: "absoluteMonthly",
        interval: every.months,
        dayOfMonth: Number(every.from.slice(-2)),
      },
      range: { type: "noEnd", startDate: every.from },
    },
  };
}
