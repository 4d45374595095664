import type { NotRecordedReason } from "@/lib/commands/record-results-of-many";

const LATER = "Microsoft Graph did not answer";
const NOT_UNDERSTOOD = "Microsoft Graph's answer was not understood";
const SIGNED_OUT = "Your sign-in has ended";

const BY_GRAPH: Readonly<Record<Extract<NotRecordedReason, { from: "graph" }>["kind"], string>> = {
  "signed-out": SIGNED_OUT,
  "needs-consent": "Your permission is needed first",
  forbidden: "Your directory roles do not let you read it",
  "licence-missing": "The licence for access reviews is missing",
  "not-found": "It is not there any more",
  throttled: LATER,
  unavailable: LATER,
  "no-answer": LATER,
  "bad-request": NOT_UNDERSTOOD,
  malformed: NOT_UNDERSTOOD,
};

const NO_HISTORY = "The history did not answer";
const REFUSED = "The history refused it";

const BY_HISTORY: Readonly<
  Record<Extract<NotRecordedReason, { from: "history" }>["kind"], string>
> = {
  "sign-in-needed": SIGNED_OUT,
  unauthenticated: SIGNED_OUT,
  forbidden: "You need the app role Governance.Operator",
  unavailable: NO_HISTORY,
  "no-answer": NO_HISTORY,
  malformed: NO_HISTORY,
  invalid: REFUSED,
  conflict: REFUSED,
  "too-large": REFUSED,
  "too-many": "Too much was recorded within an hour",
};

/** Why an instance is not in the history, in a few words beside its name. */
export function notRecordedLabel(because: NotRecordedReason): string {
  switch (because.from) {
    case "graph":
      return BY_GRAPH[because.kind];
    case "history":
      return BY_HISTORY[because.kind];
    case "incomplete":
      return "Not all of its decisions could be read";
    case "page":
      return because.message;
  }
}

/** Whether somebody has to consent or to sign in before it is tried again. */
export function needsPerson(because: NotRecordedReason): boolean {
  return (
    because.from === "graph" && (because.kind === "needs-consent" || because.kind === "signed-out")
  );
}
