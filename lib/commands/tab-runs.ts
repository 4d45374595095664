import { useSyncExternalStore } from "react";
import { isGuestOperation } from "@/lib/domain/operation";
import type { Plan } from "@/lib/domain/plan";
import type { RunSnapshot } from "@/lib/runner/run";

// Apart from pages and dialogs: a run goes on when they are gone, and must stay visible and stoppable. Without the runner,
// which only the dialog of a plan loads.

/** A run of this tab, whichever page began it. */
export interface TabRun {
  /** Who began it: another account of the same tab sees nothing of it. */
  readonly accountId: string;
  /** What its dialog is called. */
  readonly title: string;
  readonly danger: boolean;
  readonly plan: Plan;
  /** The plan of the history that it takes back; null of every other run. */
  readonly undoes: string | null;
  /** Its `result` is null while the run goes on. */
  readonly snapshot: RunSnapshot;
  /** Nothing more is sent. */
  readonly isStopping: boolean;
  /** A dialog shows it, the tray does, or it is over and nobody has to see it again. */
  readonly place: "dialog" | "tray" | "dismissed";
  /** Its end was shown in a dialog. */
  readonly isSeen: boolean;
}

let all: readonly TabRun[] = [];
const controllers = new Map<string, AbortController>();
const listeners = new Set<() => void>();

/** Adds a run that begins in a dialog. Runs whose end was seen make room for it. */
export function addTabRun(
  run: Pick<TabRun, "accountId" | "title" | "danger" | "plan" | "undoes" | "snapshot">,
  controller: AbortController,
): void {
  controllers.set(run.plan.id, controller);
  const rest = all.filter(({ snapshot, isSeen }) => snapshot.result === null || !isSeen);
  replaceAll([...rest, { ...run, isStopping: false, place: "dialog", isSeen: false }]);
}

/** Shows how far a run is. */
export function reportTabRun(planId: string, snapshot: RunSnapshot): void {
  if (snapshot.result !== null) controllers.delete(planId);
  change(planId, (run) => ({ ...run, snapshot }));
}

/** Sends nothing more; what was sent is still recorded. */
export function stopTabRun(planId: string): void {
  controllers.get(planId)?.abort();
  change(planId, (run) => ({ ...run, isStopping: true }));
}

/** How long a sign-out waits for what was being sent; what is not recorded by then stays in the outbox. */
const LAST_OUTCOMES_MILLISECONDS = 5_000;

/** Stops the runs of all accounts but these, and waits a little until what they had sent is recorded. */
export function stopRunsOfOthers(staying: readonly string[]): Promise<void> {
  const others = () =>
    all.filter(({ accountId, snapshot }) => !snapshot.result && !staying.includes(accountId));
  for (const { plan } of others()) stopTabRun(plan.id);
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stopListening();
      resolve();
    };
    const timer = setTimeout(end, LAST_OUTCOMES_MILLISECONDS);
    const stopListening = onTabRuns(() => {
      if (others().length === 0) end();
    });
    if (others().length === 0) end();
  });
}

/** A dialog shows the run now. */
export function showTabRun(planId: string): void {
  change(planId, (run) => ({ ...run, place: "dialog" }));
}

/** The dialog of the run is gone. What goes on, or can be undone, stays in the tray. */
export function leaveTabRun(planId: string): void {
  change(planId, (run) => {
    const isOver = run.snapshot.result !== null;
    const staysInTray = !isOver || isOfGuests(run.plan);
    return { ...run, place: staysInTray ? "tray" : "dismissed", isSeen: isOver };
  });
}

/** Nobody has to see this run again; one that goes on stays. */
export function dismissTabRun(planId: string): void {
  change(planId, (run) =>
    run.snapshot.result === null ? run : { ...run, place: "dismissed", isSeen: true },
  );
}

/** Gives up a run that ended by an error of the program: the history has what it recorded. */
export function dropTabRun(planId: string): void {
  controllers.delete(planId);
  replaceAll(all.filter(({ plan }) => plan.id !== planId));
}

/** The runs of this tab, the oldest first. */
export function useTabRuns(): readonly TabRun[] {
  return useSyncExternalStore(onTabRuns, tabRuns, () => NO_RUNS);
}

/** The runs of this tab at this moment. */
export function tabRuns(): readonly TabRun[] {
  return all;
}

/** Whether all operations of a plan are about guests. */
export function isOfGuests({ operations }: Pick<Plan, "operations">): boolean {
  return operations.every(({ operation }) => isGuestOperation(operation.kind));
}

const NO_RUNS: readonly TabRun[] = [];

function onTabRuns(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function change(planId: string, next: (run: TabRun) => TabRun): void {
  replaceAll(all.map((run) => (run.plan.id === planId ? next(run) : run)));
}

function replaceAll(next: readonly TabRun[]): void {
  all = next;
  const isRunning = all.some(({ snapshot }) => snapshot.result === null);
  if (isRunning) window.addEventListener("beforeunload", stay);
  else window.removeEventListener("beforeunload", stay);
  for (const listener of listeners) listener();
}

/** Asks for confirmation before the tab is left while something is being sent. */
function stay(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
