import { expect } from "@playwright/test";
import { SIMULATOR } from "./origins.ts";
import type { Reader } from "./reader.ts";

export interface ReviewWanted {
  readonly name: string;
  /** The group whose guests are reviewed. */
  readonly groupId: string;
  /** Ids of the people who decide. */
  readonly reviewerIds: readonly string[];
  /** 14 when absent. */
  readonly days?: number;
  readonly justificationRequired?: boolean;
  /** Deny when absent. */
  readonly ifNobodyAnswers?: "Deny" | "Approve" | "Recommendation";
}

export interface MadeReview {
  readonly reviewId: string;
  readonly instanceId: string;
  /** Where its reviewers decide. */
  readonly path: string;
}

const DEFINITIONS = `${SIMULATOR}/v1.0/identityGovernance/accessReviews/definitions`;

const asks = (query: string) => ({ query, queryType: "MicrosoftGraph" });

/** https://learn.microsoft.com/graph/api/accessreviewset-post-definitions */
function definition(wanted: ReviewWanted) {
  return {
    displayName: wanted.name,
    descriptionForAdmins: wanted.name,
    descriptionForReviewers: "Who still works with us?",
    scope: {
      "@odata.type": "#microsoft.graph.accessReviewQueryScope",
      ...asks(
        `/groups/${wanted.groupId}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest')`,
      ),
    },
    reviewers: wanted.reviewerIds.map((id) => asks(`/users/${id}`)),
    settings: {
      mailNotificationsEnabled: false,
      reminderNotificationsEnabled: false,
      justificationRequiredOnApproval: wanted.justificationRequired ?? false,
      defaultDecisionEnabled: true,
      defaultDecision: wanted.ifNobodyAnswers ?? "Deny",
      autoApplyDecisionsEnabled: true,
      recommendationsEnabled: true,
      instanceDurationInDays: wanted.days ?? 14,
    },
  };
}

/** What Grace, who governs access, may say to Graph at this moment. */
async function graceAt(reader: Reader): Promise<{ grace: Reader; headers: Record<string, string> }> {
  const grace = await reader.colleague();
  const asked = grace.page.waitForRequest(
    (request) => request.url().startsWith(`${SIMULATOR}/v1.0/`) && request.method() === "GET",
    { timeout: 60_000 },
  );
  await grace.signIn("Grace Okafor", "/guests");
  const authorization = (await (await asked).headerValue("authorization")) ?? "";
  return { grace, headers: { authorization } };
}

/** Makes reviews of groups as Grace, outside of the product; each begins at once. */
export async function makeReviews(
  reader: Reader,
  ...wanted: readonly ReviewWanted[]
): Promise<MadeReview[]> {
  const { grace, headers } = await graceAt(reader);
  const made: MadeReview[] = [];
  for (const each of wanted) {
    const answer = await grace.page.request.post(DEFINITIONS, { headers, data: definition(each) });
    expect(answer.status(), await answer.text()).toBe(201);
    const { id } = (await answer.json()) as { id: string };
    const seen = (await reader.tenant.reviews()).find((review) => review.id === id);
    const instanceId = seen?.instances[0]?.id ?? "";
    const path = `/reviews/mine?review=${id}&instance=${instanceId}`;
    made.push({ reviewId: id, instanceId, path });
  }
  await grace.leave();
  return made;
}

/** Ends an instance as Grace, outside of the product. */
export async function stopInstance(reader: Reader, review: MadeReview): Promise<void> {
  const { grace, headers } = await graceAt(reader);
  const path = `${DEFINITIONS}/${review.reviewId}/instances/${review.instanceId}/stop`;
  const answer = await grace.page.request.post(path, { headers });
  expect(answer.status(), await answer.text()).toBe(204);
  await grace.leave();
}
