import type { Json } from "../json";
import type { DraftScope, DraftStage, ReviewDraft } from "./draft";
import { durationOf } from "./duration";
import { withMarker } from "./marker";
import { recurrenceBody } from "./recurrence";
import { type OneScope, peopleBody, reviewersBody, scopeBody } from "./scope-body";

type Body = Readonly<Record<string, Json>>;

/** Longest name that Graph's mails show: https://learn.microsoft.com/graph/api/resources/accessreviewscheduledefinition */
export const NAME_MAX = 256;

export interface DefinitionBody {
  /** The group that it reviews, where the draft chose groups. */
  readonly groupId: string | null;
  readonly body: Json;
}

/**
 * The exact bodies to POST, one a group: Graph reviews one chosen group with one definition.
 * https://learn.microsoft.com/graph/api/accessreviewset-post-definitions
 */
export function definitionBodies(
  draft: ReviewDraft,
  markers: (groupId: string | null) => string,
  groupName: (groupId: string) => string | null = () => null,
): readonly DefinitionBody[] {
  return groupIdsOf(draft.scope).map((groupId) => ({
    groupId,
    body: definitionBody(draft, { scope: draft.scope, groupId }, markers(groupId), groupName),
  }));
}

/** The chosen groups, each once; one null for a scope that chooses none. */
export function groupIdsOf(scope: DraftScope): readonly (string | null)[] {
  return scope.kind === "groups" ? [...new Set(scope.groupIds)] : [null];
}

/** What one review of a draft is called: with several groups, each says which is its own. */
export function reviewName(
  draft: ReviewDraft,
  groupId: string | null,
  groupName: (groupId: string) => string | null,
): string {
  const name = draft.name.trim();
  if (groupId === null || groupIdsOf(draft.scope).length === 1) return name;
  // Two reviews with the same name could not be told apart.
  const suffix = `: ${groupName(groupId) ?? groupId}`.slice(0, NAME_MAX - 1);
  return name.slice(0, NAME_MAX - suffix.length) + suffix;
}

function definitionBody(
  draft: ReviewDraft,
  one: OneScope,
  marker: string,
  groupName: (groupId: string) => string | null,
): Json {
  const [first] = draft.stages;
  return {
    displayName: reviewName(draft, one.groupId, groupName),
    descriptionForAdmins: withMarker(draft.descriptionForAdmins, marker),
    descriptionForReviewers: draft.descriptionForReviewers.trim(),
    ...scopeBody(one),
    // Stages have reviewers of their own, which win; but the property is required.
    ...(first === undefined ? { reviewers: [] } : panelBody(first, one)),
    ...(draft.stages.length > 1 ? { stageSettings: stagesBody(draft, one) } : {}),
    settings: settingsBody(draft),
  };
}

/** Fallback reviewers decide where nobody else is found; there are none where people review themselves. */
function panelBody({ reviewers, fallbackIds }: DraftStage, one: OneScope): Body {
  const fallback = reviewers.kind === "self" ? [] : peopleBody(fallbackIds);
  return {
    reviewers: reviewersBody(reviewers, one),
    ...(fallback.length > 0 ? { fallbackReviewers: fallback } : {}),
  };
}

/** One after the other: https://learn.microsoft.com/graph/api/resources/accessreviewstagesettings */
function stagesBody({ stages, consequence, scope }: ReviewDraft, one: OneScope): Json {
  return stages.map((stage, index) => ({
    stageId: String(index + 1),
    ...(index === 0 ? {} : { dependsOn: [String(index)] }),
    durationInDays: stage.durationDays,
    recommendationsEnabled: consequence.recommendations,
    ...lookBackBody(consequence, scope),
    ...panelBody(stage, one),
  }));
}

/** https://learn.microsoft.com/graph/api/resources/accessreviewschedulesettings */
function settingsBody({ stages, schedule, consequence, scope }: ReviewDraft): Json {
  const { ifNobodyAnswers, applyAction } = consequence;
  return {
    mailNotificationsEnabled: consequence.mails,
    reminderNotificationsEnabled: consequence.reminders,
    justificationRequiredOnApproval: consequence.justificationOnApproval,
    defaultDecisionEnabled: ifNobodyAnswers !== null,
    defaultDecision: ifNobodyAnswers ?? "None",
    autoApplyDecisionsEnabled: consequence.autoApply,
    recommendationsEnabled: consequence.recommendations,
    ...lookBackBody(consequence, scope),
    instanceDurationInDays: stages.reduce((sum, { durationDays }) => sum + durationDays, 0),
    recurrence: recurrenceBody(schedule),
    // Without apply actions Entra removes the access, and that default must not be sent.
    ...(applyAction === "block-then-delete" && canBlockThenDelete(scope)
      ? { applyActions: [{ "@odata.type": "#microsoft.graph.disableAndDeleteUserApplyAction" }] }
      : {}),
  };
}

function lookBackBody(
  { recommendations, lookBackDays }: ReviewDraft["consequence"],
  scope: DraftScope,
): Body {
  if (!recommendations || lookBackDays === null) return {};
  return {
    recommendationInsightSettings: [
      {
        "@odata.type": "#microsoft.graph.userLastSignInRecommendationInsightSetting",
        recommendationLookBackDuration: durationOf(lookBackDays),
        signInScope: scope.kind === "application" ? "application" : "tenant",
      },
    ],
  };
}

/**
 * Only a review of guests alone may delete them, and not the one over all Microsoft 365 groups.
 * https://learn.microsoft.com/entra/id-governance/create-access-review
 */
export function canBlockThenDelete(scope: DraftScope): boolean {
  return scope.kind === "groups" || scope.kind === "inactive-over-groups";
}
