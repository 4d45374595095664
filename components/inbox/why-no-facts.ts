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
