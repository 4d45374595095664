import { GraphError, type GraphErrorKind } from "@/lib/graph/graph-error";

/** Graph has no such object. */
export function absent(path: string): GraphError {
  return new GraphError("not-found", path, { status: 404 });
}

/** How a sending fails. */
export function failed(
  kind: GraphErrorKind,
  retryAfterSeconds: number | undefined,
  words = "as the test wished",
): GraphError {
  return new GraphError(kind, words, {
    words,
    ...(kind !== "no-answer" && { status: kind === "throttled" ? 429 : 403 }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}
