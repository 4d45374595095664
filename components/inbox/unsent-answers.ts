import type { UnsentAnswer } from "@/lib/contract/unsent-answers";
import type { TabOwner } from "@/lib/services/tab-key";
import type { Answer, Item, QueuedAnswer } from "./answer";
import type { Inbox } from "./inbox";

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
