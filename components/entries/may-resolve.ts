import { holdsAppRole } from "@/lib/domain/app-roles";
import { needsOperatorRole } from "@/lib/domain/operation";
import { sameId } from "@/lib/domain/same-id";
import type { SignedInAccount } from "@/lib/identity/session-state";
import type { OperationRow } from "@/lib/contract/history";

/** Whether this person may record what became of it: a reader may for their own answers in reviews. */
export function mayResolve(
  { operation, actor }: Pick<OperationRow, "operation" | "actor">,
  me: Pick<SignedInAccount, "userId" | "appRoles">,
): boolean {
  if (holdsAppRole(me.appRoles, "Governance.Operator")) return true;
  return !needsOperatorRole(operation.kind) && sameId(actor.id, me.userId);
}
