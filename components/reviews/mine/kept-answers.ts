import type { ReviewItem } from "@/lib/domain/reviews/review";
import { type Answer, type GivenAnswer, VERDICTS, type Verdict } from "./answer";

const KEY = "guestlist.answers";

/** An answer that has not reached the ledger, as the tab keeps it: ids and what was said, no name and no mail. */
export interface KeptAnswer {
  readonly instanceId: string;
  readonly itemId: string;
  readonly verdict: Verdict;
  readonly justification: string;
}

type TabStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * Answers that would be lost with the page: they are still there after a new sign-in or a reload.
 * They are kept in the tab's own storage, apart for each person.
 */
export class KeptAnswers {
  readonly #key: string;
  #left: readonly KeptAnswer[];
  #text: string | null;

  constructor(
    private readonly storage: TabStorage,
    owner: { readonly tenantId: string; readonly userId: string },
  ) {
    this.#key = `${KEY}.${owner.tenantId}.${owner.userId}`;
    this.#text = storage.getItem(this.#key);
    this.#left = parseKept(this.#text);
  }

  /** Those that an earlier page left behind. */
  left(): readonly KeptAnswer[] {
    return this.#left;
  }

  /** They were given again, or are not wanted any more. */
  forget(instanceId: string): void {
    this.#left = this.#left.filter((kept) => kept.instanceId !== instanceId);
    this.#save(this.#left);
  }

  /** Keeps those of these answers that have not reached the ledger. */
  keep(answers: Iterable<GivenAnswer>): void {
    const unsent = [...answers].filter(isUnsent).map(({ item, verdict, justification }) => ({
      instanceId: item.instanceId,
      itemId: item.id,
      verdict,
      justification,
    }));
    this.#save([...this.#left, ...unsent]);
  }

  #save(kept: readonly KeptAnswer[]): void {
    const text = kept.length === 0 ? null : JSON.stringify(kept);
    if (text === this.#text) return;
    this.#text = text;
    try {
      if (text === null) this.storage.removeItem(this.#key);
      else this.storage.setItem(this.#key, text);
    } catch {
      // A full storage: closing the tab is asked about all the same while answers are on their way.
    }
  }
}

function isUnsent({ state }: GivenAnswer): boolean {
  return state === "waiting" || (typeof state === "object" && "stopped" in state);
}

/** The answers that were kept, for those of these items that are there. */
export function answersFor(
  kept: readonly KeptAnswer[],
  items: readonly ReviewItem[],
): readonly Answer[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return kept.flatMap(({ itemId, instanceId, verdict, justification }) => {
    const item = byId.get(itemId);
    return item?.instanceId === instanceId ? [{ item, verdict, justification }] : [];
  });
}

/** What was kept, as far as it is what we write. */
export function parseKept(text: string | null): readonly KeptAnswer[] {
  if (text === null) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isKept) : [];
  } catch {
    // Not ours or cut off: there is nothing to take up again.
    return [];
  }
}

function isKept(value: unknown): value is KeptAnswer {
  if (typeof value !== "object" || value === null) return false;
  const { instanceId, itemId, verdict, justification } = value as Record<string, unknown>;
  return (
    typeof instanceId === "string" &&
    typeof itemId === "string" &&
    typeof justification === "string" &&
    VERDICTS.some((known) => known === verdict)
  );
}
