import type { TestTenant } from "@/components/testing/test-tenant";
import { DEFINITIONS, makeReview, sendAs } from "../../testing/make-review";

/** Four guests of one group, and when each was here last. */
const GUESTS = {
  "Ada of Partner": "200 days ago",
  "Ben of Partner": "2 days ago",
  "Cleo of Partner": "never",
  "Dan of Partner": "100 days ago",
} as const;

type Decided = "NotReviewed" | "Approve" | "Deny" | "DontKnow";

type ReviewWanted = Omit<Parameters<typeof makeReview>[1], "name" | "groupId">;

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

/** A running review of a group of four guests, made outside of the page. */
export async function reviewForManuel(
  testTenant: TestTenant,
  options: ReviewWanted = {},
): Promise<ReviewToDecide> {
  const { tenant } = testTenant;
  for (const [name, lastSeen] of Object.entries(GUESTS)) {
    await tenant.addGuest({ name, lastSeen, groups: ["Quay project"] });
  }
  const group = (await tenant.groups()).find(({ displayName }) => displayName === "Quay project");
  const { reviewId: id, instanceId } = await makeReview(testTenant, {
    ...options,
    name: "Quarterly guest review",
    groupId: group?.id ?? "",
  });
  const seen = async () => (await tenant.reviews()).find((review) => review.id === id);
  const instance = (await seen())?.instances[0];
  const nameOf = (userId: string | null) =>
    tenant.personas.find((persona) => persona.userId === userId)?.name ?? userId;
  const instancePath = `${DEFINITIONS}/${id}/instances/${instanceId}`;
  return {
    path: `/reviews/mine?review=${id}&instance=${instanceId}`,
    stop: async () => {
      await sendAs(testTenant, "Grace Okafor", ["POST", `${instancePath}/stop`]);
    },
    answerAs: async (persona, guest, decision) => {
      const item = instance?.decisions.find(({ principal }) => principal === guest);
      const body = { decision, justification: "" };
      await sendAs(
        testTenant,
        persona,
        ["PATCH", `${instancePath}/decisions/${item?.id ?? ""}`],
        body,
      );
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
