import type { IsoDate } from "../time";
import { counted } from "@/lib/domain/number-text";
import type { DraftScope, DraftStage, Frequency, ReviewDraft } from "@/lib/domain/reviews/draft";
import { consequenceSentence } from "./settings-labels";
import { dayText } from "@/lib/domain/calendar";

/** The name of what a draft has only the id of; null while it is unknown. */
type NameOf = (id: string) => string | null;

/** The four steps of a draft, a sentence or two each. */
export interface DraftSentences {
  readonly scope: string;
  readonly reviewers: string;
  readonly schedule: string;
  readonly consequence: string;
}

/** Says what a draft means, for people who will not read its forms. */
export function draftSentences(draft: ReviewDraft, nameOf: NameOf): DraftSentences {
  return {
    scope: `${scopeSentence(draft.scope, nameOf)}.`,
    reviewers: reviewersSentence(draft, nameOf),
    schedule: scheduleSentence(draft),
    consequence: consequenceOf(draft),
  };
}

/** How often, in the words of a sentence. */
export const FREQUENCY_WORDS: Readonly<Record<Frequency, string>> = {
  once: "once",
  weekly: "every week",
  monthly: "every month",
  quarterly: "every three months",
  "half-yearly": "every six months",
  yearly: "every year",
};

const NAMED = 3;

/** "A, B, C and 4 more". */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMED);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${more} more`;
  return shown.length < 2
    ? (shown[0] ?? "")
    : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}

function scopeSentence(scope: DraftScope, nameOf: NameOf): string {
  switch (scope.kind) {
    case "all-groups":
      return scope.teamsOnly
        ? "The guests of every team, each team on its own"
        : "The guests of every Microsoft 365 group, each group on its own";
    case "groups":
      return groupsSentence(scope, nameOf);
    case "inactive-over-groups":
      return `Guests of any group who have not signed in for ${counted(scope.inactiveDays, "day")}`;
    case "application":
      return scope.servicePrincipalId === ""
        ? "All users of an application that is not chosen yet"
        : `All users of ${nameOf(scope.servicePrincipalId) ?? "the application"}`;
  }
}

function groupsSentence(
  { groupIds, inactiveDays }: Extract<DraftScope, { kind: "groups" }>,
  nameOf: NameOf,
): string {
  if (groupIds.length === 0) return "The guests of groups that are not chosen yet";
  const inactive =
    inactiveDays === null ? "" : ` who have not signed in for ${counted(inactiveDays, "day")}`;
  const group = listed(groupIds.map((id) => nameOf(id) ?? "a group"));
  const reviews = groupIds.length > 1 ? `, in ${groupIds.length} reviews of one group each` : "";
  return `The guests of ${group}${inactive}${reviews}`;
}

function stageSentence(stage: DraftStage, { scope }: ReviewDraft, nameOf: NameOf): string {
  const people = (ids: readonly string[]) => listed(ids.map((id) => nameOf(id) ?? "a person"));
  const { reviewers, fallbackIds } = stage;
  const instead = fallbackIds.length === 0 ? "" : `, or ${people(fallbackIds)} where there is none`;
  switch (reviewers.kind) {
    case "owners":
      return `${scope.kind === "application" ? "the owners of the application" : "the owners of each group"}${instead}`;
    case "people":
      return reviewers.userIds.length === 0
        ? "people who are not chosen yet"
        : people(reviewers.userIds);
    case "managers":
      return `each guest's manager${instead}`;
    case "self":
      return "the guests themselves";
  }
}

function reviewersSentence(draft: ReviewDraft, nameOf: NameOf): string {
  const stages = draft.stages.map((stage) => stageSentence(stage, draft, nameOf));
  const [first = "", ...later] = stages;
  if (later.length === 0) return sentence(first);
  return sentence(`first ${first}; then ${later.join("; then ")}`);
}

function scheduleSentence({ schedule, stages }: ReviewDraft): string {
  const { frequency, startDate, end } = schedule;
  const total = stages.reduce((sum, { durationDays }) => sum + durationDays, 0);
  const from =
    startDate === "" ? "from a day that is not chosen yet" : `from ${dayText(startDate)}`;
  const open = `open for ${counted(total, "day")}${frequency === "once" ? "" : " each time"}`;
  const until = frequency === "once" ? "" : `, ${endSentence(end)}`;
  return sentence(`${FREQUENCY_WORDS[frequency]} ${from}, ${open}${until}`);
}

/** When a review that was just created starts, and what its reviewers get. */
export function startSentence({ schedule, consequence }: ReviewDraft, today: IsoDate): string {
  const isToday = schedule.startDate <= today;
  const starts = isToday ? "Starts today." : `Starts on ${dayText(schedule.startDate)}.`;
  if (!consequence.mails) return `${starts} Reviewers get no mail.`;
  return isToday
    ? `${starts} Reviewers get their mail within minutes.`
    : `${starts} Reviewers get their mail then.`;
}

function endSentence(end: ReviewDraft["schedule"]["end"]): string {
  switch (end.kind) {
    case "never":
      return "with no end date";
    case "on":
      return end.date === "" ? "until a day that is not chosen yet" : `until ${dayText(end.date)}`;
    case "after":
      return end.occurrences === 1 ? "one time" : `${end.occurrences} times`;
  }
}

function consequenceOf({ consequence }: ReviewDraft): string {
  const { autoApply, applyAction, ifNobodyAnswers } = consequence;
  const denied =
    applyAction === "block-then-delete"
      ? " Anyone who is denied is blocked for 30 days, then deleted."
      : " Anyone who is denied loses this access.";
  const applied = autoApply
    ? "The results are applied automatically when it ends."
    : "Nothing changes until someone applies the results.";
  const silence = consequenceSentence(consequence);
  return `${silence}${ifNobodyAnswers === "Deny" ? "" : denied} ${applied}`;
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
