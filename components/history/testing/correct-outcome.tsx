import { screen, within } from "@testing-library/react";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
import type { NewEntry } from "@/lib/contract/entries";
import type { OperationRow } from "@/lib/contract/history";
import { guestSteps } from "@/lib/domain/guest-steps";
import { blocked, rowWith } from "@/lib/queries/testing/some-rows";
import { HistoryPage } from "../history-page";

export const uuid = (number: number) =>
  `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
export const ID = uuid(1);
export const REVOKE = uuid(2);

/** The block of a guest as the server tells it, with the request that revokes sessions where it had one. */
export function entry(
  changes: Partial<OperationRow> = {},
  more: readonly string[] = [],
): OperationRow {
  const steps = [ID, ...more].map((id, index) => ({
    id,
    name: index === 0 ? "block" : "end-sessions",
    request: {
      method: index === 0 ? ("PATCH" as const) : ("POST" as const),
      path: `/users/${uuid(1_001)}${index === 0 ? "" : "/revokeSignInSessions"}`,
      body: index === 0 ? { accountEnabled: false } : null,
    },
  }));
  const subject = { type: "guest" as const, id: uuid(1_001) };
  const of = { id: ID, planId: uuid(900), guestId: subject.id, subject, steps };
  return {
    ...rowWith(blocked, of),
    ...{ id: ID, subject, actor: { ...blocked.actor, id: uuid(901) }, hash: "ab".repeat(32) },
    guest: { id: subject.id, displayName: "Ada of Partner", mail: null },
    ...changes,
  };
}

/** What the row says became of the operation and of its steps, as it was recorded. */
function outcomesOf({ operation, outcome, steps }: OperationRow): readonly NewEntry[] {
  const known = [...steps, { stepId: undefined, outcome }];
  return known.flatMap(({ stepId, outcome: its }, index) => {
    if (its === null) return [];
    const { result, evidence, detail, requestId, auditRecord, entryId = uuid(800 + index) } = its;
    const said = { result, evidence, detail, requestId, auditRecord };
    const { id: operationId, guestId } = operation;
    const about = { id: entryId, operationId, guestId, ...(stepId !== undefined && { stepId }) };
    return [{ kind: "carried-out", ...about, outcome: said } as const];
  });
}

/** The history with one entry, which tells of each outcome that is recorded from here. */
export async function openEntry(row: OperationRow, persona = "Grace Okafor") {
  const testTenant = await createTestTenant();
  const { api } = testTenant;
  api.history = [row];
  const { operation } = row;
  // Earlier versions had blocks of one request; the ledger takes those of today.
  const about = { operationId: ID, guestId: uuid(1_001), tenantId: "", mintId: () => REVOKE };
  const steps = [...guestSteps("block", about)];
  api.ledger.had({ id: ID, kind: "planned", operation: { ...operation, steps } });
  api.ledger.had(...outcomesOf(row));
  api.ledger.onDurable = (recorded) => {
    if (recorded.kind !== "carried-out") return;
    const { outcome, stepId, correction = null } = recorded;
    const recordedBy = { id: uuid(901), displayName: persona, mail: null };
    const now = { ...outcome, recordedAt: Date.UTC(2026, 10, 21), recordedBy, correction };
    api.history = api.history.map((each) => {
      if (each.kind !== "planned" || stepId !== undefined) return each;
      const before = each.outcome === null ? [] : [each.outcome];
      return { ...each, outcome: now, earlierOutcomes: [...each.earlierOutcomes, ...before] };
    });
  };
  const { user } = await renderPage(testTenant, <HistoryPage />, {
    path: `/history?entry=${ID}`,
    persona,
  });
  const panel = await screen.findByRole("dialog");
  return { testTenant, user, panel };
}

/** The form, which opens over the panel. */
export async function openDialog() {
  await screen.findByRole("heading", { name: "Correct the outcome" });
  const dialog = screen.getAllByRole("dialog").at(-1);
  if (dialog === undefined) throw new Error("No dialog is open");
  return within(dialog);
}

/** What was recorded of outcomes. */
export const corrections = ({ api }: TestTenant) =>
  api.ledger.entries.flatMap((each) => (each.kind === "carried-out" ? [each] : []));
