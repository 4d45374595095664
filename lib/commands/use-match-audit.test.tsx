import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { OperationRow } from "@/lib/contract/history";
import type { Evidence, Outcome, Result } from "@/lib/domain/outcome";
import { blocked, recordedOutcome } from "@/lib/queries/testing/some-rows";
import { nth } from "@/lib/runner/testing/nth";
import { recordedOperations } from "@/lib/runner/testing/recorded-operations";
import { auditRecord } from "@/lib/runner/testing/fake-directory";
import { ME, RunnerFixture } from "@/lib/runner/testing/runner-fixture";
import * as services from "@/lib/services/services";
import * as runnerServices from "@/lib/services/use-runner-services";
import { useMatchAudit } from "./use-match-audit";

afterEach(() => {
  vi.restoreAllMocks();
});

const outcomeOf = (result: Result, evidence: Evidence): Outcome => ({
  ...{ result, evidence, detail: null, requestId: null },
});
const LOST = outcomeOf("unknown", "reported");
const SEEN = outcomeOf("done", "observed");

/** A removal that the history does not know the end of, as this browser and Entra's audit log do. */
async function removalWithRecord() {
  const fixture = new RunnerFixture();
  const recorded = nth(await recordedOperations(fixture, "remove", fixture.guests(1)), 0);
  const { id: operationId, guestId, operation } = recorded;
  const { planId } = operation;
  const fence = fixture.ledger.nextFence(planId);
  const said = { kind: "carried-out", operationId, guestId, fence } as const;
  const lost = { ...said, id: fixture.mintId(), outcome: LOST };
  await fixture.services.append({ entries: [lost], cards: [] });
  fixture.services.outbox.keep({ ...said, id: fixture.mintId(), outcome: SEEN });
  const record = { activity: "Delete user", actorId: ME, targetId: guestId };
  const at = new Date(fixture.clock.now()).toISOString();
  fixture.directory.audits = [auditRecord({ ...record, tracking: operationId, at })];
  const row: OperationRow = {
    ...{ ...blocked, id: operationId, recordedAt: recorded.recordedAt },
    ...{ operation: { ...operation, steps: [...operation.steps] } },
    ...{ actor: { ...blocked.actor, id: ME }, outcome: { ...recordedOutcome, ...LOST } },
  };
  return { fixture, row, operationId, planId, fence };
}

/** The hook as the history has it, over the fixture's services. */
function openHook(fixture: RunnerFixture) {
  const me = { ...fixture.services.me, homeAccountId: "home" };
  vi.spyOn(services, "useServices").mockReturnValue({ me } as never);
  vi.spyOn(runnerServices, "useRunnerServices").mockReturnValue(fixture.services);
  const client = new QueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(useMatchAudit, { wrapper });
  return (row: OperationRow) => act(() => result.current.mutateAsync(row));
}

test("What this browser still keeps of the operation is recorded first, and Entra's record of it over that", async () => {
  const { fixture, row, operationId, planId, fence } = await removalWithRecord();
  const outcome = await openHook(fixture)(row);
  expect(outcome).toMatchObject({ result: "done", evidence: "audited" });
  expect(fixture.ledger.outcomesOf(operationId)).toEqual([LOST, SEEN, outcome]);
  expect(fixture.outboxEntries.size).toBe(0);
  expect(fixture.ledger.fenceOf(planId), "recorded under a lease of its own").toBe(fence + 1);
});

test("While what this browser keeps cannot be recorded, it stays, and nothing is said over it", async () => {
  const { fixture, row, operationId, planId, fence } = await removalWithRecord();
  let requests = 0;
  fixture.ledger.fateOf = () => {
    requests += 1;
    return requests === 1 ? "down" : "well";
  };
  await expect(openHook(fixture)(row)).rejects.toMatchObject({ kind: "unavailable" });
  expect(fixture.ledger.outcomesOf(operationId)).toEqual([LOST]);
  expect(fixture.outboxEntries.size).toBe(1);
  expect(fixture.ledger.fenceOf(planId), "what is kept is not fenced off").toBe(fence);
});

test("Where the audit log has no record yet, nothing is recorded and no lease is taken", async () => {
  const { fixture, row, operationId, planId, fence } = await removalWithRecord();
  fixture.directory.audits = [];
  expect(await openHook(fixture)(row)).toBeNull();
  expect(fixture.ledger.outcomesOf(operationId)).toEqual([LOST, SEEN]);
  expect(fixture.ledger.fenceOf(planId)).toBe(fence);
});

test("While the plan is carried out elsewhere, Entra's record is not written", async () => {
  const { fixture, row, operationId, planId } = await removalWithRecord();
  fixture.running.add(planId);
  await expect(openHook(fixture)(row)).rejects.toMatchObject({ kind: "conflict" });
  expect(fixture.ledger.outcomesOf(operationId)).toEqual([LOST, SEEN]);
});
