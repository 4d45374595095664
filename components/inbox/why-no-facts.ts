import type { Progress } from "@/lib/inventory/inventory";

/** Why nothing is known of a guest, while guests cannot be read, or not yet. */
export function whyNoFacts({ phase, failure }: Pick<Progress, "phase" | "failure">): string {
  if (failure !== null) {
    switch (failure.kind) {
      case "forbidden":
      case "licence-missing":
        return "You don't have permission to read this organization's guests, so no facts about them are shown. You can still decide.";
      case "needs-consent":
      case "signed-out":
        return "Guestlist has no permission to read guests for you, so no facts about them are shown. You can still decide.";
      case "throttled":
      case "unavailable":
      case "no-answer":
      case "not-found":
      case "bad-request":
      case "malformed":
        return "The guests could not be read now, so no facts about them are shown. You can still decide.";
    }
  }
  return phase === "complete"
    ? "Not among the guests: a member of the organization, or deleted in the meantime."
    : "The guests are still being read.";
}

/** What an unknown sign-in means for the decision. */
const STILL =
  "That says nothing about this guest, and you can still decide. Microsoft Entra counts sign-ins itself: what it recommends, where it recommends something, stands below.";

/** Why nobody's sign-ins are known, and what that means for a decision; null while nothing is known to prevent it. */
export function whyNoSignIns({
  signInsUnreadableBecause: because,
  failure,
}: Pick<Progress, "signInsUnreadableBecause" | "failure">): string | null {
  if (because === null) return null;
  if (failure?.kind === "needs-consent")
    return `Guestlist has no permission to read sign-ins for you. ${STILL}`;
  switch (because) {
    case "forbidden":
      return `Microsoft shows sign-ins only to people with a directory role such as Reports Reader, which reviewers rarely have. ${STILL}`;
    case "licence-missing":
      return `Your organization has no license for sign-in activity. ${STILL}`;
    case "failed":
      return `Sign-ins could not be read now. ${STILL}`;
  }
}
