import type { Outcome } from "@/lib/domain/outcome";
import type { Plan } from "@/lib/domain/plan";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import { AnswerQueue, type QueueEvent, type QueueServices } from "../answer-queue";
import { type Bike, bikeInbox, type BikeDecision, someBike } from "./bikes";

export const DONE: Outcome = {
  result: "done",
  evidence: "reported",
  detail: null,
  requestId: null,
};
export const REFUSED: Outcome = { ...DONE, result: "refused", detail: "The shop has closed." };

interface Running {
  readonly plan: Plan;
  /** Each operation in words. */
  readonly labels: readonly string[];
  readonly tell: (event: QueueEvent) => void;
  readonly end: () => void;
  readonly fail: () => void;
}

/** A queue of answers about bikes, whose time and whose runs are in the test's hands. */
export function queueFixture() {
  const timers = new Set<{ readonly at: number; readonly work: () => void }>();
  const runs: Running[] = [];
  const reported: unknown[] = [];
  const inbox = bikeInbox();
  let now = 0;
  let minted = 0;
  let planless = false;
  const services: QueueServices<Bike, BikeDecision> = {
    plan: async (answers) => {
      await Promise.resolve();
      if (planless) throw new Error("no plan");
      const mintId = () => `operation-${String((minted += 1))}`;
      const plan = inbox.plan(answers, { mintId, guests: new Map(), policy: DEFAULT_POLICY });
      return [{ answers, plan }];
    },
    run: (plan, tell) =>
      new Promise((resolve, reject) => {
        const labels = plan.operations.map(({ label }) => label);
        const fail = () => {
          reject(new Error("broken"));
        };
        runs.push({ plan, labels, tell, end: resolve, fail });
      }),
    shows: (bike, answer) =>
      bike.decision === answer.decision && bike.note === answer.justification,
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
  const give = (owner: string, decision: BikeDecision, justification = "") => {
    queue.give({ item: someBike(owner), decision, justification });
  };
  const stateOf = (owner: string) => queue.view().answers.get(`bike-${owner}`)?.state;
  const refusePlans = () => {
    planless = true;
  };
  return { inbox, queue, runs, reported, pass, give, stateOf, refusePlans };
}

/** The promises that need no timer have resolved. */
export const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));

/** The id of the operation in that place of a run. */
export const operationOf = (run: Running | undefined, index: number) =>
  run?.plan.operations[index]?.operation.id ?? "";
