"use client";

import { Button } from "@fluentui/react-components";
import { ErrorCard } from "@/components/ui/error-card";
import { useServices } from "@/lib/services/services";
import { type ReadingProblem, readingProblem } from "@/lib/queries/reviews-problem";

const READERS =
  "Global Reader, Security Reader, User Administrator or Identity Governance Administrator";

/** What to try, for each way in which a reading fails. */
function tryFor(failure: ReadingProblem | null, scopes: readonly string[]): string {
  switch (failure?.kind) {
    case "signed-out":
      return "Sign in again. You come back to this page.";
    case "needs-consent":
      return `Give the permission ${scopes.join(", ")}, or sign in again where that is asked; you come back to this page.`;
    case "forbidden":
      return `Ask for a directory role that may read access reviews: ${READERS}. Reviewers find theirs under My reviews.`;
    case "licence-missing":
      return "Access reviews need Microsoft Entra ID P2, and some kinds Microsoft Entra ID Governance. Ask the person who manages your licences.";
    case "not-found":
      return "It may have been deleted. Go back to the list.";
    case "throttled":
    case "unavailable":
    case "no-answer":
      return "Try again in a minute.";
    case "bad-request":
    case "malformed":
    case undefined:
      return "Try again. If it keeps happening, report it with the message above.";
  }
}

function happened(what: string, failure: ReadingProblem | null): string {
  switch (failure?.kind) {
    case "signed-out":
      return `Your sign-in has ended: ${what} cannot be read.`;
    case "needs-consent":
      return `Microsoft asks for your permission before ${what} can be read.`;
    case "forbidden":
      return `Your directory roles do not let you read ${what}.`;
    case "licence-missing":
      return `This organization has no licence for access reviews: ${what} cannot be read.`;
    case "not-found":
      return `Microsoft Graph does not find ${what}.`;
    case "throttled":
    case "unavailable":
    case "no-answer":
      return `Microsoft Graph did not answer: ${what} could not be read.`;
    case "bad-request":
    case "malformed":
      return `${what[0]?.toUpperCase() ?? ""}${what.slice(1)} could not be read: ${failure.message}`;
    case undefined:
      return `${what[0]?.toUpperCase() ?? ""}${what.slice(1)} could not be read.`;
  }
}

interface GraphFailureCardProps {
  readonly error: Error;
  /** What was to be read, in small letters: "the reviews". */
  readonly what: string;
  readonly notDone: string;
  /** The permissions that the reading needs. */
  readonly scopes: readonly string[];
  readonly onRetry: () => void;
}

/** Why something could not be read from Graph, what was not done, and the way on: consent, a role, a licence, a later try. */
export function GraphFailureCard({ error, what, notDone, scopes, onRetry }: GraphFailureCardProps) {
  const { ask } = useServices();
  const failure = readingProblem(error);
  const personNeeded = failure?.kind === "needs-consent" || failure?.kind === "signed-out";
  return (
    <ErrorCard
      happened={happened(what, failure)}
      notDone={notDone}
      tryThis={tryFor(failure, scopes)}
      reference={failure?.requestId ?? null}
      actions={
        <Button
          onClick={() => {
            if (personNeeded) ask(scopes);
            else onRetry();
          }}
        >
          {personNeeded
            ? failure.kind === "signed-out"
              ? "Sign in again"
              : "Give permission"
            : "Try again"}
        </Button>
      }
    />
  );
}
