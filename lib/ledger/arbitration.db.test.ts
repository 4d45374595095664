import { randomUUID } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import type { NewEntry } from "@/lib/contract/entries";
import { currentPolicy } from "./policy";
import { ledgerOfFile } from "./testing/fresh-database";
import { planned, policySet, somebody } from "./testing/requests";

const { database, record } = ledgerOfFile();

describe("A plan", () => {
  test.each<[string, (planId: string) => NewEntry]>([
    ["block", (planId) => planned("block", { planId })],
    ["stop of a review", (planId) => planned("stop-review", { planId })],
  ])("is one person's: a colleague's %s is not added to it", async (_, entry) => {
    const caller = somebody();
    const colleague = somebody("Governance.Operator", caller.tenantId);
    const planId = randomUUID();
    await record(caller, planned("block", { planId }));
    await expect(record(colleague, entry(planId))).rejects.toMatchObject({
      kind: "conflict",
      field: "entries[0].operation.planId",
    });
    await record(caller, entry(planId));
  });

  it("is one person's among requests that arrive together", async () => {
    const caller = somebody();
    const colleague = somebody("Governance.Operator", caller.tenantId);
    const planId = randomUUID();
    const both = await Promise.allSettled(
      [caller, colleague].map((who) => record(who, planned("block", { planId }))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("An entry and the operation in it have one id", () => {
  test.each<[string, NewEntry]>([
    ["block", { ...planned(), id: randomUUID() }],
    ["creation", { ...planned("create-review"), id: randomUUID() }],
  ])("else the history would name a %s that no outcome can belong to", async (_, entry) => {
    await expect(record(somebody(), entry)).rejects.toMatchObject({
      kind: "invalid",
      field: "entries[0].operation.id",
    });
  });
});

describe("A change of the settings", () => {
  it("that saw an older version is refused, so no break-glass account is taken off the list unseen", async () => {
    const grace = somebody();
    const olga = somebody("Governance.Administrator", grace.tenantId);
    const breakGlass = { id: randomUUID(), because: "break-glass" as const };
    const first = policySet();
    const hers = { ...first, policy: { ...first.policy, protectedAccounts: [breakGlass] } };
    await record(olga, hers);
    await expect(record(grace, policySet(30))).rejects.toMatchObject({
      kind: "conflict",
      field: "entries[0].replaces",
    });
    const { policy, set } = await currentPolicy(grace, database());
    expect(policy.protectedAccounts).toEqual([breakGlass]);
    expect(set?.entryId).toBe(hers.id);
    await record(grace, policySet(30, hers.id));
    expect((await currentPolicy(grace, database())).policy.staleAfterDays).toBe(30);
  });

  it("of two that saw the same version is made once", async () => {
    const caller = somebody();
    const both = await Promise.allSettled([60, 30].map((days) => record(caller, policySet(days))));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("of another tenant is no reason to refuse it", async () => {
    await record(somebody(), policySet());
    await record(somebody(), policySet());
  });
});
