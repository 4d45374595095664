import type { ReviewPlan } from "../../state/access-reviews/plan.ts";
import { recurrenceDays } from "../../state/access-reviews/schedule.ts";
import { bodyOf } from "../directory-objects/json-body.ts";
import type { Call } from "../endpoint.ts";
import { badRequest } from "../errors.ts";
import { type Body, listAt, textAt } from "./read-body.ts";
import { readPanel } from "./read-reviewers.ts";
import { readScope } from "./read-scope.ts";
import { readSettings } from "./read-settings.ts";
import { readStages } from "./read-stages.ts";
import { refuseUnmetered } from "./review-licence.ts";

interface ReadDefinition {
  plan: ReviewPlan;
  /** The writable properties as answers show them. */
  shown: Record<string, unknown>;
}

const writable = [
  "displayName",
  "descriptionForAdmins",
  "descriptionForReviewers",
  "scope",
  "instanceEnumerationScope",
  "reviewers",
  "fallbackReviewers",
  "backupReviewers",
  "settings",
  "stageSettings",
  "additionalNotificationRecipients",
];
const readOnly = [
  "id",
  "createdBy",
  "createdDateTime",
  "lastModifiedDateTime",
  "status",
  "instances",
];
/** What a mail shows of them. */
const LONGEST = 256;

/** Understands the body of a new or changed definition, or refuses it with the rule that it breaks. */
export function readDefinition(call: Call): ReadDefinition {
  const body: Body = bodyOf(call, [...writable, ...readOnly]);
  const { directory } = call.tenant;
  const displayName = textAt(body, "displayName", LONGEST);
  if (displayName.trim() === "")
    throw badRequest("A value is required for property 'displayName'.");
  const descriptionForReviewers = textAt(body, "descriptionForReviewers", LONGEST);
  const { scope, shown: scopes } = readScope(directory, body);
  refuseUnmetered(call, scope);
  const settings = readSettings(body, scope);
  const { stages, shown: stageSettings } = readStages(directory, body);
  const { panel, asRequested } = readPanel(directory, body);
  const days = stages.length > 0 ? stages.reduce((sum, each) => sum + each.days, 0) : settings.days;
  if (days === null || days < 1) {
    throw badRequest("The property 'instanceDurationInDays' must be at least 1.");
  }
  const recurs = recurrenceDays(settings.plan.schedule);
  if (recurs !== null && days > recurs) {
    throw badRequest(
      `An instance of ${days} days is longer than its recurrence of ${recurs} days.`,
    );
  }
  return {
    plan: { ...settings.plan, scope, stages, days, ...panel },
    shown: {
      displayName,
      descriptionForAdmins: textAt(body, "descriptionForAdmins", 100_000),
      descriptionForReviewers,
      ...scopes,
      ...asRequested,
      settings: settings.shown,
      stageSettings,
      additionalNotificationRecipients: listAt(body, "additionalNotificationRecipients"),
    },
  };
}
