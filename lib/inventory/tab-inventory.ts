import { proxy, type Remote, wrap } from "comlink";
import type { Instant } from "@/lib/domain/time";
import type { GetToken } from "@/lib/graph/graph-middleware";
import type { Inventory } from "./inventory";
import { IDLE, type Report } from "./progress-report";
import type { WorkerInventory } from "./worker-inventory";

export interface InventoryServices {
  readonly graphRoot: string;
  /** Throws where a person is needed; the reading then reports a failure of kind "needs-consent". */
  readonly getToken: GetToken;
  /** What time it is by the server's clock. */
  readonly now: () => Instant;
}

const NOTHING: Report = { progress: IDLE, version: 0 };

let remote: Remote<WorkerInventory> | null = null;
let openedAt: string | null = null;
let tokenSource: GetToken = () => Promise.reject(new Error("The inventory is not open yet."));
let report = NOTHING;
const listeners = new Set<() => void>();

/** Opens the tab's one inventory; opened again with the same root, only the source of tokens and the time are set. */
export function openInventory({ graphRoot, getToken, now }: InventoryServices): Inventory {
  tokenSource = getToken;
  const opened = worker();
  if (openedAt !== graphRoot) {
    openedAt = graphRoot;
    const getCurrentToken: GetToken = (scopes, claims) =>
      claims === undefined ? tokenSource(scopes) : tokenSource(scopes, claims);
    void opened.open(graphRoot, proxy(getCurrentToken), proxy(take), now());
  } else void opened.setClock(now());
  return opened;
}

/** The tab's inventory, which `openInventory` must have opened before anything is asked of it. */
export function inventory(): Inventory {
  return worker();
}

/** The latest that the worker reported. */
export function latestReport(): Report {
  return report;
}

/** What a page that is rendered on the server shows. */
export function firstReport(): Report {
  return NOTHING;
}

export function onReport(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function take(next: Report): void {
  report = next;
  for (const listener of listeners) listener();
}

function worker(): Remote<WorkerInventory> {
  remote ??= wrap<WorkerInventory>(begun());
  return remote;
}

/** A worker that cannot be loaded answers nothing, so the page has to be told by us. */
function begun(): Worker {
  const thread = new Worker(new URL("./guests.worker.ts", import.meta.url), {
    type: "module",
    name: "guests",
  });
  thread.addEventListener("error", ({ message }) => {
    const failure = { kind: "unavailable", message: `The worker failed: ${message}` } as const;
    take({
      ...report,
      progress: { ...report.progress, phase: "failed", complete: false, failure },
    });
  });
  return thread;
}
