import { fieldsOf } from "@/components/ui/fields-of";
import {
  type DraftReviewers,
  type DraftScope,
  type DraftStage,
  FREQUENCIES,
  type ReviewDraft,
} from "@/lib/domain/reviews/draft";

/** A draft that somebody was at, and what the address asked for when it was begun. */
export interface KeptDraft {
  readonly begunFrom: string;
  readonly draft: ReviewDraft;
  /** The reason that was given when somebody left for the consent page; null while nobody did. */
  readonly reason: string | null;
  /** Why protected accounts may lose access, as it was written by then, and what it answers. */
  readonly exception: { readonly to: string; readonly text: string } | null;
}

const keyOf = (account: string) => `guestlist.review-draft.${account}`;

/** Keeps the draft over a reload and over the way to the consent page; it ends with the tab. */
export function keepDraft(account: string, kept: KeptDraft): void {
  sessionStorage.setItem(keyOf(account), JSON.stringify(kept));
}

/** What this account was at in this tab; null when nothing, or nothing that this version understands. */
export function keptDraft(account: string): KeptDraft | null {
  const text = sessionStorage.getItem(keyOf(account));
  return text === null ? null : parseKept(text);
}

/** The review was made, or somebody begins anew. */
export function forgetDraft(account: string): void {
  sessionStorage.removeItem(keyOf(account));
}

type Given = Readonly<Record<string, unknown>>;

/** Right in its form; what is wrong in its contents is for the forms to say, not a reason to lose it. */
export function parseKept(text: string): KeptDraft | null {
  const kept = fieldsOf(text);
  if (kept === null || !isText(kept.begunFrom) || !isObject(kept.draft)) return null;
  const draft = readDraft(kept.draft);
  const reason = isText(kept.reason) ? kept.reason : null;
  return draft && { begunFrom: kept.begunFrom, draft, reason, exception: readException(kept) };
}

function readException({ exception }: Given): KeptDraft["exception"] {
  if (!isObject(exception) || !isText(exception.to) || !isText(exception.text)) return null;
  return { to: exception.to, text: exception.text };
}

function readDraft(given: Given): ReviewDraft | null {
  const { name, descriptionForAdmins, descriptionForReviewers } = given;
  if (!isText(name) || !isText(descriptionForAdmins) || !isText(descriptionForReviewers)) {
    return null;
  }
  const scope = readScope(given.scope);
  const stages = Array.isArray(given.stages) ? given.stages.map(readStage) : [];
  const schedule = readSchedule(given.schedule);
  const consequence = readConsequence(given.consequence);
  if (scope === null || schedule === null || consequence === null) return null;
  if (stages.length === 0 || !stages.every((stage) => stage !== null)) return null;
  const words = { name, descriptionForAdmins, descriptionForReviewers };
  return { ...words, scope, stages, schedule, consequence };
}

function readScope(given: unknown): DraftScope | null {
  if (!isObject(given)) return null;
  const { kind, teamsOnly, groupIds, inactiveDays, servicePrincipalId } = given;
  if (kind === "all-groups" && isFlag(teamsOnly)) return { kind, teamsOnly };
  if (kind === "groups" && isTexts(groupIds) && isNumberOrNull(inactiveDays)) {
    return { kind, groupIds, inactiveDays };
  }
  if (kind === "inactive-over-groups" && isNumber(inactiveDays)) return { kind, inactiveDays };
  return kind === "application" && isText(servicePrincipalId) ? { kind, servicePrincipalId } : null;
}

function readStage(given: unknown): DraftStage | null {
  if (!isObject(given)) return null;
  const reviewers = readReviewers(given.reviewers);
  const { fallbackIds, durationDays } = given;
  if (reviewers === null || !isTexts(fallbackIds) || !isNumber(durationDays)) return null;
  return { reviewers, fallbackIds, durationDays };
}

function readReviewers(given: unknown): DraftReviewers | null {
  if (!isObject(given)) return null;
  const { kind, userIds } = given;
  if (kind === "people") return isTexts(userIds) ? { kind, userIds } : null;
  return kind === "owners" || kind === "managers" || kind === "self" ? { kind } : null;
}

function readSchedule(given: unknown): ReviewDraft["schedule"] | null {
  if (!isObject(given) || !isText(given.startDate)) return null;
  const frequency = FREQUENCIES.find((each) => each === given.frequency);
  const end = readEnd(given.end);
  return frequency && end ? { frequency, startDate: given.startDate, end } : null;
}

function readEnd(given: unknown): ReviewDraft["schedule"]["end"] | null {
  if (!isObject(given)) return null;
  const { kind, date, occurrences } = given;
  if (kind === "on" && isText(date)) return { kind, date };
  if (kind === "after" && isNumber(occurrences)) return { kind, occurrences };
  return kind === "never" ? { kind } : null;
}

const ANSWERS = ["Deny", "Approve", "Recommendation", null] as const;
const ACTIONS = ["remove-access", "block-then-delete"] as const;
const FLAGS = [
  "autoApply",
  "justificationOnApproval",
  "mails",
  "reminders",
  "recommendations",
] as const;

function readConsequence(given: unknown): ReviewDraft["consequence"] | null {
  if (!isObject(given)) return null;
  const ifNobodyAnswers = ANSWERS.find((each) => each === given.ifNobodyAnswers);
  const applyAction = ACTIONS.find((each) => each === given.applyAction);
  const { autoApply, justificationOnApproval, mails, reminders, recommendations } = given;
  const { lookBackDays } = given;
  if (ifNobodyAnswers === undefined || applyAction === undefined) return null;
  if (!FLAGS.every((name) => isFlag(given[name])) || !isNumberOrNull(lookBackDays)) return null;
  return {
    ifNobodyAnswers,
    applyAction,
    autoApply: autoApply === true,
    justificationOnApproval: justificationOnApproval === true,
    mails: mails === true,
    reminders: reminders === true,
    recommendations: recommendations === true,
    lookBackDays,
  };
}

const isObject = (value: unknown): value is Given => typeof value === "object" && value !== null;
const isText = (value: unknown): value is string => typeof value === "string";
const isFlag = (value: unknown): value is boolean => typeof value === "boolean";
const isNumber = (value: unknown): value is number => typeof value === "number";
const isNumberOrNull = (value: unknown): value is number | null =>
  value === null || typeof value === "number";
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(isText);
