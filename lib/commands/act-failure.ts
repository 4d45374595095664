import { GraphError } from "@/lib/graph/graph-error";
import { IdentityError } from "@/lib/identity/identity-error";
import { SignInNeeded } from "@/lib/identity/sign-in-needed";
import type { Stopped } from "./run";
import { withoutAddresses } from "./without-addresses";

/** What a failed call means for the act that it was to do. */
export type ActFailure =
  /** Nothing was sent, and nothing can be until the person signs in or consents. */
  | { readonly kind: "stop"; readonly stopped: Stopped; readonly detail: string }
  /** Graph does not let this person do it: perhaps to this guest, perhaps at all. */
  | { readonly kind: "forbidden"; readonly detail: string; readonly requestId: string | null }
  /** Graph said "not now", which is no proof that nothing happened. */
  | {
      readonly kind: "busy";
      readonly retryAfterSeconds: number | null;
      readonly detail: string;
      readonly requestId: string | null;
    }
  /** It may have been applied, or not. */
  | { readonly kind: "lost"; readonly detail: string; readonly requestId: string | null }
  /** Graph has no such object. */
  | { readonly kind: "not-found"; readonly detail: string; readonly requestId: string | null }
  /** Graph understood and said no, or nothing was sent. */
  | { readonly kind: "failed"; readonly detail: string; readonly requestId: string | null };

/**
 * Judges what a call threw. Graph's own words are left out unless they are asked for: those about a guest's account may
 * hold a name or a mail.
 */
export function judgeFailure(
  error: unknown,
  scopes: readonly string[],
  quotes: boolean,
): ActFailure {
  const needed = tokenFailureIn(error);
  if (needed instanceof SignInNeeded) return signIn(needed.scopes, needed.claims ?? null);
  if (needed !== null) return signIn(scopes, null);
  if (!(error instanceof GraphError)) {
    return { kind: "lost", detail: "The call ended without an answer.", requestId: null };
  }
  return judgeGraphError(error, scopes, quotes);
}

function judgeGraphError(
  error: GraphError,
  scopes: readonly string[],
  quotes: boolean,
): ActFailure {
  const said = {
    detail: quotes ? quoting(error) : inWords(error),
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
      return { kind: "busy", retryAfterSeconds: error.answer.retryAfterSeconds ?? null, ...said };
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

function signIn(scopes: readonly string[], claims: string | null): ActFailure {
  return {
    kind: "stop",
    stopped: { kind: "sign-in-needed", scopes, claims },
    detail: "Signing in again is needed.",
  };
}

function tokenFailureIn(error: unknown): SignInNeeded | IdentityError | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof SignInNeeded || at instanceof IdentityError) return at;
  }
  return null;
}
