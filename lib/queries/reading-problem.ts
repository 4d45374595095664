import { GraphError, type GraphErrorKind } from "@/lib/graph/graph-error";
import { GROUP_SCOPES } from "@/lib/graph/groups/group-scopes";
import { REVIEW_READ_SCOPES } from "@/lib/graph/reviews/scopes";

/** What people may be asked to consent to before reviews and groups can be read. */
export const SCOPES_TO_READ_REVIEWS: readonly string[] = [...REVIEW_READ_SCOPES, ...GROUP_SCOPES];

/** Why something could not be read from Graph; null where it was not Graph that failed. */
export interface ReadingProblem {
  readonly kind: GraphErrorKind;
  /** Graph's own words, for the person who is asked for help. */
  readonly message: string;
  readonly requestId: string | null;
}

/** Understands the error of a query. */
export function readingProblem(error: unknown): ReadingProblem | null {
  if (!(error instanceof GraphError)) return null;
  const { kind, message, answer } = error;
  return { kind, message, requestId: answer.requestId ?? null };
}
