"use client";

import { holdsAppRole } from "@/lib/domain/app-roles";
import { useServices } from "@/lib/services/services";

/** Why somebody without the role cannot do what changes the history, as every command says it. */
export const OPERATOR_ROLE_REQUIRED =
  "You have read-only access. To act, you need the app role Governance.Operator.";

/** Why this person cannot write to the history, as a command says it; null when they can. */
export function useMayRecord(): string | null {
  const { me } = useServices();
  return holdsAppRole(me.appRoles, "Governance.Operator") ? null : OPERATOR_ROLE_REQUIRED;
}
