"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import type { RunnerServices } from "@/lib/runner/runner-services";
import { runPlan } from "@/lib/runner/run-plan";
import { useRunnerServices } from "@/lib/services/use-runner-services";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy";
import type { GuestRow } from "@/lib/inventory/inventory";
import { inventory } from "@/lib/inventory/use-inventory";
import { useServices } from "@/lib/services/services";
import { keys } from "@/lib/queries/keys";
import { usePolicy } from "@/lib/queries/policy";
import { type Answer, stateOf } from "./answer";
import { AnswerQueue, type QueueView } from "./answer-queue";
import { KeptAnswers } from "./kept-answers";
import { planByJustification } from "./plan-answers";

interface Opened {
  readonly queue: AnswerQueue;
  readonly kept: KeptAnswers;
  /** By which the list judges guests. */
  policy: Policy;
}

/** One queue for each person of this tab: it goes on when the page that fed it is left for another of the console. */
const opened = new Map<string, Opened>();

/** The guests of these answers as the tab's list has them; what it cannot say is not known. */
async function guestsOf(answers: readonly Answer[]): Promise<ReadonlyMap<string, GuestRow>> {
  try {
    const rows = await inventory().rows(answers.map(({ item }) => item.principal.id));
    return new Map(rows.map((row) => [row.guest.id, row]));
  } catch (error) {
    reportError(error);
    return new Map();
  }
}

function openQueue(services: RunnerServices): Opened {
  const queue = new AnswerQueue({
    plan: async (answers) => {
      const guests = await guestsOf(answers);
      return planByJustification(answers, {
        mintId: () => services.mintId(),
        guests,
        policy: it.policy,
      });
    },
    async run(plan, onEvent) {
      const { results, stopped } = await runPlan(plan, services, {
        onEvent: (event) => {
          if (event.kind === "operation") {
            onEvent({ kind: "operation", operationId: event.operationId, state: event.state });
          } else if (event.kind === "waiting") {
            onEvent(event);
          }
        },
      });
      for (const each of results) {
        const state = stateOf(each, { stopped });
        const { operationId } = each;
        if (state !== null) onEvent({ kind: "operation", operationId, state });
      }
    },
    later(work, milliseconds) {
      const timer = setTimeout(work, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
    // Compared with when the list was read, which the cache says by the computer's own clock.
    now: () => Date.now(),
    report: reportError,
  });
  guard(queue);
  const kept = new KeptAnswers(window.sessionStorage, services.me);
  queue.subscribe(() => {
    kept.keep(queue.view().answers.values());
  });
  const it: Opened = { queue, kept, policy: DEFAULT_POLICY };
  return it;
}

/** Asks before the tab is closed while answers are on their way, and hurries when it is put aside. */
function guard(queue: AnswerQueue): void {
  const stay = (event: BeforeUnloadEvent) => {
    event.preventDefault();
  };
  let guarded = false;
  queue.subscribe(() => {
    const wanted = queue.view().busy;
    if (wanted === guarded) return;
    guarded = wanted;
    if (wanted) window.addEventListener("beforeunload", stay);
    else window.removeEventListener("beforeunload", stay);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void queue.flush();
  });
}

/** The answers of the signed-in person on their way, and how far they are. */
export function useAnswerQueue(): Omit<Opened, "policy"> & { readonly view: QueueView } {
  const services = useRunnerServices();
  const { me } = useServices();
  const client = useQueryClient();
  const policy = usePolicy().data?.policy ?? DEFAULT_POLICY;
  const it = opened.get(me.homeAccountId) ?? openQueue(services);
  opened.set(me.homeAccountId, it);
  const { queue } = it;
  useEffect(() => {
    it.policy = policy;
  }, [it, policy]);
  const view = useSyncExternalStore(queue.subscribe, queue.view, queue.view);
  const isIdle = !view.busy;
  useEffect(() => {
    if (isIdle) void client.invalidateQueries({ queryKey: keys.histories(me) });
  }, [client, isIdle, me]);
  return { queue, kept: it.kept, view };
}
