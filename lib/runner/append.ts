import type { EntriesAnswer, EntriesRequest, NewEntry } from "@/lib/contract/entries";
import { ApiError, type ApiErrorKind, mayPass } from "@/lib/contract/api-error";
import type { RunnerServices } from "./runner-services";
import { sleep } from "@/lib/graph/sleep";

export type Appended =
  | {
      readonly kind: "appended";
      readonly answer: EntriesAnswer;
      /** How often it was asked for; from the second time on a repeated entry may be our own. */
      readonly tries: number;
    }
  | {
      readonly kind: "not-appended";
      readonly because: ApiErrorKind;
      /** The server's sentence, where it gave one. */
      readonly message: string;
      /** The place of the entry that was refused; null where none is named. */
      readonly refusedEntry: number | null;
    };

/** Appends, asking again with the same ids while the ledger does not answer: the same entry is never two. */
export async function appendWithRetry(
  request: EntriesRequest,
  services: Pick<RunnerServices, "append" | "clock">,
  waits: readonly number[],
): Promise<Appended> {
  for (let tries = 1; ; tries += 1) {
    try {
      return { kind: "appended", answer: await services.append(request), tries };
    } catch (error) {
      const because = error instanceof ApiError ? error.kind : "no-answer";
      const message = error instanceof ApiError ? error.message : "";
      const refusedEntry = error instanceof ApiError ? entryNamedBy(error.field) : null;
      const wait = waits[tries - 1];
      if (wait === undefined || !mayPass(because)) {
        return { kind: "not-appended", because, message, refusedEntry };
      }
      await sleep(services.clock, wait);
    }
  }
}

/** The place that a field like `entries[3].operation.undoes` names. */
function entryNamedBy(field: string | null): number | null {
  const place = /^entries\[(\d+)\]/.exec(field ?? "")?.[1];
  return place === undefined ? null : Number(place);
}

export interface AppendedEach<E> {
  /** What the ledger refused for what it says: sending it again would be refused again. */
  readonly refused: readonly E[];
  /** What could not be sent now: the ledger or the person's sign-in is missing. */
  readonly unsent: readonly E[];
  /** Why those are unsent; null where there are none. */
  readonly because: ApiErrorKind | null;
}

/**
 * Appends entries of which each may be refused. One that is does not keep the others away: they are sent again without
 * it, or, where it is not named, in halves until it is alone.
 */
export async function appendEach<E extends NewEntry>(
  entries: readonly E[],
  services: Pick<RunnerServices, "append" | "clock">,
  waits: readonly number[],
): Promise<AppendedEach<E>> {
  const all: AppendedEach<E> = { refused: [], unsent: [], because: null };
  if (entries.length === 0) return all;
  const appended = await appendWithRetry({ entries: [...entries], cards: [] }, services, waits);
  if (appended.kind === "appended") return all;
  if (!isAboutOneEntry(appended.because))
    return { ...all, unsent: entries, because: appended.because };
  const refused = entries.length === 1 ? entries[0] : entries[appended.refusedEntry ?? -1];
  if (refused !== undefined) {
    const others = entries.filter((entry) => entry !== refused);
    const rest = await appendEach(others, services, waits);
    return { ...rest, refused: [refused, ...rest.refused] };
  }
  const middle = Math.ceil(entries.length / 2);
  const first = await appendEach(entries.slice(0, middle), services, waits);
  const second = await appendEach(entries.slice(middle), services, waits);
  return {
    refused: [...first.refused, ...second.refused],
    unsent: [...first.unsent, ...second.unsent],
    because: first.because ?? second.because,
  };
}

/**
 * Splits entries into requests of about so many. What is said of the steps of an operation and of the whole stays in one
 * request: the ledger takes neither without the other once both are there.
 */
export function inGroups<E extends NewEntry>(
  entries: readonly E[],
  size: number,
): readonly (readonly E[])[] {
  const ofOperation = new Map<string, E[]>();
  for (const entry of entries) {
    const key = entry.kind === "carried-out" ? entry.operationId : entry.id;
    ofOperation.set(key, [...(ofOperation.get(key) ?? []), entry]);
  }
  const groups: E[][] = [];
  for (const together of ofOperation.values()) {
    const last = groups.at(-1);
    if (last === undefined || last.length >= size) groups.push([...together]);
    else last.push(...together);
  }
  return groups;
}

/** Whether one entry of a request may be the cause of its refusal. */
export function isAboutOneEntry(kind: ApiErrorKind): boolean {
  return kind === "invalid" || kind === "conflict" || kind === "too-large";
}
