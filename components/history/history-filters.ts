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
export const RESULT_CHOICES = [...RESULTS, "unresolved"] as const;

export interface HistoryFilters {
  readonly guest: string | null;
  readonly actor: string | null;
  readonly plan: string | null;
  /** A review, a group or a template. */
  readonly subject: string | null;
  readonly kind: EntryKind | null;
  readonly result: (typeof RESULT_CHOICES)[number] | null;
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

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The beginning of a local day, or of a later one; undefined when the text is no day. */
function beginningOf(day: string | null, daysLater: 0 | 1): string | undefined {
  if (day === null || !DAY.test(day)) return undefined;
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const begin = new Date(year, month - 1, date + daysLater);
  return Number.isNaN(begin.getTime()) ? undefined : begin.toISOString();
}

/** The request that the address asks for; what makes no sense in a hand-written address is left out. */
export function requestFor(filters: HistoryFilters): HistoryRequest {
  const id = (text: string | null) => (text !== null && isGuid(text) ? text : undefined);
  const request = {
    guest: id(filters.guest),
    actor: id(filters.actor),
    plan: id(filters.plan),
    subject: id(filters.subject),
    kind: filters.kind ?? undefined,
    result: filters.result ?? undefined,
    from: beginningOf(filters.from, 0),
    // The API's `to` is exclusive.
    to: beginningOf(filters.to, 1),
  };
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
}

/** Whether anything is filtered at all. */
export function isFiltered(filters: HistoryFilters): boolean {
  return Object.values(filters).some((value) => value !== null);
}
