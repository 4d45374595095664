import { GraphError } from "@/lib/graph/graph-error";
import type { MissingToken } from "./runner-services";
import type { Stopped } from "./run";
import { withoutAddresses } from "./without-addresses";

/** What a failed call means for the operation that sent it. */
export type GraphFailure =
  /** Nothing was sent, and nothing can be until the person signs in or consents. */
  | { readonly kind: "stop"; readonly stopped: Stopped; readonly detail: string }
  /** Graph does not let this person do it, to this guest or at all. */
  | { readonly kind: "forbidden"; readonly detail: string; readonly requestId: string | null }
  /** Graph said "not now", which does not prove that nothing happened. */
  | {
      readonly kind: "throttled";
      readonly retryAfterSeconds: number | null;
      readonly detail: string;
      readonly requestId: string | null;
    }
  /** It may or may not have been applied. */
  | { readonly kind: "lost"; readonly detail: string; readonly requestId: string | null }
  /** Graph has no such object. */
  | { readonly kind: "not-found"; readonly detail: string; readonly requestId: string | null }
  /** Graph understood and said no, or nothing was sent. */
  | { readonly kind: "failed"; readonly detail: string; readonly requestId: string | null };

interface Judging {
  /** The scopes that the call needed. */
  readonly scopes: readonly string[];
  /** Whether Graph's message may be kept. Messages about a guest's account may contain a name or mail address. */
  readonly keepsMessage: boolean;
  readonly missingToken: (error: unknown) => MissingToken | null;
}

/** Judges what a call threw. */
export function judgeFailure(
  error: unknown,
  { scopes, keepsMessage, missingToken }: Judging,
): GraphFailure {
  const missing = missingToken(error);
  if (missing !== null) return signIn(missing.scopes ?? scopes, missing.claims);
  if (!(error instanceof GraphError)) {
    return { kind: "lost", detail: "The call ended without an answer.", requestId: null };
  }
  return judgeGraphError(error, scopes, keepsMessage);
}

function judgeGraphError(
  error: GraphError,
  scopes: readonly string[],
  keepsMessage: boolean,
): GraphFailure {
  const said = {
    detail: keepsMessage ? quoting(error) : inWords(error),
    requestId: error.answer.requestId ?? null,
  };
  switch (error.kind) {
    case "signed-out":
      return signIn(scopes, null);
    case "needs-consent":
      return { kind: "stop", stopped: { kind: "consent-missing", scopes }, detail: said.detail };
    case "forbidden":
      return { kind: "forbidden", ...said };
    case "throttled":
    case "unavailable":
      return {
        kind: "throttled",
        retryAfterSeconds: error.answer.retryAfterSeconds ?? null,
        ...said,
      };
    case "no-answer":
    case "malformed":
      return { kind: "lost", ...said };
    case "not-found":
      return { kind: "not-found", ...said };
    case "licence-missing":
    case "bad-request":
      return { kind: "failed", ...said };
  }
}

function inWords({ kind, answer }: GraphError): string {
  if (answer.status === undefined) {
    return kind === "no-answer"
      ? "The call ended without an answer."
      : `The call failed (${kind}).`;
  }
  return `Graph answered ${answer.status}${answer.code === undefined ? "" : ` ${answer.code}`}.`;
}

function quoting(error: GraphError): string {
  const words = withoutAddresses(error.answer.words ?? "");
  return words === "" ? inWords(error) : `${inWords(error)} In its words: “${words}”`;
}

function signIn(scopes: readonly string[], claims: string | null): GraphFailure {
  return {
    kind: "stop",
    stopped: { kind: "sign-in-needed", scopes, claims },
    detail: "Signing in again is needed.",
  };
}
