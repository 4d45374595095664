"use client";

import { tabKey, type TabOwner } from "@/lib/services/tab-key";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy";
import type { GuestRow } from "@/lib/inventory/inventory";
import { keys } from "@/lib/queries/keys";
import { usePolicy } from "@/lib/queries/policy";
import { runPlan } from "@/lib/runner/run-plan";
import type { RunnerServices } from "@/lib/runner/runner-services";
import { useServices } from "@/lib/services/services";
import { useRunnerServices } from "@/lib/services/use-runner-services";
import { type Answer, byJustification, type Item, type QueuedAnswer, stateOf } from "./answer";
import { AnswerQueue, type QueueView } from "./answer-queue";
import { readGuests } from "./guest-facts";
import type { Inbox } from "./inbox";
import type { UnsentAnswer } from "@/lib/contract/unsent-answers";

/**
 * Answers that would be lost with the page: they are still there after a new sign-in or a reload, in the tab's own
 * storage, apart for each account.
 */
export class UnsentAnswers<I extends Item, Decision extends string> {
  #earlier: readonly UnsentAnswer<Decision>[];
  /** Those of this page, as they were last saved. */
  #unsent: readonly UnsentAnswer<Decision>[] = [];
  #saved: string;

  constructor(
    private readonly inbox: Pick<Inbox<I, Decision>, "unsent" | "groupOf">,
    private readonly owner: TabOwner,
  ) {
    this.#earlier = inbox.unsent.load(owner) ?? [];
    this.#saved = JSON.stringify(this.#earlier);
  }

  /** Those that an earlier page left behind, for the items among these that are still there. */
  earlier(items: readonly I[]): readonly Answer<I, Decision>[] {
    const byId = new Map(items.map((item) => [item.id, item]));
    return this.#earlier.flatMap(({ itemId, group, decision, justification }) => {
      const item = byId.get(itemId);
      if (item === undefined || this.inbox.groupOf(item) !== group) return [];
      return [{ item, decision, justification }];
    });
  }

  /** Drops what an earlier page left behind in this group: it was given again, or is not wanted any more. */
  discard(group: string): void {
    this.#earlier = this.#earlier.filter((answer) => answer.group !== group);
    this.#save([...this.#earlier, ...this.#unsent]);
  }

  /** Saves those of these answers that have not reached the ledger, and what an earlier page left behind. */
  save(answers: Iterable<QueuedAnswer<I, Decision>>): void {
    this.#unsent = [...answers].filter(isUnsent).map(({ item, decision, justification }) => ({
      group: this.inbox.groupOf(item),
      itemId: item.id,
      decision,
      justification,
    }));
    this.#save([...this.#earlier, ...this.#unsent]);
  }

  #save(unsent: readonly UnsentAnswer<Decision>[]): void {
    const text = JSON.stringify(unsent);
    if (text === this.#saved) return;
    this.#saved = text;
    if (unsent.length === 0) this.inbox.unsent.clear(this.owner);
    // Where the storage is full, closing the tab is still asked about while answers are on their way.
    else this.inbox.unsent.save(this.owner, unsent);
  }
}

function isUnsent({ state }: QueuedAnswer<Item, string>): boolean {
  return state === "waiting" || (typeof state === "object" && "stopped" in state);
}

interface OpenedQueue<I extends Item, Decision extends string> {
  readonly queue: AnswerQueue<I, Decision>;
  readonly unsent: UnsentAnswers<I, Decision>;
  /** By which the list judges guests. */
  policy: Policy;
}

function openQueue<I extends Item, Decision extends string>(
  inbox: Inbox<I, Decision>,
  services: RunnerServices,
  me: TabOwner,
): OpenedQueue<I, Decision> {
  const queue = new AnswerQueue<I, Decision>({
    plan: async (answers) => {
      const ids = answers.flatMap(({ item }) => inbox.guestIdOf(item) ?? []);
      // What the list cannot say is not known; that is no reason to send nothing.
      const guests = await readGuests(ids).catch((error: unknown) => {
        reportError(error);
        return new Map<string, GuestRow>();
      });
      const planning = { mintId: () => services.mintId(), guests, policy: its.policy };
      return byJustification(answers).map((some) => ({
        answers: some,
        plan: inbox.plan(some, planning),
      }));
    },
    async run(plan, onEvent) {
      const { results, stopped } = await runPlan(plan, services, {
        onEvent: (event) => {
          if (event.kind !== "unsaved") onEvent(event);
        },
      });
      for (const result of results) {
        const state = stateOf(result, { stopped });
        const { operationId } = result;
        if (state !== null) onEvent({ kind: "operation", operationId, state });
      }
    },
    shows: (item, { decision, justification }) =>
      inbox.decisionOf(item) === decision && inbox.justificationOf(item) === justification,
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
  const unsent = new UnsentAnswers(inbox, me);
  queue.subscribe(() => {
    unsent.save(queue.view().answers.values());
  });
  const its: OpenedQueue<I, Decision> = { queue, unsent, policy: DEFAULT_POLICY };
  return its;
}

/** Asks before the tab is closed while answers are on their way, and sends at once when the tab is hidden. */
function guard<I extends Item, Decision extends string>(queue: AnswerQueue<I, Decision>): void {
  const stay = (event: BeforeUnloadEvent) => {
    event.preventDefault();
  };
  let isGuarded = false;
  queue.subscribe(() => {
    const { busy } = queue.view();
    if (busy === isGuarded) return;
    isGuarded = busy;
    if (busy) window.addEventListener("beforeunload", stay);
    else window.removeEventListener("beforeunload", stay);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void queue.flush();
  });
}

/**
 * The hook of an inbox, with the answers of the signed-in person and how far they are. Each account of this tab has one
 * queue: it goes on when the page that fed it is left for another of the console.
 */
export function answerQueueHook<I extends Item, Decision extends string>(
  inbox: Inbox<I, Decision>,
): () => Pick<OpenedQueue<I, Decision>, "queue" | "unsent"> & {
  readonly view: QueueView<I, Decision>;
} {
  const opened = new Map<string, OpenedQueue<I, Decision>>();
  return function useAnswerQueue() {
    const services = useRunnerServices();
    const { me } = useServices();
    const client = useQueryClient();
    const policy = usePolicy().data?.policy ?? DEFAULT_POLICY;
    const its = opened.get(tabKey("answers", me)) ?? openQueue(inbox, services, me);
    opened.set(tabKey("answers", me), its);
    const { queue, unsent } = its;
    useEffect(() => {
      its.policy = policy;
    }, [its, policy]);
    const view = useSyncExternalStore(queue.subscribe, queue.view, queue.view);
    const isIdle = !view.busy;
    useEffect(() => {
      if (isIdle) void client.invalidateQueries({ queryKey: keys.histories(me) });
    }, [client, isIdle, me]);
    return { queue, unsent, view };
  };
}
