import type { TestTenant } from "@/components/testing/test-tenant";

/** Four guests of one group, and when each was here last. */
const GUESTS = {
  "Ada of Partner": "200 days ago",
  "Ben of Partner": "2 days ago",
  "Cleo of Partner": "never",
  "Dan of Partner": "100 days ago",
} as const;

const DEFINITIONS = "/identityGovernance/accessReviews/definitions";
const WRITE = ["https://graph.microsoft.com/AccessReview.ReadWrite.All"];

type Decided = "NotReviewed" | "Approve" | "Deny" | "DontKnow";

interface ReviewWanted {
  /** Manuel when absent. */
  readonly reviewers?: readonly string[];
  readonly justificationRequired?: boolean;
  /** How long each stage lasts, in a review of several. */
  readonly stageDays?: readonly number[];
}

interface DecisionSeen {
  readonly decision: string;
  readonly justification: string;
  /** The name of the persona who decided last; null while nobody has. */
  readonly reviewedBy: string | null;
}

interface ReviewToDecide {
  /** Where its reviewers decide. */
  readonly path: string;
  /** Ends it, as Grace would at another keyboard. */
  readonly stop: () => Promise<void>;
  /** Says what somebody else decides about a guest at another keyboard. */
  readonly answerAs: (persona: string, guest: string, decision: Decided) => Promise<void>;
  /** What the directory has, by the name of the guest. */
  readonly decisions: () => Promise<Readonly<Record<string, DecisionSeen>>>;
}

const asks = (query: string) => ({ query, queryType: "MicrosoftGraph" });

/** A running review of a group of four guests, made outside of the page. */
export async function reviewForManuel(
  given: TestTenant,
  wanted: ReviewWanted = {},
): Promise<ReviewToDecide> {
  const { tenant } = given;
  for (const [name, lastSeen] of Object.entries(GUESTS)) {
    await tenant.addGuest({ name, lastSeen, groups: ["Quay project"] });
  }
  const group = (await tenant.groups()).find(({ displayName }) => displayName === "Quay project");
  const made = await askGraph(given, "Grace Okafor", "POST", DEFINITIONS, {
    ...definition(given, wanted, group?.id ?? ""),
  });
  const { id } = (await made.json()) as { readonly id: string };
  const seen = async () => (await tenant.reviews()).find((review) => review.id === id);
  const instance = (await seen())?.instances[0];
  const nameOf = (userId: string | null) =>
    tenant.personas.find((persona) => persona.userId === userId)?.name ?? userId;
  const instancePath = `${DEFINITIONS}/${id}/instances/${instance?.id ?? ""}`;
  return {
    path: `/reviews/mine?review=${id}&instance=${instance?.id ?? ""}`,
    stop: async () => {
      await askGraph(given, "Grace Okafor", "POST", `${instancePath}/stop`);
    },
    answerAs: async (persona, guest, decision) => {
      const item = instance?.decisions.find(({ principal }) => principal === guest);
      const body = { decision, justification: "" };
      await askGraph(given, persona, "PATCH", `${instancePath}/decisions/${item?.id ?? ""}`, body);
    },
    decisions: async () =>
      Object.fromEntries(
        ((await seen())?.instances[0]?.decisions ?? []).map(
          ({ principal, decision, justification, reviewedBy }) => [
            principal ?? "",
            { decision, justification, reviewedBy: nameOf(reviewedBy) },
          ],
        ),
      ),
  };
}

/** https://learn.microsoft.com/graph/api/accessreviewset-post-definitions */
function definition({ tenant }: TestTenant, wanted: ReviewWanted, groupId: string) {
  const { reviewers: names = ["Manuel Ortega"], justificationRequired = false, stageDays } = wanted;
  const reviewers = names.map((name) => asks(`/users/${tenant.persona(name).userId}`));
  return {
    displayName: "Quarterly guest review",
    descriptionForAdmins: "Quarterly guest review",
    descriptionForReviewers: "Who still works with us?",
    scope: {
      "@odata.type": "#microsoft.graph.accessReviewQueryScope",
      ...asks(
        `/groups/${groupId}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest')`,
      ),
    },
    reviewers,
    ...(stageDays && {
      stageSettings: stageDays.map((durationInDays, index) => ({
        stageId: String(index + 1),
        ...(index > 0 && { dependsOn: [String(index)] }),
        durationInDays,
        recommendationsEnabled: true,
        reviewers,
        decisionsThatWillMoveToNextStage: ["NotReviewed", "Approve"],
      })),
    }),
    settings: {
      mailNotificationsEnabled: false,
      reminderNotificationsEnabled: false,
      justificationRequiredOnApproval: justificationRequired,
      defaultDecisionEnabled: true,
      defaultDecision: "Deny",
      autoApplyDecisionsEnabled: true,
      recommendationsEnabled: true,
      instanceDurationInDays: stageDays?.reduce((sum, days) => sum + days, 0) ?? 14,
    },
  };
}

async function askGraph(
  given: TestTenant,
  persona: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  const token = await (await given.sessionOf(persona)).tokenFor(WRITE);
  const answer = await given.fetch(`${given.settings.graphRoot}/v1.0${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return answer;
}
