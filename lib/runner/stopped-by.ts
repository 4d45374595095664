import type { NotTaken } from "./append";
import type { Stopped } from "./run";

/** Why a run ends when the ledger refuses: a new sign-in, a role, the plan itself, or the ledger does not answer. */
export function stoppedBy({ because, message }: NotTaken): Stopped {
  switch (because) {
    case "unauthenticated":
    case "sign-in-needed":
      return { kind: "history-sign-in" };
    case "forbidden":
      return { kind: "history-forbidden" };
    case "invalid":
    case "conflict":
    case "too-large":
    case "too-many":
      return { kind: "history-refused", message };
    case "unavailable":
    case "no-answer":
    case "malformed":
      return { kind: "ledger-unavailable" };
  }
}
