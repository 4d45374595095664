import { canChangeReviewers, type ReviewChange } from "./change-settings";
import type { Recurrence, Review, ReviewSettings } from "./review";
import type { Days, IsoDate } from "../time";

/** What of a series can be changed for its later instances, as a form holds it. */
export interface ChangeDraft {
  /** One for each stage; one for a review without stages. */
  readonly durations: readonly Days[];
  readonly endKind: Recurrence["end"]["kind"];
  readonly endDate: IsoDate;
  readonly occurrences: number;
  readonly ifNobodyAnswers: ReviewSettings["ifNobodyAnswers"];
  readonly autoApply: boolean;
  readonly mails: boolean;
  readonly reminders: boolean;
  readonly justificationOnApproval: boolean;
  /** Null where reviewers are not named one by one, and so cannot be exchanged. */
  readonly reviewerIds: readonly string[] | null;
}

/** The review as it is, to be changed. */
export function draftFrom(review: Review): ChangeDraft {
  const { settings, stages, reviewers } = review;
  const { end, startDate } = settings.recurrence ?? {
    end: { kind: "never" } as const,
    startDate: "",
  };
  const { ifNobodyAnswers, autoApply, mails, reminders, justificationOnApproval } = settings;
  return {
    durations:
      stages.length > 0 ? stages.map(({ durationDays }) => durationDays) : [settings.durationDays],
    endKind: end.kind,
    endDate: end.kind === "on" ? end.date : startDate,
    occurrences: end.kind === "after" ? end.occurrences : 4,
    ...{ ifNobodyAnswers, autoApply, mails, reminders, justificationOnApproval },
    reviewerIds: canChangeReviewers(review)
      ? reviewers.flatMap((reviewer) => (reviewer.kind === "person" ? [reviewer.userId] : []))
      : null,
  };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** How the series ends by this draft. */
export function endOf({ endKind, endDate, occurrences }: ChangeDraft): Recurrence["end"] {
  switch (endKind) {
    case "never":
      return { kind: "never" };
    case "on":
      return { kind: "on", date: endDate };
    case "after":
      return { kind: "after", occurrences };
  }
}

const CONSEQUENCE = [
  "ifNobodyAnswers",
  "autoApply",
  "mails",
  "reminders",
  "justificationOnApproval",
] as const;

/** Only what differs: the rest of the review stays as Graph has it. Null when nothing does. */
export function changeIn(before: ChangeDraft, now: ChangeDraft): ReviewChange | null {
  const consequence = Object.fromEntries(
    CONSEQUENCE.filter((name) => before[name] !== now[name]).map((name) => [name, now[name]]),
  );
  const change: ReviewChange = {
    ...(!same(before.durations, now.durations) && { durationsDays: now.durations }),
    ...(!same(endOf(before), endOf(now)) && { end: endOf(now) }),
    ...(Object.keys(consequence).length > 0 && { consequence }),
    ...(now.reviewerIds !== null &&
      !same(before.reviewerIds, now.reviewerIds) && { reviewerIds: now.reviewerIds }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

const PARTS: readonly (readonly (keyof ChangeDraft)[])[] = [
  ["durations"],
  ["endKind", "endDate", "occurrences"],
  ["reviewerIds"],
  ...CONSEQUENCE.map((name) => [name] as const),
];

/**
 * What somebody wants of a review that was read again: what they had changed stays as they want it, all else is as the
 * review is now.
 */
export function rebased(before: ChangeDraft, edited: ChangeDraft, now: ChangeDraft): ChangeDraft {
  const touched = PARTS.filter((part) => part.some((name) => !same(before[name], edited[name])));
  const edits = touched.flat().map((name) => [name, edited[name]] as const);
  return { ...now, ...Object.fromEntries(edits) };
}
