import type { Review } from "./review";

type Seen = Pick<Review, "id" | "operationId" | "createdAt">;

/** What the history says of the review that an operation created: which one, that it names none, or that it could not be read. */
export type CreatedReview =
  | { readonly kind: "named"; readonly id: string }
  | { readonly kind: "none" | "unread" };

/** Several reviews with the marker of one operation, which should have created one. */
export interface DuplicateReviews<R> {
  readonly operationId: string;
  readonly original: R;
  /** Whether the history names the original; the first created only stands in for it otherwise. */
  readonly namedBy: CreatedReview["kind"];
  /** In the order in which they were made. */
  readonly duplicates: readonly R[];
}

/**
 * Finds reviews that one request created more than once. A browser repeats a request when a connection that was used
 * before breaks under it, whatever the page asked for: https://www.rfc-editor.org/rfc/rfc9112#section-9.3.1
 *
 * `created` maps an operation to what its recorded outcome says of the review. The original is the named one, else the first created. Operations that are not in the map are left out, and so are those whose named
 * review is missing from the list: a list that lags must not make the known review look like a duplicate.
 */
export function findDuplicateReviews<R extends Seen>(
  reviews: readonly R[],
  created: ReadonlyMap<string, CreatedReview>,
): readonly DuplicateReviews<R>[] {
  return groupByRepeatedMarker(reviews).flatMap(
    ({ operationId, marked }): DuplicateReviews<R>[] => {
      const review = created.get(operationId);
      if (review === undefined) return [];
      const original =
        review.kind === "named" ? marked.find(({ id }) => id === review.id) : marked[0];
      if (original === undefined) return [];
      return [
        {
          operationId,
          original,
          namedBy: review.kind,
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
  const named = new Map(
    created.map(({ operationId, id }) => [operationId, { kind: "named", id } as const]),
  );
  return findDuplicateReviews(reviews, named).flatMap(({ duplicates }) => duplicates);
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
