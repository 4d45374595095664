import { ROLES } from "@/lib/domain/directory-roles";
import { counted, numberText } from "@/lib/domain/number-text";
import type { NotSent, OperationState, Stopped } from "@/lib/runner/run";
import type { Outcome, Result } from "@/lib/domain/outcome";
import type { Plan } from "@/lib/domain/plan";
import type { OperationLabels } from "@/lib/operations/operation-handler";
import { whyNotSent } from "@/lib/operations/outcomes";

export const RESULT_WORDS: Readonly<Record<Result, string>> = {
  done: "Done",
  "already-so": "Already done",
  "partly-done": "Partly done",
  refused: "Refused",
  failed: "Failed",
  unknown: "Unknown",
};

/** Stands for the reason while a plan is only previewed. */
export const NO_REASON = "not given yet";

/** On the button that begins a plan for guests: "Block 20 guests", "Resend 163 invitations". */
export function commandOn(labels: OperationLabels, plan: Plan | null): string {
  const count = plan?.operations.length ?? 0;
  return labels.counted?.(count) ?? `${labels.verb} ${counted(count, "guest")}`;
}

/** What became of an operation, in a word: what was never sent has not failed. */
export function resultWord(outcome: Pick<Outcome, "result" | "detail">): string {
  return whyNotSent(outcome) === null ? RESULT_WORDS[outcome.result] : NOT_SENT;
}

export const NOT_SENT = "Not sent";

export function stateWords(state: OperationState | undefined): string {
  if (state === undefined || state === "waiting" || state === "recorded") return "Queued";
  if (state === "sending") return "Sending";
  if ("stopped" in state) return NOT_SENT;
  return state.result === "unknown" ? "Unknown: sent, not confirmed" : resultWord(state);
}

/** Why one operation was not sent: the history does not take it, or the run ended before it. */
export function notSentWords({ stopped }: NotSent): string {
  return stopped.kind === "history-refused"
    ? `The history does not take it: ${stopped.message}`
    : stoppedWords(stopped);
}

/** Why a run ended early, and what to try. */
export function stoppedWords(stopped: Stopped): string {
  switch (stopped.kind) {
    case "asked":
      return "You stopped the run. What was not sent has no effect.";
    case "ledger-unavailable":
      return "The history cannot be written, so nothing more was sent. Try again when it answers.";
    case "role-missing":
      return `Microsoft Graph refused: your directory role does not allow this. Nothing more was sent. Ask a ${ROLES.users.name}, or activate the role.`;
    case "refused":
      return "Microsoft Graph refused several in a row, so nothing more was sent. Look at the outcomes, and try again when the cause is gone.";
    case "asked-to-wait":
      return `Microsoft Graph asked to wait ${numberText(Math.ceil(stopped.seconds / 60))} minutes. Nothing more was sent: try again then.`;
    case "already-running":
      return "This plan is being carried out already: in another tab or browser, or by somebody else. Nothing was sent from here.";
    case "lease-lost":
      return "The connection to Guestlist was lost for too long, so somebody else may have taken this plan over. Nothing more was sent from here: look into the history.";
    case "history-sign-in":
      return "Your sign-in to Guestlist has ended, so nothing more could be recorded, and nothing more was sent. Sign in again.";
    case "history-forbidden":
      return "You need the app role Governance.Operator: nothing more could be recorded, so nothing more was sent.";
    case "history-refused":
      return `The history does not take this plan: ${stopped.message} Nothing more was sent.`;
    case "consent-missing":
      return `Consent to ${stopped.scopes.join(", ")} is missing. Nothing more was sent.`;
    case "sign-in-needed":
      return "Microsoft asks you to sign in again. Nothing more was sent.";
  }
}
