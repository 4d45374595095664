import type { Instant } from "@/lib/domain/time";
import { GraphError } from "@/lib/graph/graph-error";
import type { Gate } from "./gate";
import type { GuestStore } from "./guest-store";
import type { GuestReader } from "./guest-reader";
import type { Progress } from "./inventory";
import type { ProgressReport } from "./progress-report";

/** What one reading works with. */
export interface Desk {
  readonly reader: GuestReader;
  readonly list: GuestStore;
  readonly report: ProgressReport;
  readonly gate: Gate;
  readonly now: () => Instant;
  readonly signal: AbortSignal;
}

/** Reads everybody, then when they signed in; what went wrong is reported, never thrown. */
export async function readEverybody(desk: Desk): Promise<void> {
  const { report, list, now, signal } = desk;
  report.set({ phase: "directory", startedAt: now() });
  try {
    await readDirectory(desk);
  } catch (cause) {
    if (!signal.aborted)
      report.set({ phase: "failed", failure: failureOf(cause), finishedAt: now() });
    return;
  }
  await desk.gate.passed();
  if (signal.aborted) return;
  await readActivity(desk);
  await desk.gate.passed();
  if (isOver(signal)) return;
  report.set({ phase: "complete", read: list.size, waitingUntil: null, finishedAt: now() });
}

async function readDirectory(desk: Desk): Promise<void> {
  const { reader, list, report, signal } = desk;
  // The count is asked for beside the first page, so that nobody waits for it; a list that was never counted is
  // shown, but does not count as complete.
  const counted = reader.count(signal).then(
    (expected) => {
      if (!signal.aborted) report.set({ expected: expected.guest + expected.member });
      return expected;
    },
    (cause: unknown) => {
      if (!signal.aborted) report.set({ failure: failureOf(cause) });
      return null;
    },
  );
  await eachPage(desk, reader.guests(signal), (page) => {
    list.add(page);
    return list.size;
  });
  const expected = await counted;
  signal.throwIfAborted();
  report.set({ complete: expected !== null && list.hasAll(expected) });
}

async function readActivity(desk: Desk): Promise<void> {
  const { reader, list, report, signal } = desk;
  const expected = report.progress.expected;
  report.set({ phase: "sign-ins", signIns: "reading", read: 0, expected: list.size, perSecond: 0 });
  let read = 0;
  try {
    await eachPage(desk, reader.signIns(signal), (page) => {
      list.see(page);
      read += page.length;
      return Math.min(read, list.size);
    });
    report.set({ signIns: "read", expected });
  } catch (cause) {
    if (signal.aborted) return;
    list.giveUpSignIns();
    report.set({ signIns: "unreadable", expected, ...unreadableBecause(cause) });
  }
}

async function eachPage<T>(
  { report, gate, signal, now }: Desk,
  pages: AsyncIterable<readonly T[]>,
  take: (page: readonly T[]) => number,
): Promise<void> {
  const begun = now();
  for await (const page of pages) {
    signal.throwIfAborted();
    const read = take(page);
    const seconds = Math.max(0.001, (now() - begun) / 1_000);
    report.set({ read, perSecond: Math.round(read / seconds), waitingUntil: null });
    await questionsFirst();
    await gate.passed();
    signal.throwIfAborted();
  }
}

/** Lets the questions that came in meanwhile be answered before the next page is parsed. */
function questionsFirst(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** A signal may be aborted during any wait, which narrowing does not know. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}

type Unreadable = Pick<Progress, "signInsUnreadableBecause" | "failure">;

/** Missing consent is told as a failure too, since a person can do something about it. */
function unreadableBecause(cause: unknown): Unreadable {
  const failure = failureOf(cause);
  switch (failure.kind) {
    case "licence-missing":
      return { signInsUnreadableBecause: "licence-missing", failure: null };
    case "forbidden":
      return { signInsUnreadableBecause: "forbidden", failure: null };
    case "needs-consent":
      return { signInsUnreadableBecause: "forbidden", failure };
    default:
      return { signInsUnreadableBecause: "failed", failure };
  }
}

/** Errors lose their class between threads, so the page is given plain words. */
function failureOf(cause: unknown): NonNullable<Progress["failure"]> {
  if (cause instanceof GraphError) return { kind: cause.kind, message: cause.message };
  return { kind: "malformed", message: cause instanceof Error ? cause.message : String(cause) };
}
