/** Where access reviews lie: https://learn.microsoft.com/graph/api/resources/accessreviewsv2-overview */
export const DEFINITIONS = "/identityGovernance/accessReviews/definitions";

/** Only what the signed-in person is to decide: https://learn.microsoft.com/graph/api/accessreviewinstance-filterbycurrentuser */
const AS_REVIEWER = "/filterByCurrentUser(on='reviewer')";

/** One instance, by the ids of its review and its own. */
export interface InstanceRef {
  readonly reviewId: string;
  readonly instanceId: string;
}

/** The path of a review. */
export function definitionPath(reviewId: string): string {
  return `${DEFINITIONS}/${encodeURIComponent(reviewId)}`;
}

/** The path of a review's instances. */
export function instancesPath(reviewId: string): string {
  return `${definitionPath(reviewId)}/instances`;
}

/** The path of one instance. */
export function instancePath({ reviewId, instanceId }: InstanceRef): string {
  return `${instancesPath(reviewId)}/${encodeURIComponent(instanceId)}`;
}

/** The same collection, of those only that the signed-in person reviews. */
export function asReviewer(collection: string): string {
  return `${collection}${AS_REVIEWER}`;
}
