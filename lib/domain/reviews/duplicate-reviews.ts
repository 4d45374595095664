import type { Review } from "./review";

type Seen = Pick<Review, "id" | "operationId" | "createdAt">;

/** Several reviews with the marker of one operation, which should have created one. */
export interface DuplicateReviews<R> {
  readonly operationId: string;
  readonly original: R;
  /** In the order in which they were made. */
  readonly duplicates: readonly R[];
}

/**
 * Finds reviews that one request created more than once. A browser repeats a request when a connection that was used
 * before breaks under it, whatever the page asked for: https://www.rfc-editor.org/rfc/rfc9112#section-9.3.1
 *
 * `namedBy` maps an operation to the review that its recorded outcome names, or to null where it names none. The original
 * is the named one, else the first created. Operations that are not in the map are left out, and so are those whose named
 * review is missing from the list: a list that lags must not make the known review look like a duplicate.
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

/** Reviews that have the marker of an operation beside the one that it is known to have created. */
export function duplicatesOf<R extends Seen>(
  reviews: readonly R[],
  created: readonly { readonly operationId: string; readonly id: string }[],
): readonly R[] {
  const namedBy = new Map(created.map(({ operationId, id }) => [operationId, id]));
  return findDuplicateReviews(reviews, namedBy).flatMap(({ duplicates }) => duplicates);
}

/** The operations whose marker more than one review has, with those reviews in the order of creation. */
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

/** In the order of creation, then by id, so that the order is the same for everybody. */
export function inOrderOfAge<R extends Seen>(reviews: readonly R[]): readonly R[] {
  return [...reviews].sort((one, other) => {
    const [age, otherAge] = [ageOf(one), ageOf(other)];
    if (age !== otherAge) return age < otherAge ? -1 : 1;
    return one.id < other.id ? -1 : 1;
  });
}

/** A review without a creation date counts as the latest. */
const ageOf = ({ createdAt }: Seen) => createdAt ?? Infinity;
