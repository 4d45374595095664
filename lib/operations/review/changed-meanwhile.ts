import { READ_ONLY } from "@/lib/domain/reviews/change-settings";
import { partsOf } from "@/lib/domain/reviews/graph-query";
import { matchesRequestedSetting } from "./matches-requested-body";

type Fields = Readonly<Record<string, unknown>>;

const WORDS: Readonly<Record<string, string>> = {
  displayName: "name",
  descriptionForAdmins: "description for administrators",
  descriptionForReviewers: "description for reviewers",
  scope: "scope",
  instanceEnumerationScope: "scope",
  reviewers: "reviewers",
  fallbackReviewers: "fallback reviewers",
  stageSettings: "stages",
  additionalNotificationRecipients: "who else is told",
  mailNotificationsEnabled: "mails",
  reminderNotificationsEnabled: "reminders",
  justificationRequiredOnApproval: "justification",
  defaultDecisionEnabled: "what happens without an answer",
  defaultDecision: "what happens without an answer",
  autoApplyDecisionsEnabled: "whether decisions are applied automatically",
  applyActions: "what a Deny does",
  instanceDurationInDays: "days that an instance lasts",
  recurrence: "schedule",
  recommendationsEnabled: "recommendations",
  recommendationInsightSettings: "recommendations",
  recommendationLookBackDuration: "recommendations",
  decisionHistoriesForReviewersEnabled: "earlier decisions for reviewers",
};

/**
 * What of a review somebody has changed since a plan saw it, and the plan's body would set back: in words, or by
 * Graph's name. A PUT replaces everything, and Graph has no condition to send with it.
 * https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-update
 */
export function changedMeanwhile(
  plannedFrom: Fields,
  now: Fields,
  body: unknown,
): readonly string[] {
  const [before, there, sent] = [
    settingsOf(plannedFrom),
    settingsOf(now),
    settingsOf(partsOf(body)),
  ];
  const names = new Set([...Object.keys(before), ...Object.keys(there)]);
  const lost = [...names].filter(
    (name) => !same(name, before[name], there[name]) && !same(name, sent[name], there[name]),
  );
  return [...new Set(lost.map((name) => WORDS[name] ?? name))];
}

/** Which settings of a body a review does not have, although it was accepted: in words, or by Graph's name. */
export function settingsNotStored(body: unknown, now: Fields): readonly string[] {
  const [sent, there] = [settingsOf(partsOf(body)), settingsOf(now)];
  const lost = Object.keys(sent).filter(
    (name) => !matchesRequestedSetting(name, sent[name], there[name]),
  );
  return [...new Set(lost.map((name) => WORDS[name] ?? name))];
}

/** What can be written of a review, each setting by itself. */
function settingsOf({ settings, ...rest }: Fields): Fields {
  const all = { ...rest, ...partsOf(settings) };
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => !READ_ONLY.has(name) && !name.includes("@")),
  );
}

function same(name: string, one: unknown, other: unknown): boolean {
  return matchesRequestedSetting(name, one, other) && matchesRequestedSetting(name, other, one);
}
