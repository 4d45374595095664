import type { Json } from "../json";
import type { Days } from "../time";
import type { ReviewDraft } from "./draft";
import { durationOf } from "./duration";
import { partsOf } from "./graph-query";
import { markerOf, withMarker } from "./marker";
import type { Recurrence, Review } from "./review";
import { peopleBody } from "./scope-body";

type Fields = Readonly<Record<string, Json>>;

/** A change of a review. Absent fields stay as they are. */
export interface ReviewChange {
  readonly name?: string;
  /** Without our marker, which stays. */
  readonly descriptionForAdmins?: string;
  readonly descriptionForReviewers?: string;
  /** Only from person to person. */
  readonly reviewerIds?: readonly string[];
  readonly fallbackIds?: readonly string[];
  /** Days of each stage in their order; one for a review without stages. */
  readonly durationsDays?: readonly Days[];
  /** When the series ends: Entra cannot stop one, but it can end earlier. */
  readonly end?: Recurrence["end"];
  readonly consequence?: Partial<ReviewDraft["consequence"]>;
}

/** What Graph writes itself: https://learn.microsoft.com/graph/api/resources/accessreviewscheduledefinition */
export const READ_ONLY: ReadonlySet<string> = new Set([
  "id",
  "status",
  "createdBy",
  "createdDateTime",
  "lastModifiedDateTime",
  "instances",
  // An older name for the fallback reviewers, which answers repeat.
  "backupReviewers",
]);

/**
 * The whole writable object with the change in it, as PUT needs it. It applies to instances that have not started.
 * https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-update
 */
export function putBody(review: Review, change: ReviewChange): Json {
  const fields = fieldsOf(review.asGiven);
  const writable = Object.entries(fields).filter(
    ([name, value]) => !READ_ONLY.has(name) && !name.includes("@odata.") && value !== null,
  );
  return {
    ...Object.fromEntries(writable),
    ...wordsBody(review, change),
    ...(change.reviewerIds && canChangeReviewers(review)
      ? { reviewers: peopleBody(change.reviewerIds) }
      : {}),
    ...(change.fallbackIds ? { fallbackReviewers: peopleBody(change.fallbackIds) } : {}),
    ...stagesBody(fields.stageSettings, change),
    settings: settingsBody(fieldsOf(fields.settings), change, review.stages.length > 0),
  };
}

/** Reviewers can be exchanged only where they are named one by one; owners and managers stay who they are. */
export function canChangeReviewers({ reviewers, stages }: Pick<Review, "reviewers" | "stages">) {
  if (stages.length > 0 || reviewers.length === 0) return false;
  return reviewers.every(({ kind }) => kind === "person");
}

function wordsBody(review: Review, change: ReviewChange): Fields {
  const { name, descriptionForAdmins: forAdmins, descriptionForReviewers: forReviewers } = change;
  const marker = review.operationId === null ? null : markerOf(review.operationId);
  return {
    ...(name === undefined ? {} : { displayName: name.trim() }),
    ...(forReviewers === undefined ? {} : { descriptionForReviewers: forReviewers.trim() }),
    ...(forAdmins === undefined
      ? {}
      : {
          descriptionForAdmins: marker === null ? forAdmins.trim() : withMarker(forAdmins, marker),
        }),
  };
}

/** Stages have durations and recommendations of their own, which win over the settings. */
function stagesBody(fields: Json | undefined, change: ReviewChange): Fields {
  if (!Array.isArray(fields) || fields.length === 0) return {};
  const stages = fields as readonly Json[];
  return {
    stageSettings: stages.map((stage, index) => {
      const days = change.durationsDays?.[index];
      return {
        ...withRecommendations(fieldsOf(stage), change.consequence ?? {}),
        ...(days === undefined ? {} : { durationInDays: days }),
      };
    }),
  };
}

function settingsBody(fields: Fields, change: ReviewChange, hasStages: boolean): Json {
  const { consequence = {}, durationsDays, end } = change;
  const { mails, reminders, justificationOnApproval, autoApply } = consequence;
  const days = durationsDays?.reduce((sum, each) => sum + each, 0);
  return {
    ...withApplyAction(withRecommendations(fields, consequence), consequence.applyAction),
    ...(mails === undefined ? {} : { mailNotificationsEnabled: mails }),
    ...(reminders === undefined ? {} : { reminderNotificationsEnabled: reminders }),
    ...(justificationOnApproval === undefined
      ? {}
      : { justificationRequiredOnApproval: justificationOnApproval }),
    ...(autoApply === undefined ? {} : { autoApplyDecisionsEnabled: autoApply }),
    ...defaultBody(consequence.ifNobodyAnswers),
    ...(days === undefined || hasStages ? {} : { instanceDurationInDays: days }),
    ...(end === undefined ? {} : { recurrence: withEnd(fieldsOf(fields.recurrence), end) }),
  };
}

function defaultBody(decision: ReviewDraft["consequence"]["ifNobodyAnswers"] | undefined): Fields {
  if (decision === undefined) return {};
  return { defaultDecisionEnabled: decision !== null, defaultDecision: decision ?? "None" };
}

/** The range with another end, from the same first day on. */
function withEnd(recurrence: Fields, end: Recurrence["end"]): Fields {
  const { startDate = null } = fieldsOf(recurrence.range);
  switch (end.kind) {
    case "never":
      return { ...recurrence, range: { type: "noEnd", startDate } };
    case "on":
      return { ...recurrence, range: { type: "endDate", startDate, endDate: end.date } };
    case "after": {
      const range = { type: "numbered", startDate, numberOfOccurrences: end.occurrences };
      return { ...recurrence, range };
    }
  }
}

function withApplyAction(
  fields: Fields,
  action: ReviewDraft["consequence"]["applyAction"] | undefined,
): Fields {
  if (action === undefined) return fields;
  const type = "#microsoft.graph.disableAndDeleteUserApplyAction";
  if (action === "block-then-delete") return { ...fields, applyActions: [{ "@odata.type": type }] };
  // Without apply actions, Entra removes the access.
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== "applyActions"));
}

const SIGN_INS = "#microsoft.graph.userLastSignInRecommendationInsightSetting";

/** Whether there are recommendations, and how far the one from sign-ins looks back; others stay as they are. */
function withRecommendations(
  fields: Fields,
  { recommendations, lookBackDays }: Partial<ReviewDraft["consequence"]>,
): Fields {
  const isOn = recommendations === undefined ? {} : { recommendationsEnabled: recommendations };
  if (lookBackDays === undefined) return { ...fields, ...isOn };
  const insights = Array.isArray(fields.recommendationInsightSettings)
    ? (fields.recommendationInsightSettings as readonly Json[]).map(fieldsOf)
    : [];
  const before = insights.find((each) => each["@odata.type"] === SIGN_INS);
  const others = insights.filter((each) => each !== before);
  const duration = lookBackDays === null ? null : durationOf(lookBackDays);
  const look = { "@odata.type": SIGN_INS, signInScope: before?.signInScope ?? "tenant" };
  const rest = Object.entries(fields).filter(([name]) => name !== "recommendationLookBackDuration");
  return {
    ...Object.fromEntries(rest),
    ...isOn,
    recommendationInsightSettings:
      duration === null
        ? others
        : [...others, { ...look, recommendationLookBackDuration: duration }],
  };
}

/** Turns the object back into JSON by leaving out undefined members. */
function fieldsOf(value: unknown): Fields {
  return JSON.parse(JSON.stringify(partsOf(value))) as Fields;
}
