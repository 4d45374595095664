"use client";

import { useCallback } from "react";
import { mayCarryOut, requiredRolesFor } from "@/lib/commands/roles-for";
import { holdsAppRole } from "@/lib/domain/app-roles";
import type { DecisionKind } from "@/lib/domain/decision";
import { useDoors } from "@/lib/queries/doors";
import { useMyRoles } from "@/lib/queries/my-roles";

/** Says for a decision why this person cannot take it, before they try; null when nothing speaks against it. */
export function useMayDecide(): (kind: DecisionKind) => string | null {
  const { me } = useDoors();
  const roles = useMyRoles();
  const mine = roles.data ?? null;
  const decides = holdsAppRole(me.appRoles, "Governance.Operator");
  return useCallback(
    (kind) => {
      if (!decides) return "You may look, not decide: that needs the app role Governance.Operator.";
      if (mayCarryOut(kind, mine) !== false) return null;
      const names = requiredRolesFor(kind).map(({ name }) => name);
      return `This needs one of the directory roles ${names.join(", ")}.`;
    },
    [decides, mine],
  );
}
