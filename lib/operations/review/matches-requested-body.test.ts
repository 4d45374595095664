import { expect, test } from "vitest";
import { matchesRequestedBody } from "./matches-requested-body";

const review = {
  id: "one",
  status: "InProgress",
  lastModifiedDateTime: "2026-11-20T12:00:00Z",
  displayName: "Partners",
  descriptionForReviewers: "",
  scope: {
    "@odata.type": "#microsoft.graph.accessReviewQueryScope",
    query:
      "/v1.0/groups/A1/transitiveMembers/microsoft.graph.user/?$count=true&$filter=(userType+eq+'Guest')",
    queryType: "MicrosoftGraph",
  },
  reviewers: [{ query: "/v1.0/users/u1", queryType: "MicrosoftGraph", queryRoot: null }],
  settings: {
    instanceDurationInDays: 14,
    autoApplyDecisionsEnabled: true,
    mailNotificationsEnabled: false,
    recurrence: { range: { startDate: "2026-11-20", type: "noEnd" } },
  },
};

test.each<[string, unknown]>([
  ["the same name", { displayName: "Partners" }],
  [
    "what the service writes in its own way",
    {
      scope: {
        "@odata.type": "#microsoft.graph.accessReviewQueryScope",
        query: "/groups/a1/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest')",
        queryType: "MicrosoftGraph",
      },
      reviewers: [{ query: "/users/u1", queryType: "MicrosoftGraph" }],
    },
  ],
  [
    "an instant that the service shows as a day",
    {
      settings: { recurrence: { range: { startDate: "2026-11-20T00:00:00.000Z" } } },
    },
  ],
  ["nothing where nothing is", { descriptionForReviewers: null, fallbackReviewers: [] }],
  ["a no that is not even mentioned", { settings: { reminderNotificationsEnabled: false } }],
  ["what only the service sets", { status: "NotStarted", lastModifiedDateTime: "2020" }],
])("%s is shown", (_title, body) => {
  expect(matchesRequestedBody(body, review)).toBe(true);
});

test.each<[string, unknown]>([
  ["another name", { displayName: "Guests" }],
  ["another duration", { settings: { instanceDurationInDays: 3 } }],
  ["a yes where there is a no", { settings: { mailNotificationsEnabled: true } }],
  ["a no where there is a yes", { settings: { autoApplyDecisionsEnabled: false } }],
  ["another reviewer", { reviewers: [{ query: "/users/u2", queryType: "MicrosoftGraph" }] }],
  ["one reviewer more", { reviewers: [...review.reviewers, { query: "/users/u2" }] }],
  ["no reviewer", { reviewers: [] }],
  ["another day", { settings: { recurrence: { range: { startDate: "2026-11-21" } } } }],
])("%s is not", (_title, body) => {
  expect(matchesRequestedBody(body, review)).toBe(false);
});

const remove = { "@odata.type": "#microsoft.graph.removeAccessApplyAction" };
const blockThenDelete = { "@odata.type": "#microsoft.graph.disableAndDeleteUserApplyAction" };

test.each<[string, unknown, unknown, boolean]>([
  ["that a Deny removes access, where nothing was named", [], [remove], true],
  ["nothing, where removing was named", [remove], undefined, true],
  ["that it deletes people, where nothing was named", [], [blockThenDelete], false],
  ["that it deletes people, where removing was named", [remove], [blockThenDelete], false],
  ["nothing, where deleting was named", [blockThenDelete], [], false],
])("A review that shows %s", (_title, requested, actual, matches) => {
  const of = (applyActions: unknown) => ({ settings: { applyActions } });
  expect(matchesRequestedBody(of(requested), of(actual))).toBe(matches);
});
