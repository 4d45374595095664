import type { UnsentAnswer } from "@/lib/contract/unsent-answers";
import type { Candidate, Plan } from "@/lib/domain/plan";
import type { Policy } from "@/lib/domain/policy";
import type { TabStorage } from "@/lib/services/tab-storage";
import type { Answer, Item } from "./answer";

/** One of the decisions that can be made about an item. */
export interface DecisionOption<Decision extends string> {
  readonly decision: Decision;
  /** On its button. */
  readonly verb: string;
  /** What an item is after it. */
  readonly word: string;
  readonly key: string;
  /** What the key does, for the list of keys. */
  readonly keyHelp: string;
  /** Access is lost by it: a bulk decision stands out. */
  readonly isDanger?: boolean;
}

/** What planning the answers needs. */
export interface AnswerPlanning {
  readonly mintId: () => string;
  /** The guests by id, as far as the list of guests has them. */
  readonly guests: ReadonlyMap<string, Candidate>;
  /** By which the list judges them. */
  readonly policy: Policy;
}

/** All that is particular to one kind of thing to be decided. */
export interface Inbox<I extends Item, Decision extends string> {
  /** In the order of their buttons. */
  readonly options: readonly DecisionOption<Decision>[];
  /** Where answers end up, within a sentence: "the review". */
  readonly place: string;
  /** As it was read; null while nobody has decided. */
  readonly decisionOf: (item: I) => Decision | null;
  /** As it was read; empty where none was given. */
  readonly justificationOf: (item: I) => string;
  /** What is advised; null where nothing is. */
  readonly recommendationOf: (item: I) => Decision | null;
  readonly nameOf: (item: I) => string;
  /** What is decided about, in a few words beside the name; null where there is nothing to say. */
  readonly detailOf: (item: I) => string | null;
  /** The guest whom it is about; null where it is nobody of the list of guests. */
  readonly guestIdOf: (item: I) => string | null;
  /** What it belongs to, for example one instance of a review: a page shows the answers of its own group. */
  readonly groupOf: (item: I) => string;
  /** Freezes answers with one justification into a plan, whose operations are in the order of the answers. */
  readonly plan: (answers: readonly Answer<I, Decision>[], planning: AnswerPlanning) => Plan;
  /** Where answers that were not sent outlive the page. */
  readonly unsent: TabStorage<readonly UnsentAnswer<Decision>[]>;
}

/** The option of a decision. */
export function optionOf<Decision extends string>(
  { options }: Pick<Inbox<never, Decision>, "options">,
  decision: Decision,
): DecisionOption<Decision> {
  const option = options.find((each) => each.decision === decision);
  if (option === undefined) throw new Error(`No option decides "${decision}"`);
  return option;
}
