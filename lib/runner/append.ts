import type { Card, EntriesAnswer, EntriesRequest, NewEntry } from "@/lib/contract/entries";
import { ApiError, type ApiErrorKind, mayPass } from "@/lib/contract/api-error";
import type { RunnerServices } from "./runner-services";
import { sleep } from "@/lib/graph/clock";

/** Why the ledger did not take something. */
export interface NotTaken {
  readonly because: ApiErrorKind;
  /** The server's sentence, where it gave one. */
  readonly message: string;
}

export type Appended =
  | {
      readonly kind: "appended";
      readonly answer: EntriesAnswer;
      /** Number of tries. From the second one on, an entry that exists already may be our own. */
      readonly tries: number;
    }
  | (NotTaken & {
      readonly kind: "not-appended";
      /** The place of the entry that was refused; null where none is named. */
      readonly refusedEntry: number | null;
    });

/** Appends entries and retries with the same ids while the ledger does not answer, so none is written twice. */
export async function appendWithRetry(
  request: EntriesRequest,
  services: Pick<RunnerServices, "append" | "clock">,
  waits: readonly number[],
): Promise<Appended> {
  for (let tries = 1; ; tries += 1) {
    try {
      return { kind: "appended", answer: await services.append(request), tries };
    } catch (error) {
      const notTaken = notTakenBy(error);
      const wait = waits[tries - 1];
      if (wait === undefined || !mayPass(notTaken.because)) {
        const refusedEntry = error instanceof ApiError ? entryNamedBy(error.field) : null;
        return { kind: "not-appended", ...notTaken, refusedEntry };
      }
      await sleep(services.clock, wait);
    }
  }
}

/** Turns an error of our API into a reason; any other error means that no answer came. */
export function notTakenBy(error: unknown): NotTaken {
  return error instanceof ApiError
    ? { because: error.kind, message: error.message }
    : { because: "no-answer", message: "" };
}

/** The place that a field like `entries[3].operation.undoes` names. */
function entryNamedBy(field: string | null): number | null {
  const place = /^entries\[(\d+)\]/.exec(field ?? "")?.[1];
  return place === undefined ? null : Number(place);
}

export interface AppendedEach<E> {
  /** The entries that the ledger has, in the order of the input. */
  readonly appended: readonly AppendedEntry<E>[];
  /** Entries that the ledger refused because of their content; a retry would be refused too. */
  readonly refused: readonly { readonly entry: E; readonly why: NotTaken }[];
  /** Entries that could not be sent: the ledger does not answer, or the person is signed out. */
  readonly unsent: readonly E[];
  /** Why those are unsent; null where there are none. */
  readonly why: NotTaken | null;
}

interface AppendedEntry<E> {
  readonly entry: E;
  /** Whether the ledger had it before the last try. */
  readonly repeated: boolean;
  /** Number of tries. From the second one on, an entry that exists already may be our own. */
  readonly tries: number;
}

/**
 * Appends entries that may be refused one by one. The others are sent again without a refused one, or, where the server
 * does not name it, in smaller requests until it is alone.
 */
export async function appendEach<E extends NewEntry>(
  entries: readonly E[],
  services: Pick<RunnerServices, "append" | "clock">,
  waits: readonly number[],
  /** The cards of the people in these entries. */
  cardsOf: (entries: readonly E[]) => EntriesRequest["cards"] = () => [],
): Promise<AppendedEach<E>> {
  if (entries.length === 0) return { appended: [], refused: [], unsent: [], why: null };
  const request = { entries: [...entries], cards: cardsOf(entries) };
  const result = await appendWithRetry(request, services, waits);
  if (result.kind === "appended") {
    const { tries } = result;
    const repeated = new Set(
      result.answer.receipts.flatMap((each) => (each.repeated ? each.id : [])),
    );
    const appended = entries.map((entry) => ({ entry, repeated: repeated.has(entry.id), tries }));
    return { appended, refused: [], unsent: [], why: null };
  }
  const { because, message, refusedEntry } = result;
  const why: NotTaken = { because, message };
  if (!isAboutOneEntry(because)) return { appended: [], refused: [], unsent: entries, why };
  const entry = entries.length === 1 ? entries[0] : entries[refusedEntry ?? -1];
  if (entry !== undefined) {
    const others = entries.filter((other) => other !== entry);
    const rest = await appendEach(others, services, waits, cardsOf);
    return { ...rest, refused: [{ entry, why }, ...rest.refused] };
  }
  const groups = inGroups(entries, Math.ceil(entries.length / 2));
  const smaller = groups.length > 1 ? groups : entries.map((each) => [each]);
  const parts: AppendedEach<E>[] = [];
  for (const part of smaller) parts.push(await appendEach(part, services, waits, cardsOf));
  return {
    appended: parts.flatMap((part) => part.appended),
    refused: parts.flatMap((part) => part.refused),
    unsent: parts.flatMap((part) => part.unsent),
    why: parts.find((part) => part.why !== null)?.why ?? null,
  };
}

/**
 * Splits entries into requests of about `size`. The outcomes of an operation's steps and of the whole stay in one
 * request, since the ledger takes neither without the other.
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
function isAboutOneEntry(kind: ApiErrorKind): boolean {
  return kind === "invalid" || kind === "conflict" || kind === "too-large";
}

interface Named {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string | null;
}

/** Names and mails of guests, one card each, apart from what is recorded about them. */
export function cardsFor(guests: readonly (Named | null)[]): Card[] {
  const cards = new Map<string, Card>();
  for (const guest of guests) {
    // An empty card would tell nothing, and could overwrite a full one.
    if (guest === null || (guest.displayName === "" && guest.mail === null)) continue;
    const mail = guest.mail === null ? null : guest.mail.slice(0, 320);
    const displayName = guest.displayName.slice(0, 2_048);
    cards.set(guest.id, { subjectId: guest.id, displayName, mail });
  }
  return [...cards.values()];
}
