import { holdsAppRole } from "@/lib/domain/app-roles";
import type { SignedInAccount } from "@/lib/identity/session-state";
import type { DecidedRow, IntendedRow } from "@/lib/queries/unresolved";

/** Whether this person may record what became of it: whoever only reads may for their own answers in reviews. */
export function mayResolve(
  row: DecidedRow | IntendedRow,
  me: Pick<SignedInAccount, "userId" | "appRoles">,
): boolean {
  if (holdsAppRole(me.appRoles, "Governance.Operator")) return true;
  return row.kind === "intended" && row.intent.kind === "answer-item" && row.actor.id === me.userId;
}
