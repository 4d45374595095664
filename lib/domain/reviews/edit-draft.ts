import type { PlannedOperation } from "../plan";
import type { IsoDate } from "../time";
import type { Json } from "../json";
import type { DraftReviewers, DraftScope, DraftStage, ReviewDraft } from "./draft";
import { partsOf } from "./graph-query";
import { messageAfter } from "./message-to-reviewers";
import { readScope } from "./read-scope";

/** A draft in work. */
export interface DraftInWork {
  readonly draft: ReviewDraft;
  /** What the other kinds of scope had, so that looking at one loses nothing. */
  readonly otherScopes: Readonly<Partial<Record<DraftScope["kind"], DraftScope>>>;
}

/** One change that a person makes to a draft. */
export type DraftEdit =
  | { readonly kind: "replace"; readonly draft: ReviewDraft }
  | {
      readonly kind: "set-text";
      readonly text: Partial<
        Pick<ReviewDraft, "name" | "descriptionForAdmins" | "descriptionForReviewers">
      >;
    }
  | { readonly kind: "choose-scope"; readonly scope: DraftScope["kind"] }
  | { readonly kind: "set-scope"; readonly scope: DraftScope }
  | { readonly kind: "set-stage"; readonly at: number; readonly stage: Partial<DraftStage> }
  | { readonly kind: "add-stage" }
  | { readonly kind: "remove-stage"; readonly at: number }
  | { readonly kind: "set-schedule"; readonly schedule: Partial<ReviewDraft["schedule"]> }
  | { readonly kind: "set-consequence"; readonly consequence: Partial<ReviewDraft["consequence"]> };

/** Where inactive guests are reviewed: what the field begins with. */
export const INACTIVE_DAYS_AT_FIRST = 90;

/** Begins to edit a draft. */
export function editing(draft: ReviewDraft): DraftInWork {
  return { draft, otherScopes: {} };
}

/** The draft after one edit; what the edit makes meaningless elsewhere in the draft is taken back. */
export function editDraft(state: DraftInWork, edit: DraftEdit): DraftInWork {
  const { draft } = state;
  const set = (part: Partial<ReviewDraft>) => ({ ...state, draft: { ...draft, ...part } });
  switch (edit.kind) {
    case "replace":
      return editing(edit.draft);
    case "set-text":
      return set(edit.text);
    case "choose-scope":
      return withScopeKind(state, edit.scope);
    case "set-scope":
      return set({ scope: edit.scope });
    case "set-stage":
      return set({ stages: withStage(draft.stages, edit.at, edit.stage) });
    case "add-stage":
      return set({ stages: [...draft.stages, nextStage(draft.stages)] });
    case "remove-stage":
      return set({ stages: draft.stages.filter((_, at) => at !== edit.at) });
    case "set-schedule":
      return set({ schedule: consistentSchedule({ ...draft.schedule, ...edit.schedule }) });
    case "set-consequence":
      return set(withConsequence(draft, { ...draft.consequence, ...edit.consequence }));
  }
}

function emptyScope(kind: DraftScope["kind"]): DraftScope {
  switch (kind) {
    case "all-groups":
      return { kind, teamsOnly: false };
    case "groups":
      return { kind, groupIds: [], inactiveDays: null };
    case "inactive-over-groups":
      return { kind, inactiveDays: INACTIVE_DAYS_AT_FIRST };
    case "application":
      return { kind, servicePrincipalId: "" };
  }
}

function withScopeKind(state: DraftInWork, kind: DraftScope["kind"]): DraftInWork {
  const { draft, otherScopes } = state;
  if (draft.scope.kind === kind) return state;
  return {
    ...state,
    otherScopes: { ...otherScopes, [draft.scope.kind]: draft.scope },
    draft: { ...draft, scope: otherScopes[kind] ?? emptyScope(kind) },
  };
}

/** Only owners and managers have fallback reviewers. */
function withStage(
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

/** Whether there can be fallback reviewers: named people and the guests themselves are always found. */
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

/** A review that happens once has no series to end. */
function consistentSchedule(schedule: ReviewDraft["schedule"]): ReviewDraft["schedule"] {
  return schedule.frequency === "once" ? { ...schedule, end: { kind: "never" } } : schedule;
}

/** The message to reviewers must not say what no longer follows. */
function withConsequence(
  { consequence: before, descriptionForReviewers: message }: ReviewDraft,
  consequence: ReviewDraft["consequence"],
): Partial<ReviewDraft> {
  const descriptionForReviewers = messageAfter(message, before, consequence);
  return { consequence: consistentConsequence(consequence), descriptionForReviewers };
}

/** There are no reminders without mails, and no look-back without recommendations. */
function consistentConsequence(
  consequence: ReviewDraft["consequence"],
): ReviewDraft["consequence"] {
  return {
    ...consequence,
    reminders: consequence.mails && consequence.reminders,
    lookBackDays: consequence.recommendations ? consequence.lookBackDays : null,
  };
}

/** A draft as it is begun: from a template, for a group where the address names one. */
export function draftFromTemplate(
  draft: ReviewDraft,
  groupId: string | null,
  today: IsoDate,
): ReviewDraft {
  const { schedule } = draft;
  return {
    ...draft,
    ...(groupId !== null && {
      // What a template says of all groups is not true of one.
      ...(draft.scope.kind !== "groups" && { descriptionForAdmins: "The guests of one group." }),
      scope: { kind: "groups", groupIds: [groupId], inactiveDays: null } as const,
    }),
    // A template that was saved long ago must not begin in the past.
    schedule: schedule.startDate < today ? { ...schedule, startDate: today } : schedule,
  };
}

/** The draft of what was not created: with several groups, only theirs, so that none is reviewed twice. */
export function draftOfNotCreated(
  draft: ReviewDraft,
  notCreated: readonly PlannedOperation[],
): ReviewDraft {
  if (draft.scope.kind !== "groups") return draft;
  const rest = new Set(
    notCreated.map(({ operation }) => groupIn(operation.steps[0]?.request.body ?? null)),
  );
  const groupIds = draft.scope.groupIds.filter((id) => rest.has(id.toLowerCase()));
  return { ...draft, scope: { ...draft.scope, groupIds } };
}

function groupIn(body: Json): string | null {
  const scope = readScope(partsOf(body).scope, null);
  return scope.kind === "group" ? scope.groupId.toLowerCase() : null;
}
