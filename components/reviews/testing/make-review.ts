import type { TestTenant } from "@/components/testing/test-tenant";
import { markerOf, withMarker } from "@/lib/domain/reviews/marker";

interface NewReview {
  readonly name: string;
  readonly groupId: string;
  /** Names of the personas who decide. */
  readonly reviewers?: readonly string[];
  readonly days?: number;
  /** The intent whose mark it bears, as if Guestlist had made it. */
  readonly intentId?: string;
  /** What else of the settings is not as usual, in Graph's words. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

const byQuery = (query: string) => ({ query, queryType: "MicrosoftGraph" });

/** Sends a request to Graph as Grace, outside of the pages. */
export async function sendAsGrace(
  given: TestTenant,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const session = await given.sessionOf("Grace Okafor");
  const token = await session.tokenFor(["AccessReview.ReadWrite.All"]);
  const answer = await given.fetch(`${given.settings.graphRoot}/v1.0${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text === "" ? null : (JSON.parse(text) as unknown);
}

/** Makes a review of the guests of a group, outside of the pages; it begins at once. */
export async function makeReview(
  given: TestTenant,
  { name, groupId, reviewers = ["Manuel Ortega"], days = 14, intentId, settings }: NewReview,
): Promise<{ readonly reviewId: string; readonly instanceId: string }> {
  const guests = `/groups/${groupId}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest')`;
  const made = await sendAsGrace(given, "POST", "/identityGovernance/accessReviews/definitions", {
    displayName: name,
    descriptionForAdmins: intentId === undefined ? name : withMarker(name, markerOf(intentId)),
    descriptionForReviewers: "Who still works with us?",
    scope: { "@odata.type": "#microsoft.graph.accessReviewQueryScope", ...byQuery(guests) },
    reviewers: reviewers.map((each) => byQuery(`/users/${given.tenant.persona(each).userId}`)),
    settings: {
      mailNotificationsEnabled: true,
      reminderNotificationsEnabled: true,
      justificationRequiredOnApproval: false,
      defaultDecisionEnabled: true,
      defaultDecision: "Deny",
      autoApplyDecisionsEnabled: true,
      recommendationsEnabled: true,
      instanceDurationInDays: days,
      ...settings,
    },
  });
  const { id: reviewId } = made as { readonly id: string };
  const review = (await given.tenant.reviews()).find(({ id }) => id === reviewId);
  return { reviewId, instanceId: review?.instances[0]?.id ?? "" };
}
