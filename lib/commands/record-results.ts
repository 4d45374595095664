import { REASON_MAX } from "@/lib/domain/operation";
import type { Card } from "@/lib/contract/entries";
import { RESULTS_AT_ONCE, type ReviewResult } from "@/lib/domain/reviews/result";
import type { ApiErrorKind } from "@/lib/contract/api-error";
import { appendWithRetry } from "@/lib/runner/append";
import type { RunnerServices } from "@/lib/runner/runner-services";
import { idOfContent } from "./id-of-content";

const WAITS = [500, 1_000, 2_000, 4_000];

export interface RecordedResults {
  /** Written now. */
  readonly recorded: number;
  /** In the ledger already, word for word, from the same person. */
  readonly repeated: number;
  /** Why it ended early. Copying again writes the rest. */
  readonly stopped: ApiErrorKind | "asked" | null;
}

export interface RecordOptions {
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Copies what a review has decided into the ledger. A result has the same id whenever the same person copies it, so
 * copying twice, or again after a failure, writes nothing twice.
 */
export async function recordResults(
  results: readonly ReviewResult[],
  cards: readonly Card[],
  services: Pick<RunnerServices, "append" | "clock" | "me">,
  { onProgress, signal }: RecordOptions = {},
): Promise<RecordedResults> {
  const cardOf = new Map(cards.map((card) => [card.subjectId, card]));
  const entries = await entriesFor(results, services.me.userId);
  let repeated = 0;
  let done = 0;
  while (done < entries.length) {
    if (signal?.aborted === true) return { recorded: done - repeated, repeated, stopped: "asked" };
    const chunk = entries.slice(done, done + RESULTS_AT_ONCE);
    const guests = new Set(chunk.map(({ result }) => result.guestId));
    const named = [...guests].flatMap((id) => cardOf.get(id) ?? []);
    const appended = await appendWithRetry({ entries: chunk, cards: named }, services, WAITS);
    if (appended.kind === "not-appended") {
      return { recorded: done - repeated, repeated, stopped: appended.because };
    }
    done += chunk.length;
    repeated += appended.answer.receipts.filter((receipt) => receipt.repeated).length;
    onProgress?.(done, entries.length);
  }
  return { recorded: done - repeated, repeated, stopped: null };
}

async function entriesFor(results: readonly ReviewResult[], actorId: string) {
  const entryFor = async (original: ReviewResult) => {
    const result = fit(original);
    const id = await idOfContent([actorId, result]);
    return { id, kind: "review-result" as const, result };
  };
  const entries = new Map<string, Awaited<ReturnType<typeof entryFor>>>();
  // A chunk at a time, so that ten thousand do not keep the page busy.
  for (let start = 0; start < results.length; start += RESULTS_AT_ONCE) {
    const some = await Promise.all(results.slice(start, start + RESULTS_AT_ONCE).map(entryFor));
    for (const entry of some) entries.set(entry.id, entry);
  }
  return [...entries.values()];
}

/** The ledger's limit for free text from Entra. */
function fit(result: ReviewResult): ReviewResult {
  const { resourceName, justification } = result;
  return {
    ...result,
    resourceName: resourceName?.slice(0, 256) ?? null,
    justification: justification?.slice(0, REASON_MAX) ?? null,
  };
}
