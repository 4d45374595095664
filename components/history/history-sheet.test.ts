import { expect, test } from "vitest";
import { csvFrom } from "@/components/ui/csv";
import type { HistoryRow } from "@/lib/contract/history";
import { historySheet } from "./history-sheet";

const base = {
  id: "e1",
  seq: 7,
  recordedAt: Date.UTC(2026, 10, 20, 9),
  actor: { id: "a1", displayName: "Grace", mail: null },
  reason: "Left the partner",
  hash: "00ff",
};

const decided: HistoryRow = {
  ...base,
  kind: "decided",
  decision: "block",
  planId: "p1",
  guest: { id: "g1", displayName: '=HYPERLINK("x")', mail: "ada@partner.example" },
  known: {
    standing: "stale",
    explanation: "Quiet for 200 days",
    lastSeen: { kind: "never" },
    redemption: { kind: "not-invited" },
    createdAt: null,
    enabled: true,
    userType: "guest",
    policy: { staleAfterDays: 90, newGuestGraceDays: 30, pendingAfterDays: 30 },
  },
  undoes: null,
  outcome: { result: "done", evidence: "observed", detail: null, requestId: "r1", recordedAt: 0 },
};

const policySet: HistoryRow = {
  ...base,
  kind: "policy-set",
  policy: {
    staleAfterDays: 60,
    newGuestGraceDays: 30,
    pendingAfterDays: 14,
    protectedAccounts: [],
  },
};

test.each([decided, policySet])("Every line of the sheet is as wide as its head ($kind)", (row) => {
  const sheet = historySheet([row]);
  expect(sheet.rows[0]).toHaveLength(sheet.columns.length);
});

test("A guest's name that is a formula arrives as text", () => {
  expect(csvFrom(historySheet([decided]))).toContain(`"'=HYPERLINK(""x"")"`);
});

test("A decision without any outcome is not settled, and one to keep never has an act", () => {
  const at = (row: HistoryRow) => historySheet([row]).rows[0]?.[10];
  expect(at({ ...decided, outcome: null })).toBe("Not settled");
  expect(at({ ...decided, decision: "keep", outcome: null })).toBe("Recorded");
});
