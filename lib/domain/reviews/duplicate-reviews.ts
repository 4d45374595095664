import type { Review } from "./review";

type Seen = Pick<Review, "id" | "operationId" | "createdAt">;

/** Several reviews that bear the mark of one operation, which was to make one. */
export interface DuplicateReviews<R> {
  readonly operationId: string;
  readonly original: R;
  /** In the order in which they were made. */
  readonly duplicates: readonly R[];
}

/**
 * Finds what one request made more than once. A browser sends a request again by itself when a connection that was used
 * before breaks under it, whatever the page asked for: https://www.rfc-editor.org/rfc/rfc9112#section-9.3.1
 *
 * `namedBy` has for an operation the review that its outcome on the ledger names, and null where that names none. The
 * original is the one that is named, else the first made. Nothing is said of an operation that is not in it, or while the one that it
 * names is not among the reviews: a list that lags must not cost the one that everybody knows.
 */
export function findDuplicateReviews<R extends Seen>(
  reviews: readonly R[],
  namedBy: ReadonlyMap<string, string | null>,
): readonly DuplicateReviews<R>[] {
  return groupByRepeatedMarker(reviews).flatMap(
    ({ operationId, marked }): DuplicateReviews<R>[] => {
      const named = namedBy.get(operationId);
      if (named === undefined) return [];
      const original = named === null ? marked[0] : marked.find(({ id }) => id === named);
      if (original === undefined) return [];
      return [
        {
          operationId,
          original: original,
          duplicates: marked.filter((review) => review !== original),
        },
      ];
    },
  );
}

/** The operations whose mark more than one review bears, with those reviews in the order in which they were made. */
export function groupByRepeatedMarker<R extends Seen>(
  reviews: readonly R[],
): readonly { readonly operationId: string; readonly marked: readonly R[] }[] {
  const byOperation = new Map<string, R[]>();
  for (const review of reviews) {
    if (review.operationId === null) continue;
    const marked = byOperation.get(review.operationId) ?? [];
    if (marked.some(({ id }) => id === review.id)) continue;
    byOperation.set(review.operationId, [...marked, review]);
  }
  return [...byOperation]
    .filter(([, marked]) => marked.length > 1)
    .map(([operationId, marked]) => ({ operationId, marked: inOrderOfAge(marked) }));
}

/** The first made first; the id makes the order of one moment the same for everybody. */
export function inOrderOfAge<R extends Seen>(reviews: readonly R[]): readonly R[] {
  return [...reviews].sort((one, other) => {
    const [age, otherAge] = [ageOf(one), ageOf(other)];
    if (age !== otherAge) return age < otherAge ? -1 : 1;
    return one.id < other.id ? -1 : 1;
  });
}

/** What does not say when it was made is taken for the latest. */
const ageOf = ({ createdAt }: Seen) => createdAt ?? Infinity;
