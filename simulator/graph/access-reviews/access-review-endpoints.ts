import type { Endpoint } from "../endpoint.ts";
import { instanceActions } from "./act-on-instance.ts";
import { definitionChanges } from "./change-definition.ts";
import { instanceChanges } from "./change-instance.ts";
import { decisionEndpoints } from "./decisions.ts";
import { definitionEndpoints } from "./definitions.ts";
import { historyEndpoints } from "./history.ts";
import { instanceEndpoints } from "./instances.ts";
import { decidingMany } from "./record-many.ts";
import { stageEndpoints } from "./stages.ts";

/** Access reviews: https://learn.microsoft.com/graph/api/resources/accessreviewsv2-overview */
export const accessReviewEndpoints: readonly Endpoint[] = [
  ...definitionEndpoints,
  ...definitionChanges,
  ...instanceEndpoints,
  ...instanceChanges,
  ...instanceActions,
  ...decidingMany,
  ...decisionEndpoints,
  ...stageEndpoints,
  ...historyEndpoints,
];
