import { isGuid } from "@/lib/domain/guid";
import type { HistoryRequest } from "@/lib/contract/history";
import { GUEST_OPERATION_KINDS, isGuestOperation, OPERATION_KINDS } from "@/lib/domain/operation";
import { RESULTS } from "@/lib/domain/outcome";
import type { EntryKind } from "@/components/entries/entry-labels";

const OTHER_KINDS = OPERATION_KINDS.filter((kind) => !isGuestOperation(kind));

/** The sorts of entries, those together that people look for together. */
export const KIND_GROUPS = [
  { name: "Guests", kinds: GUEST_OPERATION_KINDS },
  { name: "Reviews and groups", kinds: [...OTHER_KINDS, "review-result", "template-saved"] },
  { name: "Guestlist", kinds: ["policy-set", "person-erased"] },
] as const;
export const KIND_CHOICES = KIND_GROUPS.flatMap(({ kinds }): readonly EntryKind[] => kinds);
/** What nobody knows is one choice: no outcome was recorded, or an unknown one. */
export const RESULT_CHOICES = [
  ...RESULTS.filter((result) => result !== "unknown"),
  "unresolved",
] as const;

/** The filters as the address has them: whatever somebody wrote there, understood or not. */
export interface HistoryFilters {
  readonly guest: string | null;
  readonly actor: string | null;
  readonly plan: string | null;
  /** A review, a group or a template. */
  readonly subject: string | null;
  /** One of `KIND_CHOICES`. */
  readonly kind: string | null;
  /** One of `RESULT_CHOICES`. */
  readonly result: string | null;
  /** Days as yyyy-mm-dd, in the time zone of the browser. */
  readonly from: string | null;
  readonly to: string | null;
}

export const NO_FILTERS: HistoryFilters = {
  guest: null,
  actor: null,
  plan: null,
  subject: null,
  kind: null,
  result: null,
  from: null,
  to: null,
};

const DAY = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;

/** The beginning of a local day, or of a later one; undefined when the text is no day. */
function beginningOf(day: string, daysLater: 0 | 1): string | undefined {
  const [year, month, date] = (DAY.exec(day) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const exact = new Date(year, month - 1, date);
  // JavaScript takes February 31 for a day in March.
  if (exact.getMonth() !== month - 1 || exact.getDate() !== date) return undefined;
  return new Date(year, month - 1, date + daysLater).toISOString();
}

const id = (text: string) => (isGuid(text) ? text : undefined);
const choiceOf =
  <T extends string>(choices: readonly T[]) =>
  (text: string) =>
    choices.find((choice) => choice === text);

/** What each filter of an address means to the API; undefined where it means nothing. */
const MEANING = {
  guest: id,
  actor: id,
  plan: id,
  subject: id,
  kind: choiceOf(KIND_CHOICES),
  // As links of earlier versions have it.
  result: (text) => choiceOf(RESULT_CHOICES)(text === "unknown" ? "unresolved" : text),
  from: (day) => beginningOf(day, 0),
  // The API's `to` is exclusive.
  to: (day) => beginningOf(day, 1),
} satisfies Readonly<Record<keyof HistoryFilters, (text: string) => string | undefined>>;

const FILTER_NAMES = Object.keys(MEANING) as readonly (keyof HistoryFilters)[];

/** Longest search, as the contract has it. */
const SEARCH_MAX = 100;

type FilterName = keyof HistoryFilters | "q";

type Understood =
  | { readonly request: HistoryRequest; readonly wrong: null }
  | { readonly request: null; readonly wrong: readonly FilterName[] };

/** The request that the address makes, or the filters in it that are not understood: then nothing may be read for it. */
export function readFilters(filters: HistoryFilters, search = ""): Understood {
  const q = search.trim();
  const present = FILTER_NAMES.flatMap((name) => {
    const text = filters[name];
    return text === null ? [] : [{ name, value: MEANING[name](text) }];
  });
  const wrong: FilterName[] = present.flatMap(({ name, value }) =>
    value === undefined ? [name] : [],
  );
  if (q.length > SEARCH_MAX) wrong.push("q");
  if (wrong.length > 0) return { request: null, wrong };
  const request = Object.fromEntries(present.map(({ name, value }) => [name, value]));
  return { request: { ...(q !== "" && { q }), ...request }, wrong: null };
}

/** Whether a request can have a row a plan: what looks for single operations shows those. */
export function goesByPlan({ q, guest, plan, subject, result }: HistoryRequest): boolean {
  return [q, guest, plan, subject, result].every((value) => value === undefined);
}

/** Whether anything is filtered at all. */
export function isFiltered(filters: HistoryFilters): boolean {
  return Object.values(filters).some((value) => value !== null);
}
