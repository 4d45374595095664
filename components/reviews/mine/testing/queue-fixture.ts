import { oneRequest, type Plan } from "@/lib/domain/plan";
import type { Outcome } from "@/lib/domain/outcome";
import type { Answer, Verdict } from "../answer";
import { AnswerQueue, type QueueServices, type QueueEvent } from "../answer-queue";
import { someItem } from "./some-item";

export const DONE: Outcome = {
  result: "done",
  evidence: "reported",
  detail: null,
  requestId: null,
};
export const REFUSED: Outcome = { ...DONE, result: "refused", detail: "The review has ended." };

interface Running {
  readonly plan: Plan;
  readonly said: readonly string[];
  readonly tell: (event: QueueEvent) => void;
  readonly end: () => void;
  readonly fail: () => void;
}

/** A queue whose time and whose runs are in the test's hands. */
export function queueFixture() {
  const timers = new Set<{ readonly at: number; readonly work: () => void }>();
  const runs: Running[] = [];
  const reported: unknown[] = [];
  let now = 0;
  let minted = 0;
  let planless = false;
  const said = ({ item, verdict }: Answer) => `${String(item.principal.displayName)} ${verdict}`;
  const services: QueueServices = {
    plan: async (answers) => {
      await Promise.resolve();
      const ids = answers.map(() => `operation-${String((minted += 1))}`);
      if (planless) throw new Error("no plan");
      return [{ answers, plan: planFor(ids, answers.map(said)) }];
    },
    run: (plan, tell) =>
      new Promise((resolve, reject) => {
        const words = plan.operations.map(({ label }) => label);
        const fail = () => {
          reject(new Error("broken"));
        };
        runs.push({ plan, said: words, tell, end: resolve, fail });
      }),
    later(work, milliseconds) {
      const timer = { at: now + milliseconds, work };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    now: () => now,
    report: (error) => reported.push(error),
  };
  const queue = new AnswerQueue(services);
  const pass = async (milliseconds: number) => {
    now += milliseconds;
    for (const timer of timers) {
      if (timer.at > now) continue;
      timers.delete(timer);
      timer.work();
    }
    await nextTask();
  };
  const give = (name: string, verdict: Verdict, justification = "") => {
    queue.give({ item: someItem(name), verdict, justification });
  };
  const stateOf = (name: string) => queue.view().answers.get(`item-${name}`)?.state;
  const refusePlans = () => {
    planless = true;
  };
  return { queue, runs, reported, pass, give, stateOf, refusePlans };
}

/** The promises that need no timer have resolved. */
export const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));

function planFor(ids: readonly string[], labels: readonly string[]): Plan {
  return {
    id: "plan",
    reason: "reason",
    operations: ids.map((id, index) => ({
      label: labels[index] ?? "",
      guest: null,
      operation: oneRequest(
        {
          id,
          planId: "plan",
          kind: "answer-item",
          subject: { type: "review", id: "review" },
          guestId: null,
          reason: "reason",
        },
        { method: "PATCH", path: "/", body: {} },
      ),
    })),
    skipped: [],
  };
}

/** The id of the operation in that place of a run. */
export const operationOf = (run: Running | undefined, index: number) =>
  run?.plan.operations[index]?.operation.id ?? "";
