import { ApiError, type ApiErrorKind } from "@/lib/contract/api-error";
import { type ReadingProblem, readingProblem } from "@/lib/queries/reading-problem";

const LATER = "Microsoft Graph didn't answer";
const NOT_UNDERSTOOD = "Guestlist didn't understand Microsoft Graph's answer";
const SIGNED_OUT = "Your sign-in has ended";

/** Why Graph did not do it, in a few words beside what it is about. */
export const GRAPH_FAILURE_LABEL: Readonly<Record<ReadingProblem["kind"], string>> = {
  "signed-out": SIGNED_OUT,
  "needs-consent": "Your permission is needed first",
  forbidden: "Your directory roles do not let you read it",
  "licence-missing": "The licence is missing",
  "not-found": "It no longer exists",
  throttled: LATER,
  unavailable: LATER,
  "no-answer": LATER,
  "bad-request": NOT_UNDERSTOOD,
  malformed: NOT_UNDERSTOOD,
};

const NO_HISTORY = "The history didn't answer";
const REFUSED = "The history refused it";

/** Why our own API did not do it, in a few words beside what it is about. */
export const API_FAILURE_LABEL: Readonly<Record<ApiErrorKind, string>> = {
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

/** Why Graph or our own API did not do it, in a few words beside what it is about. */
export function failureLabel(error: Error): string {
  if (error instanceof ApiError) return API_FAILURE_LABEL[error.kind];
  const problem = readingProblem(error);
  return problem === null ? error.message : GRAPH_FAILURE_LABEL[problem.kind];
}
