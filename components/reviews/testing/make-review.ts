import type { TestTenant } from "@/components/testing/test-tenant";
import { type ReviewOfGroup, reviewOfGroup } from "@/simulator/demo/review-bodies";
import { markerOf, withMarker } from "@/lib/domain/reviews/marker";

export const DEFINITIONS = "/identityGovernance/accessReviews/definitions";

type NewReview = Omit<ReviewOfGroup, "reviewerIds"> & {
  /** Names of the personas who decide; Manuel when absent. */
  readonly reviewers?: readonly string[];
  /** The operation whose mark it bears, as if Guestlist had made it. */
  readonly operationId?: string;
};

/** Sends a request to Graph as a persona, outside of the pages. */
export async function sendAs(
  testTenant: TestTenant,
  persona: string,
  [method, path]: readonly [method: string, path: string],
  body?: unknown,
): Promise<unknown> {
  const session = await testTenant.sessionOf(persona);
  const token = await session.tokenFor(["AccessReview.ReadWrite.All"]);
  const answer = await testTenant.fetch(`${testTenant.settings.graphRoot}/v1.0${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text === "" ? null : (JSON.parse(text) as unknown);
}

/** Makes a review of the guests of a group as Grace, outside of the pages; it begins at once. */
export async function makeReview(
  testTenant: TestTenant,
  { reviewers = ["Manuel Ortega"], operationId, ...options }: NewReview,
): Promise<{ readonly reviewId: string; readonly instanceId: string }> {
  const { name } = options;
  const body = reviewOfGroup({
    ...options,
    ...(operationId !== undefined && {
      descriptionForAdmins: withMarker(name, markerOf(operationId)),
    }),
    reviewerIds: reviewers.map((each) => testTenant.tenant.persona(each).userId),
  });
  const made = await sendAs(testTenant, "Grace Okafor", ["POST", DEFINITIONS], body);
  const { id: reviewId } = made as { readonly id: string };
  const review = (await testTenant.tenant.reviews()).find(({ id }) => id === reviewId);
  return { reviewId, instanceId: review?.instances[0]?.id ?? "" };
}
