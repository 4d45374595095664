import { GraphError, type GraphErrorKind } from "@/lib/graph/graph-error";

/** Why Microsoft Graph did not answer as it should, for the screens to put into words. */
export interface GraphFailure {
  readonly kind: GraphErrorKind;
  /** Graph's own words, where it had some. */
  readonly message: string;
  /** To quote to Microsoft's support. */
  readonly requestId: string | null;
}

/** What Graph's failure says; null for a failure of something else. */
export function graphFailureOf(error: unknown): GraphFailure | null {
  if (!(error instanceof GraphError)) return null;
  const { kind, message, answer } = error;
  return { kind, message, requestId: answer.requestId ?? null };
}
