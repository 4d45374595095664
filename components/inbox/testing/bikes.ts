import type { UnsentAnswer } from "@/lib/contract/unsent-answers";
import { oneRequest } from "@/lib/domain/plan";
import type { TabStorage } from "@/lib/services/tab-storage";
import type { Item } from "../answer";
import type { Inbox } from "../inbox";

/** Something to be decided that no product knows: the kit must not need more. */
export interface Bike extends Item {
  readonly id: string;
  readonly owner: string;
  readonly shop: string;
  readonly decision: BikeDecision | null;
  readonly note: string;
}

export type BikeDecision = "repair" | "scrap";

/** An undecided bike of that owner, with whatever is special about it. */
export function someBike(owner: string, special: Partial<Bike> = {}): Bike {
  return { id: `bike-${owner}`, owner, shop: "harbor", decision: null, note: "", ...special };
}

type Unsent = readonly UnsentAnswer<BikeDecision>[];

interface MemoryStorage extends TabStorage<Unsent> {
  readonly saved: ReadonlyMap<string, Unsent>;
  /** How often something was to be saved. */
  saves: number;
  hasRoom: boolean;
}

/** Holds what it is given, as a tab would, for each account. */
export function memoryStorage(): MemoryStorage {
  const saved = new Map<string, Unsent>();
  const storage: MemoryStorage = {
    saved,
    saves: 0,
    hasRoom: true,
    save: ({ homeAccountId }, answers) => {
      storage.saves += 1;
      if (storage.hasRoom) saved.set(homeAccountId, answers);
      return storage.hasRoom;
    },
    load: ({ homeAccountId }) => saved.get(homeAccountId) ?? null,
    clear: ({ homeAccountId }) => {
      saved.delete(homeAccountId);
    },
  };
  return storage;
}

/** An inbox of bikes that need a decision. */
export function bikeInbox(unsent = memoryStorage()): Inbox<Bike, BikeDecision> {
  return {
    options: [
      {
        decision: "repair",
        verb: "Repair",
        word: "Repaired",
        key: "R",
        keyHelp: "Repair the bike",
      },
      {
        decision: "scrap",
        verb: "Scrap",
        word: "Scrapped",
        key: "S",
        keyHelp: "Scrap the bike",
        isDanger: true,
      },
    ],
    place: "the workshop",
    decisionOf: ({ decision }) => decision,
    justificationOf: ({ note }) => note,
    recommendationOf: () => null,
    nameOf: ({ owner }) => owner,
    detailOf: ({ shop }) => shop,
    guestIdOf: () => null,
    groupOf: ({ shop }) => shop,
    plan: (answers, { mintId }) => ({
      id: "plan",
      reason: answers[0]?.justification ?? "",
      operations: answers.map(({ item, decision }) => ({
        label: `${item.owner} ${decision}`,
        guest: null,
        operation: oneRequest(
          {
            id: mintId(),
            planId: "plan",
            kind: "answer-item",
            subject: { type: "review", id: item.shop },
            guestId: null,
            reason: "reason",
          },
          { method: "PATCH", path: `/${item.id}`, body: { decision } },
        ),
      })),
      skipped: [],
    }),
    unsent,
  };
}
