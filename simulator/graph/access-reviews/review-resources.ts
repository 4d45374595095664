import type { Decision, Definition, Instance, Stage } from "../../state/access-reviews/rows.ts";
import type { Resource } from "../odata/resource.ts";
import { scopeOf, statusOf } from "./show-definition.ts";

const queryScope = "#microsoft.graph.accessReviewQueryScope";

/** Only the plain query scope has a query to filter by: https://learn.microsoft.com/graph/api/accessreviewset-list-definitions */
function queryIn(scope: unknown): string | null {
  const { query, "@odata.type": type } = scope as Record<string, unknown>;
  return type === queryScope ? String(query) : null;
}

const scopeQuery = <Row>(read: (row: Row) => unknown): Resource<Row>["properties"] => ({
  "scope/query": { read: (row) => queryIn(read(row)), filter: { contains: "plain" } },
});

export const definitionResource: Resource<Definition> = {
  name: "accessReviewScheduleDefinition",
  type: "microsoft.graph.accessReviewScheduleDefinition",
  properties: {
    ...scopeQuery<Definition>(({ shown }) => shown.scope),
    status: { read: statusOf, filter: { eq: "plain" }, orderBy: "plain" },
    displayName: { read: ({ shown }) => shown.displayName, orderBy: "plain" },
    createdDateTime: {
      read: ({ createdAt }) => new Date(createdAt).toISOString(),
      orderBy: "plain",
    },
  },
};

/** An instance can only be shown and filtered together with its series. */
export interface InstanceRow {
  id: string;
  definition: Definition;
  instance: Instance;
}

export const instanceResource: Resource<InstanceRow> = {
  name: "accessReviewInstance",
  type: "microsoft.graph.accessReviewInstance",
  properties: {
    ...scopeQuery<InstanceRow>(({ definition, instance }) => scopeOf(definition, instance)),
    status: {
      read: ({ instance }) => instance.status,
      filter: { eq: "plain" },
      orderBy: "plain",
    },
    startDateTime: {
      read: ({ instance }) => new Date(instance.startAt).toISOString(),
      orderBy: "plain",
    },
  },
};

const word = <Row>(read: (row: Row) => string) =>
  ({ read, filter: { eq: "plain" }, orderBy: "plain" }) as const;

export const decisionResource: Resource<Decision> = {
  name: "accessReviewInstanceDecisionItem",
  type: "microsoft.graph.accessReviewInstanceDecisionItem",
  properties: {
    decision: word(({ verdict }) => verdict),
    recommendation: word(({ recommendation }) => recommendation),
    applyResult: word(({ applyResult }) => applyResult),
  },
};

export const stageResource: Resource<Stage> = {
  name: "accessReviewStage",
  type: "microsoft.graph.accessReviewStage",
  properties: { status: word(({ status }) => status) },
};
