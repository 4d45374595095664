import { numberText } from "../number-text";
import type { Instant } from "../time";
import { deciderOf } from "./result";
import type { ItemDecision, ReviewItem, ReviewPerson, ReviewSettings } from "./review";

export interface ItemTally {
  readonly total: number;
  /** A reviewer has decided: Don't know is a decision too. */
  readonly decided: number;
  readonly approved: number;
  readonly denied: number;
  readonly dontKnow: number;
  readonly undecided: number;
  /** Decided after the end, because nobody had. */
  readonly byDefault: number;
}

/** How many items stand how, all decisions counted, the default's apart from people's. */
export function tallyOf(items: readonly ReviewItem[]): ItemTally {
  const tally = { approved: 0, denied: 0, dontKnow: 0, undecided: 0, byDefault: 0 };
  for (const item of items) {
    if (item.decision === "Approve") tally.approved += 1;
    else if (item.decision === "Deny") tally.denied += 1;
    else if (item.decision === "DontKnow") tally.dontKnow += 1;
    else tally.undecided += 1;
    if (isByDefault(item)) tally.byDefault += 1;
  }
  const total = items.length;
  return { total, decided: total - tally.undecided - tally.byDefault, ...tally };
}

/** How far reviewers are, and what was decided where nobody answered, in a sentence or two. */
export function tallySentence(items: readonly ReviewItem[]): string {
  const byPeople = tallyOf(items.filter((item) => !isByDefault(item)));
  const byDefault = tallyOf(items.filter(isByDefault));
  const words = ({ approved, denied, dontKnow }: ItemTally) => [
    `${numberText(approved)} approved`,
    `${numberText(denied)} denied`,
    ...(dontKnow > 0 ? [`${numberText(dontKnow)} don't know`] : []),
  ];
  const decided = `Reviewers decided on ${numberText(byPeople.decided)} of ${numberText(items.length)}: ${words(byPeople).join(", ")}.`;
  if (byDefault.total === 0) return decided;
  const outcome =
    byDefault.approved === 0
      ? "denied by default"
      : byDefault.denied === 0
        ? "approved by default"
        : `${words(byDefault).join(" and ")} by default`;
  return `${decided} Nobody answered for ${numberText(byDefault.total)}: ${outcome}.`;
}

/** Whether the service decided, since no reviewer had: it names nobody then. */
export function isByDefault({ decision, reviewedBy }: ReviewItem): boolean {
  return deciderOf({ decision, reviewedBy: reviewedBy?.id ?? null }).kind === "default";
}

export interface ReviewerProgress {
  readonly person: ReviewPerson;
  /** Null where the service does not say that they were asked. */
  readonly contactedAt: Instant | null;
  /** How many items have their decision; how many they could decide Graph does not tell. */
  readonly decided: number;
  readonly approved: number;
  readonly denied: number;
  readonly dontKnow: number;
  readonly lastDecidedAt: Instant | null;
}

/** What each reviewer has decided: those who were contacted, and others who decided; the idle first. */
export function reviewersOf(
  items: readonly ReviewItem[],
  contacted: readonly (ReviewPerson & { readonly contactedAt: Instant | null })[],
): readonly ReviewerProgress[] {
  const by = new Map<string, { person: ReviewPerson; items: ReviewItem[] }>();
  const contactedAtById = new Map<string, Instant | null>();
  for (const { contactedAt, ...person } of contacted) {
    contactedAtById.set(person.id, contactedAt);
    by.set(person.id, { person, items: [] });
  }
  for (const item of items) {
    const person = item.reviewedBy;
    if (person === null || item.decision === "NotReviewed") continue;
    const known = by.get(person.id) ?? { person, items: [] };
    known.items.push(item);
    by.set(person.id, known);
  }
  return [...by.values()]
    .map(({ person, items: theirs }) => ({
      person,
      contactedAt: contactedAtById.get(person.id) ?? null,
      ...workOf(theirs),
    }))
    .toSorted(
      (one, other) => one.decided - other.decided || compareNames(one.person, other.person),
    );
}

function workOf(items: readonly ReviewItem[]) {
  const { decided, approved, denied, dontKnow } = tallyOf(items);
  const lastDecidedAt = items.reduce<Instant | null>(
    (last, { reviewedAt }) =>
      reviewedAt === null ? last : Math.max(last ?? reviewedAt, reviewedAt),
    null,
  );
  return { decided, approved, denied, dontKnow, lastDecidedAt };
}

function compareNames(one: ReviewPerson, other: ReviewPerson): number {
  return (one.displayName ?? one.id).localeCompare(other.displayName ?? other.id, "en");
}

export interface UndecidedConsequence {
  /** Whose access would go if the instance ended now. */
  readonly denied: number;
  readonly approved: number;
  /** Nothing is decided: they keep it. */
  readonly left: number;
}

/** What would become of the undecided items if the instance ended now. */
export function consequenceForUndecided(
  items: readonly ReviewItem[],
  ifNobodyAnswers: "Deny" | "Approve" | "Recommendation" | null,
): UndecidedConsequence {
  const open = items.filter(({ decision }) => decision === "NotReviewed");
  switch (ifNobodyAnswers) {
    case null:
      return { denied: 0, approved: 0, left: open.length };
    case "Deny":
      return { denied: open.length, approved: 0, left: 0 };
    case "Approve":
      return { denied: 0, approved: open.length, left: 0 };
    case "Recommendation": {
      const denied = open.filter(({ recommendation }) => recommendation === "Deny").length;
      const approved = open.filter(({ recommendation }) => recommendation === "Approve").length;
      // Where the service had no information it decides nothing.
      return { denied, approved, left: open.length - denied - approved };
    }
  }
}

export interface MyProgress {
  readonly decided: number;
  readonly total: number;
  /** Whose access would go by itself, if the instance ended now. */
  readonly denied: number;
}

/** How many items are decided by what `decisionOf` says of each, and what would become of the others. */
export function progressOf(
  items: readonly ReviewItem[],
  decisionOf: (item: ReviewItem) => ItemDecision,
  { ifNobodyAnswers }: Pick<ReviewSettings, "ifNobodyAnswers">,
): MyProgress {
  const open = items.filter((item) => decisionOf(item) === "NotReviewed");
  const { denied } = consequenceForUndecided(open, ifNobodyAnswers);
  return { decided: items.length - open.length, total: items.length, denied };
}
