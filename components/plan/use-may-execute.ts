"use client";

import { OPERATOR_ROLE_REQUIRED } from "@/components/directory/use-may-record";
import { useCallback } from "react";
import { holdsAppRole } from "@/lib/domain/app-roles";
import { needsOperatorRole, type OperationKind } from "@/lib/domain/operation";
import { mayExecute, rolesOf } from "@/lib/operations/requirements";
import { useMyRoles } from "@/lib/queries/my-roles";
import { useServices } from "@/lib/services/services";

/** Says of an operation why this person cannot do it, before they try; null when nothing speaks against it. */
export function useMayExecute(): (kind: OperationKind) => string | null {
  const { me } = useServices();
  const roles = useMyRoles();
  const mine = roles.data ?? null;
  const operates = holdsAppRole(me.appRoles, "Governance.Operator");
  return useCallback(
    (kind) => {
      if (!operates && needsOperatorRole(kind)) {
        return OPERATOR_ROLE_REQUIRED;
      }
      if (mayExecute(kind, mine) !== false) return null;
      const names = rolesOf(kind).map(({ name }) => name);
      return `This needs one of the directory roles ${names.join(", ")}.`;
    },
    [operates, mine],
  );
}
