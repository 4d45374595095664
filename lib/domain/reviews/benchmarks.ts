import { counted } from "@/lib/domain/number-text";
import { phaseOf } from "./review-status";
import type { ReviewDraft } from "./draft";
import { frequencyWords, happensEvery } from "./how-often";
import type { Review } from "./review";
import { type ReviewShape, shapeOf } from "./review-shape";

/** One criterion of a standard, and the review's value for it. */
export interface Criterion {
  readonly id: string;
  readonly asks: string;
  readonly value: string;
  /** Null where it is unknown: then it does not pass. */
  readonly passes: boolean | null;
}

export interface BenchmarkResult {
  readonly standard: string;
  readonly says: string;
  /** Null where something could not be told. */
  readonly passes: boolean | null;
  readonly criteria: readonly Criterion[];
}

export interface BenchmarkResults {
  readonly cis: BenchmarkResult;
  readonly advice: BenchmarkResult;
}

/**
 * Compares a review with CIS 5.3.2 and with the usual advice. A quarterly review of 14 days meets the second and not the
 * first, even if its recurrence pattern alone looks right.
 */
export function compareWithBenchmarks(subject: ReviewDraft | Review): BenchmarkResults {
  const shape = shapeOf(subject);
  return {
    cis: result("CIS 5.3.2", cisCriteria(shape)),
    advice: result("The usual advice: quarterly, 14 days, Deny", adviceCriteria(shape)),
  };
}

function result(standard: string, criteria: readonly Criterion[]): BenchmarkResult {
  const failed = criteria.filter(({ passes }) => passes === false).length;
  const unknown = criteria.filter(({ passes }) => passes === null).length;
  const passes = failed > 0 ? false : unknown > 0 ? null : true;
  return { standard, passes, criteria, says: sentenceOf(passes, criteria) };
}

/** Whether a review runs is no setting of it, so it is not counted: a draft and its review have the same count. */
const settingsOf = (criteria: readonly Criterion[]) => criteria.filter(({ id }) => id !== "status");

function sentenceOf(passes: boolean | null, criteria: readonly Criterion[]): string {
  const settings = settingsOf(criteria);
  const all = `${settings.length} criteria`;
  const failed = settings.filter((criterion) => criterion.passes === false).length;
  const unknown = settings.filter((criterion) => criterion.passes === null).length;
  if (failed > 0) return `Does not meet ${failed} of ${all}.`;
  if (unknown > 0) return `Can't be determined: ${unknown} of ${all} could not be read.`;
  if (passes === false) return `Meets all ${all}, but is not in progress.`;
  return passes === true
    ? `Meets all ${all}.`
    : `Can't be determined: meets all ${all}, but its status could not be read.`;
}

/** How many criteria are met, in a few words: "8 of 10 met". */
export function benchmarkBrief({ passes, criteria }: BenchmarkResult): string {
  if (passes === true) return "met";
  const settings = settingsOf(criteria);
  const met = settings.filter((criterion) => criterion.passes === true).length;
  return `${met} of ${settings.length} met`;
}

const CIS_DURATION_MAX = 3;
const ADVISED_DURATION_MAX = 14;

/** CIS Microsoft 365 Foundations Benchmark 5.3.2, its audit and its remediation. */
function cisCriteria(shape: ReviewShape): readonly Criterion[] {
  const { mails, reminders, justificationOnApproval, selfReviewed } = shape;
  return [
    guestsOnly(shape),
    ...runs(shape),
    {
      id: "frequency",
      asks: "Monthly or more often",
      value: frequencyWords(shape.recurrence),
      passes: happensEvery(shape.recurrence, 1),
    },
    lasts(shape, CIS_DURATION_MAX),
    {
      id: "end",
      asks: "Never ends",
      value: endWords(shape),
      passes: shape.recurrence?.end.kind === "never",
    },
    {
      id: "reviewer",
      asks: "The reviewer is not the guest",
      value: reviewerWords(selfReviewed),
      passes: selfReviewed === null ? null : !selfReviewed,
    },
    onOff("mails", "Mails to reviewers", mails),
    onOff("reminders", "Reminders", reminders),
    onOff("justification", "Justification on approval", justificationOnApproval),
    ...consequence(shape),
  ];
}

/** Quarterly, 14 days, applied by itself, Deny: for all guests or those of chosen groups. */
function adviceCriteria(shape: ReviewShape): readonly Criterion[] {
  return [
    guestsOnly(shape),
    ...runs(shape),
    {
      id: "frequency",
      asks: "Quarterly or more often",
      value: frequencyWords(shape.recurrence),
      passes: happensEvery(shape.recurrence, 3),
    },
    lasts(shape, ADVISED_DURATION_MAX),
    ...consequence(shape),
  ];
}

function guestsOnly({ guestsOnly: passes, inactiveDays }: ReviewShape): Criterion {
  const asks = "Guests only";
  if (passes === null) return { id: "guests", asks, value: "a scope that cannot be read", passes };
  const guests =
    inactiveDays === null ? "guests only" : "guests only, and of them the inactive ones";
  return { id: "guests", asks, value: passes ? guests : "all users", passes };
}

/** A draft is not running yet, so the criterion about running does not apply. */
function runs({ status }: ReviewShape): readonly Criterion[] {
  if (status === null) return [];
  const phase = phaseOf(status);
  const passes = phase === "unknown" ? null : phase === "running";
  return [{ id: "status", asks: "In progress", value: status, passes }];
}

function lasts({ durationDays }: ReviewShape, most: number): Criterion {
  const asks = `At most ${most} days`;
  if (durationDays === null) return { id: "duration", asks, value: "not known", passes: null };
  const value = counted(durationDays, "day");
  return { id: "duration", asks, value, passes: durationDays >= 1 && durationDays <= most };
}

function endWords({ recurrence }: ReviewShape): string {
  if (recurrence === null) return "happens once";
  switch (recurrence.end.kind) {
    case "never":
      return "never ends";
    case "on":
      return `ends on ${recurrence.end.date}`;
    case "after":
      return recurrence.end.occurrences === 1
        ? "ends after one time"
        : `ends after ${recurrence.end.occurrences} times`;
  }
}

function reviewerWords(selfReviewed: boolean | null): string {
  if (selfReviewed === null) return "reviewers that cannot be read";
  return selfReviewed ? "guests decide about themselves" : "somebody else";
}

function onOff(id: string, asks: string, isOn: boolean): Criterion {
  return { id, asks, value: isOn ? "on" : "off", passes: isOn };
}

function consequence({ autoApply, ifNobodyAnswers }: ReviewShape): readonly Criterion[] {
  return [
    onOff("auto-apply", "Auto-apply", autoApply),
    {
      id: "default",
      asks: "Deny if nobody answers",
      value: ifNobodyAnswers ?? "no change",
      passes: ifNobodyAnswers === "Deny",
    },
  ];
}
