import type { Organization } from "./organization.ts";
import {
  quarterlyReview,
  reportOnReviews,
  reviewInStages,
  reviewOfEachGroup,
} from "./review-bodies.ts";
import type { SampleOf } from "./sample.ts";

const root = "/identityGovernance/accessReviews";
const definition = `${root}/definitions/{definitionId}`;
const instance = `${definition}/instances/{instanceId}`;
const verdict = { decision: "Approve", justification: "Still on the project." };

const reviewers = ({ fixture }: Organization) => [
  { query: `/users/${fixture.admin.id}`, queryType: "MicrosoftGraph" },
];

/** Calls of access reviews that generic reading does not cover. */
export const reviewSamples: Readonly<Record<string, readonly SampleOf[]>> = {
  [`GET ${root}/definitions`]: [
    () => ({
      query: `$filter=${encodeURIComponent("contains(scope/microsoft.graph.accessReviewQueryScope/query, '/groups')")}&$top=10&$skip=0`,
      expected: 200,
    }),
    () => ({ query: "$filter=status eq 'InProgress'&$orderby=displayName", expected: 200 }),
  ],
  [`POST ${root}/definitions`]: [
    (organization) => ({ body: quarterlyReview(organization), expected: 201 }),
    (organization) => ({ body: reviewInStages(organization), expected: 201 }),
    (organization) => ({ body: reviewOfEachGroup(organization), expected: 201 }),
    () => ({ body: { displayName: "No scope" }, expected: 400 }),
  ],
  [`PUT ${definition}`]: [
    (organization) => ({
      body: { ...reviewInStages(organization), displayName: "Renamed" },
      expected: 204,
    }),
  ],
  [`DELETE ${definition}`]: [() => ({ expected: 204 })],
  [`POST ${definition}/stop`]: [() => ({ expected: 204 })],
  [`PUT ${instance}`]: [
    (organization) => ({
      body: { scope: quarterlyReview(organization).scope, reviewers: reviewers(organization) },
      expected: 200,
    }),
  ],
  [`POST ${instance}/stop`]: [() => ({ expected: 204 })],
  [`POST ${instance}/applyDecisions`]: [() => ({ expected: 400 })],
  [`POST ${instance}/resetDecisions`]: [() => ({ expected: 204 })],
  [`POST ${instance}/sendReminder`]: [() => ({ expected: 204 })],
  [`POST ${instance}/acceptRecommendations`]: [() => ({ expected: 204 })],
  [`POST ${instance}/batchRecordDecisions`]: [() => ({ body: verdict, expected: 204 })],
  [`GET ${instance}/decisions`]: [
    () => ({ query: "$expand=insights&$filter=decision eq 'NotReviewed'&$top=5", expected: 200 }),
    () => ({ query: "$top=100&$skip=0&$orderby=recommendation desc", expected: 200 }),
  ],
  [`PATCH ${instance}/decisions/{decisionId}`]: [
    () => ({ body: verdict, expected: 204 }),
    () => ({ body: { decision: "Approve" }, expected: 400 }),
  ],
  // Left out of short descriptions; a refusal is judged by none.
  [`GET ${instance}/stages/filterByCurrentUser(on='reviewer')`]: [
    () => ({ scopes: ["User.Read.All"], expected: 403 }),
  ],
  [`GET ${instance}/decisions/filterByCurrentUser(on='reviewer')`]: [
    () => ({ query: "$filter=decision eq 'NotReviewed'&$top=100&$skip=0", expected: 200 }),
  ],
  [`PATCH ${instance}/stages/{stageId}`]: [
    (organization) => ({ body: { reviewers: reviewers(organization) }, expected: 204 }),
  ],
  [`POST ${instance}/stages/{stageId}/stop`]: [() => ({ expected: 204 })],
  [`POST ${root}/historyDefinitions`]: [
    () => ({ body: reportOnReviews, expected: 201 }),
    () => ({ body: { displayName: "No period" }, expected: 400 }),
  ],
  [`POST ${root}/historyDefinitions/{historyId}/instances/{historyInstanceId}/generateDownloadUri`]:
    [() => ({ expected: 200 })],
};
