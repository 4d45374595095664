"use client";

import { Button } from "@fluentui/react-components";
import { ErrorCard } from "@/components/ui/error-card";
import { useServices } from "@/lib/services/services";
import { ROLES } from "@/lib/domain/directory-roles";
import { ROLES_TO_READ_EVERY_REVIEW } from "@/lib/domain/reviews/reviews-seen";
import { type ReadingProblem, readingProblem } from "@/lib/queries/reading-problem";

/** Only what needs a permission for access reviews needs their roles and their licence. */
const isOfReviews = (scopes: readonly string[]) =>
  scopes.some((scope) => scope.startsWith("AccessReview."));

function roleFor(scopes: readonly string[]): string {
  return isOfReviews(scopes)
    ? `Ask for a directory role that can read access reviews, such as ${ROLES_TO_READ_EVERY_REVIEW.join(", ")}. Reviewers find theirs under My reviews.`
    : `Ask for a directory role that can read it, such as ${ROLES.globalReader.name}.`;
}

function licenceFor(scopes: readonly string[]): string {
  return isOfReviews(scopes)
    ? "Access reviews need Microsoft Entra ID P2, and some kinds Microsoft Entra ID Governance. Ask the person who manages your licences."
    : "Ask the person who manages your Microsoft Entra licences.";
}

/** What to try, for each way in which a reading fails. */
function tryFor(failure: ReadingProblem | null, scopes: readonly string[]): string {
  switch (failure?.kind) {
    case "signed-out":
      return "Sign in again. You come back to this page.";
    case "needs-consent":
      return `Give the permission ${scopes.join(", ")}, or sign in again where that is asked; you come back to this page.`;
    case "forbidden":
      return roleFor(scopes);
    case "licence-missing":
      return licenceFor(scopes);
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

function happened(what: string, failure: ReadingProblem | null, scopes: readonly string[]): string {
  switch (failure?.kind) {
    case "signed-out":
      return `Your sign-in has ended: ${what} cannot be read.`;
    case "needs-consent":
      return `Microsoft asks for your permission before ${what} can be read.`;
    case "forbidden":
      return `Your directory roles do not let you read ${what}.`;
    case "licence-missing":
      return `This organization has no licence ${isOfReviews(scopes) ? "for access reviews" : "that includes this"}: ${what} cannot be read.`;
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

interface Reading {
  /** What was to be read, in small letters: "the reviews". */
  readonly what: string;
  readonly notDone: string;
  /** The permissions that the reading needs. */
  readonly scopes: readonly string[];
  readonly onRetry: () => void;
}

/** Why something could not be read from Graph, what was not done, and the way on: consent, a role, a licence, a later try. */
export function GraphFailureCard({ error, ...reading }: Reading & { readonly error: Error }) {
  return <ReadingProblemCard failure={readingProblem(error)} {...reading} />;
}

/** The same where the problem is known, but not its error. */
export function ReadingProblemCard(props: Reading & { readonly failure: ReadingProblem | null }) {
  const { failure, what, notDone, scopes, onRetry } = props;
  const { ask } = useServices();
  const personNeeded = failure?.kind === "needs-consent" || failure?.kind === "signed-out";
  return (
    <ErrorCard
      happened={happened(what, failure, scopes)}
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
