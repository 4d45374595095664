import type { ReviewPlan, ReviewScope } from "../../state/access-reviews/plan.ts";
import { badRequest } from "../errors.ts";
import { type Body, daysAt, flagAt, listAt, objectAt, objectFrom, wholeAt } from "./read-body.ts";
import { readRecurrence } from "./read-recurrence.ts";

type Consequence = Pick<
  ReviewPlan,
  | "schedule"
  | "autoApply"
  | "defaultDecision"
  | "justifiesApproval"
  | "recommends"
  | "lookBackDays"
  | "blocksThenDeletes"
>;

export interface ReadSettings {
  plan: Consequence;
  /** Absent where the stages say it. */
  days: number | null;
  shown: Record<string, unknown>;
}

const flags = [
  "mailNotificationsEnabled",
  "reminderNotificationsEnabled",
  "justificationRequiredOnApproval",
  "defaultDecisionEnabled",
  "autoApplyDecisionsEnabled",
  "recommendationsEnabled",
  "decisionHistoriesForReviewersEnabled",
] as const;
const names = [
  ...flags,
  "defaultDecision",
  "applyActions",
  "instanceDurationInDays",
  "recurrence",
  "recommendationInsightSettings",
  "recommendationLookBackDuration",
];
const removing = "#microsoft.graph.removeAccessApplyAction";
const deleting = "#microsoft.graph.disableAndDeleteUserApplyAction";
const lookBackSetting = "#microsoft.graph.userLastSignInRecommendationInsightSetting";

/** How a review runs and ends: https://learn.microsoft.com/graph/api/resources/accessreviewschedulesettings */
export function readSettings(body: Body, scope: ReviewScope): ReadSettings {
  const settingsBody = objectAt(body, "settings", names);
  const said = Object.fromEntries(flags.map((name) => [name, flagAt(settingsBody, name)]));
  const { schedule, shown: recurrence } = readRecurrence(settingsBody);
  const days = settingsBody.instanceDurationInDays ?? null;
  const duration = days === null ? null : wholeAt(settingsBody, "instanceDurationInDays", 0, 3650);
  const decided = readDefault(settingsBody);
  const autoApply = said.autoApplyDecisionsEnabled === true;
  const blocksThenDeletes = readApplyActions(settingsBody, scope);
  const action = blocksThenDeletes ? deleting : removing;
  return {
    plan: {
      schedule,
      autoApply,
      defaultDecision: said.defaultDecisionEnabled === true ? decided.enabled : null,
      justifiesApproval: said.justificationRequiredOnApproval === true,
      recommends: said.recommendationsEnabled === true,
      lookBackDays: readLookBack(settingsBody, scope),
      blocksThenDeletes,
    },
    days: duration,
    shown: {
      ...said,
      defaultDecision: decided.shown,
      instanceDurationInDays: duration ?? 0,
      recurrence,
      applyActions: autoApply || blocksThenDeletes ? [{ "@odata.type": action }] : [],
      recommendationInsightSettings: listAt(settingsBody, "recommendationInsightSettings"),
      recommendationLookBackDuration: settingsBody.recommendationLookBackDuration ?? null,
    },
  };
}

function readDefault(settingsBody: Body): {
  enabled: ReviewPlan["defaultDecision"];
  shown: string;
} {
  const word = settingsBody.defaultDecision ?? "None";
  const known = (["Approve", "Deny", "Recommendation"] as const).find((each) => each === word);
  if (known === undefined && word !== "None") {
    throw badRequest("The property 'defaultDecision' must be Approve, Deny or Recommendation.");
  }
  if (known === undefined && settingsBody.defaultDecisionEnabled === true) {
    throw badRequest("'defaultDecisionEnabled' needs a 'defaultDecision'.");
  }
  return { enabled: known ?? null, shown: known ?? "None" };
}

/** Only reviews of guests may delete them; one over all Microsoft 365 groups removes access instead, without a word. */
function readApplyActions(settingsBody: Body, scope: ReviewScope): boolean {
  const actions = listAt(settingsBody, "applyActions").map(
    (each) => objectFrom(each, "applyActions")["@odata.type"],
  );
  const other = actions.find((type) => type !== removing && type !== deleting);
  if (other !== undefined)
    throw badRequest(`The apply action '${JSON.stringify(other)}' is not supported.`);
  if (actions.length > 1) throw badRequest("Only one apply action is supported.");
  if (!actions.includes(deleting)) return false;
  if (!scope.guestsOnly) {
    throw badRequest(
      "The apply action 'disableAndDeleteUserApplyAction' is supported only in reviews of guest users.",
    );
  }
  return scope.resources.kind !== "each-unified-group";
}

/** Days without sign-in after which Deny is recommended; an insight setting wins, and applications know 30 days at most. */
function readLookBack(settingsBody: Body, scope: ReviewScope): number {
  const most = scope.resources.kind === "application" ? 30 : 3650;
  const insight = listAt(settingsBody, "recommendationInsightSettings")
    .map((each) => objectFrom(each, "recommendationInsightSettings"))
    .find((each) => each["@odata.type"] === lookBackSetting);
  const said = insight && daysAt(insight, "recommendationLookBackDuration", most);
  return said ?? daysAt(settingsBody, "recommendationLookBackDuration", most) ?? 30;
}
