import type { ReviewInstance } from "@/lib/domain/reviews/review";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import { GraphError, type GraphErrorKind } from "@/lib/graph/graph-error";
import { ApiError, type ApiErrorKind } from "@/lib/contract/api-error";
import { cardsFor } from "@/lib/runner/append";
import type { RunnerServices } from "@/lib/runner/runner-services";
import { sleep } from "@/lib/graph/clock";
import { recordResults } from "./record-results";

/** Wait between two instances, so that other requests of the page are served too. */
const BETWEEN_MILLISECONDS = 200;

/** What an instance has decided, compared with the directory, and who the guests are. */
export interface GatheredResults {
  readonly results: readonly ReviewResult[];
  readonly guests: Parameters<typeof cardsFor>[0];
}

/** Why an instance is not, or not all of it, in the history. */
export type NotRecordedReason =
  | { readonly from: "graph"; readonly kind: GraphErrorKind }
  | { readonly from: "history"; readonly kind: ApiErrorKind }
  /** Its decisions could not be read to the end. */
  | { readonly from: "incomplete" }
  | { readonly from: "page"; readonly message: string };

export interface NotRecorded<Instance> {
  readonly instance: Instance;
  readonly because: NotRecordedReason;
}

/** The progress, and at the end the result. */
export interface RecordingOfMany<Instance> {
  readonly of: number;
  /** Instances of which every result is in the history now. */
  readonly recorded: number;
  /** Results that were written now. */
  readonly results: number;
  readonly notRecorded: readonly NotRecorded<Instance>[];
  /** The instance that is being copied; null before the first and after the last. */
  readonly at: Instance | null;
  /** Set at the end: every instance was tried, somebody stopped it, or the rest would have failed too. */
  readonly ended: "all-tried" | "asked" | "no-use" | null;
}

export interface ServicesForMany<Instance> extends Pick<RunnerServices, "append" | "clock" | "me"> {
  /** Reads what an instance has decided; null where its decisions could not be read to the end. */
  readonly gather: (instance: Instance, signal: AbortSignal) => Promise<GatheredResults | null>;
  /** The items of it that are in the history at this moment. */
  readonly recordedItems: (instance: Instance, signal: AbortSignal) => Promise<ReadonlySet<string>>;
}

/**
 * Copies what these instances have decided into the ledger, one after the other. An item that is there already is left
 * out, by anybody; an instance that fails is named with the reason, and the next one is tried.
 */
export async function recordResultsOfMany<Instance extends Pick<ReviewInstance, "id">>(
  instances: readonly Instance[],
  services: ServicesForMany<Instance>,
  signal: AbortSignal,
  onProgress: (far: RecordingOfMany<Instance>) => void = () => undefined,
): Promise<RecordingOfMany<Instance>> {
  let far: RecordingOfMany<Instance> = {
    ...{ of: instances.length, recorded: 0, results: 0, notRecorded: [], at: null, ended: null },
  };
  for (const instance of instances) {
    if (signal.aborted) return { ...far, ended: "asked" };
    far = { ...far, at: instance };
    onProgress(far);
    const { written, because } = await recordOne(instance, services, signal);
    far = { ...far, at: null, results: far.results + written };
    if (because === "asked") return { ...far, ended: "asked" };
    if (because === null) far = { ...far, recorded: far.recorded + 1 };
    else far = { ...far, notRecorded: [...far.notRecorded, { instance, because }] };
    onProgress(far);
    if (because !== null && isOfNoUse(because)) return { ...far, ended: "no-use" };
    await sleep(services.clock, BETWEEN_MILLISECONDS, signal);
  }
  return { ...far, ended: "all-tried" };
}

interface One {
  readonly written: number;
  /** Null: every result of it is in the ledger. */
  readonly because: NotRecordedReason | "asked" | null;
}

async function recordOne<Instance>(
  instance: Instance,
  services: ServicesForMany<Instance>,
  signal: AbortSignal,
): Promise<One> {
  try {
    const gathered = await services.gather(instance, signal);
    if (gathered === null) return { written: 0, because: { from: "incomplete" } };
    // Looked up last, so that nothing is written twice if somebody records at the same time.
    const there = await services.recordedItems(instance, signal);
    const missing = gathered.results.filter(({ itemId }) => !there.has(itemId));
    const cards = cardsFor(gathered.guests);
    const { recorded, stopped } = await recordResults(missing, cards, services, { signal });
    if (stopped === null || stopped === "asked") return { written: recorded, because: stopped };
    return { written: recorded, because: { from: "history", kind: stopped } };
  } catch (error) {
    return { written: 0, because: signal.aborted ? "asked" : reasonOf(error) };
  }
}

function reasonOf(error: unknown): NotRecordedReason {
  if (error instanceof GraphError) return { from: "graph", kind: error.kind };
  if (error instanceof ApiError) return { from: "history", kind: error.kind };
  return { from: "page", message: error instanceof Error ? error.message : String(error) };
}

/** Whether every other instance would fail too until a person does something about it. */
function isOfNoUse(because: NotRecordedReason): boolean {
  switch (because.from) {
    case "graph":
      return ["signed-out", "needs-consent", "licence-missing"].includes(because.kind);
    case "history":
      return ["sign-in-needed", "unauthenticated", "forbidden"].includes(because.kind);
    case "incomplete":
    case "page":
      return false;
  }
}
