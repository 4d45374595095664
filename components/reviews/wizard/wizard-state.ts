import type {
  DraftReviewers,
  DraftScope,
  DraftStage,
  Frequency,
  ReviewDraft,
} from "@/lib/domain/reviews/draft";

/** The four steps, in their order. */
export const STEPS = ["scope", "reviewers", "schedule", "consequence"] as const;
export type Step = (typeof STEPS)[number];

/** What stands in the forms, and where somebody has been. */
export interface WizardState {
  readonly draft: ReviewDraft;
  /** What the other kinds of scope had, so that a look at them loses nothing. */
  readonly otherScopes: Readonly<Partial<Record<DraftScope["kind"], DraftScope>>>;
  /** Fields that somebody has left: what is wrong there is said. */
  readonly touched: readonly string[];
  /** Steps that somebody wanted to leave: all that is wrong in them is said. */
  readonly tried: readonly Step[];
}

export type Change =
  | { readonly kind: "begun"; readonly draft: ReviewDraft }
  | {
      readonly kind: "worded";
      readonly words: Partial<
        Pick<ReviewDraft, "name" | "descriptionForAdmins" | "descriptionForReviewers">
      >;
    }
  | { readonly kind: "scope-kind"; readonly scope: DraftScope["kind"] }
  | { readonly kind: "scoped"; readonly scope: DraftScope }
  | { readonly kind: "staged"; readonly at: number; readonly stage: Partial<DraftStage> }
  | { readonly kind: "stage-added" }
  | { readonly kind: "stage-dropped"; readonly at: number }
  | { readonly kind: "scheduled"; readonly schedule: Partial<ReviewDraft["schedule"]> }
  | { readonly kind: "decided"; readonly consequence: Partial<ReviewDraft["consequence"]> }
  | { readonly kind: "left"; readonly field: string }
  | { readonly kind: "tried"; readonly steps: readonly Step[] };

const INACTIVE_AT_FIRST = 90;

/** The forms as a draft has them, with nothing called wrong yet. */
export function beginWith(draft: ReviewDraft): WizardState {
  return { draft, otherScopes: {}, touched: [], tried: [] };
}

/** What the forms hold after a change. */
export function changed(state: WizardState, change: Change): WizardState {
  const { draft } = state;
  const now = (part: Partial<ReviewDraft>) => ({ ...state, draft: { ...draft, ...part } });
  switch (change.kind) {
    case "begun":
      return beginWith(change.draft);
    case "worded":
      return now(change.words);
    case "scope-kind":
      return rescoped(state, change.scope);
    case "scoped":
      return now({ scope: change.scope });
    case "staged":
      return now({ stages: restaged(draft.stages, change.at, change.stage) });
    case "stage-added":
      return now({ stages: [...draft.stages, nextStage(draft.stages)] });
    case "stage-dropped":
      return now({ stages: draft.stages.filter((_, at) => at !== change.at) });
    case "scheduled":
      return now({ schedule: rescheduled({ ...draft.schedule, ...change.schedule }) });
    case "decided":
      return now({ consequence: redecided({ ...draft.consequence, ...change.consequence }) });
    case "left":
      return state.touched.includes(change.field)
        ? state
        : { ...state, touched: [...state.touched, change.field] };
    case "tried":
      return { ...state, tried: [...new Set([...state.tried, ...change.steps])] };
  }
}

function emptyScope(kind: DraftScope["kind"]): DraftScope {
  switch (kind) {
    case "all-groups":
      return { kind, teamsOnly: false };
    case "groups":
      return { kind, groupIds: [], inactiveDays: null };
    case "inactive-over-groups":
      return { kind, inactiveDays: INACTIVE_AT_FIRST };
    case "application":
      return { kind, servicePrincipalId: "" };
  }
}

function rescoped(state: WizardState, kind: DraftScope["kind"]): WizardState {
  const { draft, otherScopes } = state;
  if (draft.scope.kind === kind) return state;
  return {
    ...state,
    otherScopes: { ...otherScopes, [draft.scope.kind]: draft.scope },
    draft: { ...draft, scope: otherScopes[kind] ?? emptyScope(kind) },
  };
}

/** Only owners and managers have somebody who stands in for them. */
function restaged(
  stages: readonly DraftStage[],
  at: number,
  part: Partial<DraftStage>,
): readonly DraftStage[] {
  return stages.map((stage, index) => {
    if (index !== at) return stage;
    const next = { ...stage, ...part };
    return canFallBack(next) ? next : { ...next, fallbackIds: [] };
  });
}

/** Whether others may stand in for those who decide: named people and the guests themselves are always found. */
export function canFallBack({ reviewers }: Pick<DraftStage, "reviewers">): boolean {
  return reviewers.kind === "owners" || reviewers.kind === "managers";
}

function nextStage(stages: readonly DraftStage[]): DraftStage {
  const reviewers: DraftReviewers =
    stages.at(-1)?.reviewers.kind === "people"
      ? { kind: "owners" }
      : { kind: "people", userIds: [] };
  return { reviewers, fallbackIds: [], durationDays: stages.at(-1)?.durationDays ?? 7 };
}

/** What happens once has no end of a series. */
function rescheduled(schedule: ReviewDraft["schedule"]): ReviewDraft["schedule"] {
  return schedule.frequency === "once" ? { ...schedule, end: { kind: "never" } } : schedule;
}

/** Nobody is reminded without mails, and nothing is looked back on without recommendations. */
function redecided(consequence: ReviewDraft["consequence"]): ReviewDraft["consequence"] {
  return {
    ...consequence,
    reminders: consequence.mails && consequence.reminders,
    lookBackDays: consequence.recommendations ? consequence.lookBackDays : null,
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
