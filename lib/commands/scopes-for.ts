import type { DecisionKind } from "@/lib/domain/decision";
import { SCOPES_TO_READ_STATE } from "@/lib/graph/acts/read-state";
import { SCOPES_TO_REVOKE_SESSIONS } from "@/lib/graph/acts/revoke-sessions";
import { scopesOfAct } from "./act";

/**
 * The least delegated permissions of Graph that a decision needs to be carried out, with those to look before and
 * after: https://learn.microsoft.com/graph/permissions-reference
 */
export function scopesFor(kind: DecisionKind): readonly string[] {
  if (kind === "keep") return [];
  const after = kind === "block" ? SCOPES_TO_REVOKE_SESSIONS : [];
  return [...new Set([...SCOPES_TO_READ_STATE, ...scopesOfAct(kind), ...after])];
}
