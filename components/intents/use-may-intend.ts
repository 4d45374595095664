"use client";

import { useCallback } from "react";
import { mayCarryOutIntent, requiredRolesForIntent } from "@/lib/commands/intents/roles-for-intent";
import { holdsAppRole } from "@/lib/domain/app-roles";
import type { IntentKind } from "@/lib/domain/intent";
import { useDoors } from "@/lib/queries/doors";
import { useMyRoles } from "@/lib/queries/my-roles";

/** What reviewers do whatever their app role is; that they are reviewers is checked by Entra itself. */
const REVIEWING: ReadonlySet<IntentKind> = new Set(["answer-item", "accept-recommendations"]);

/** Says of an intent why this person cannot carry it out, before they try; null when nothing speaks against it. */
export function useMayIntend(): (kind: IntentKind) => string | null {
  const { me } = useDoors();
  const roles = useMyRoles();
  const mine = roles.data ?? null;
  const operates = holdsAppRole(me.appRoles, "Governance.Operator");
  return useCallback(
    (kind) => {
      if (!operates && !REVIEWING.has(kind)) {
        return "You may look, not change: that needs the app role Governance.Operator.";
      }
      if (mayCarryOutIntent(kind, mine) !== false) return null;
      const names = requiredRolesForIntent(kind).map(({ name }) => name);
      return `This needs one of the directory roles ${names.join(", ")}.`;
    },
    [operates, mine],
  );
}
