import type { SignedInAccount } from "@/lib/identity/session-state";
import type { DecidedRow, IntendedRow } from "@/lib/queries/unsettled";

const OPERATORS = ["Governance.Operator", "Governance.Administrator"];

/** Whether this person may record what became of it: whoever only reads may for their own answers in reviews. */
export function maySettle(
  row: DecidedRow | IntendedRow,
  me: Pick<SignedInAccount, "userId" | "appRoles">,
): boolean {
  if (me.appRoles.some((role) => OPERATORS.includes(role))) return true;
  return row.kind === "intended" && row.intent.kind === "answer-item" && row.actor.id === me.userId;
}
