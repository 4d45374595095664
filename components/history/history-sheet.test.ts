import { expect, test } from "vitest";
import { type CsvCell, csvFrom } from "@/components/ui/csv";
import type { HistoryRow } from "@/lib/contract/history";
import { notAttempted } from "@/lib/operations/outcomes";
import { historySheet } from "./history-sheet";
import {
  blocked,
  reviewCreated,
  policySet,
  recordedOutcome,
  reviewResult,
  rowWith,
  templateSaved,
} from "@/lib/queries/testing/some-rows";

/** The cells of one row that are not empty, by the names of their columns. */
function cellsOf(row: HistoryRow): Record<string, CsvCell> {
  const { columns, rows } = historySheet([row], new Map([["u7", "Manuel"]]));
  const named = columns.map((column, index): [string, CsvCell] => [
    column,
    rows[0]?.[index] ?? null,
  ]);
  return Object.fromEntries(named.filter(([, cell]) => cell !== null));
}

const shared = {
  "Place in the chain": 7,
  "Recorded at (UTC)": "2026-11-20T09:00:00.000Z",
  Who: "Grace",
  "Who (object id)": "a1",
  "Recorded by": "Grace",
  "Recorded by (object id)": "a1",
  Entry: "e1",
  "As recorded": "Yes",
  Hash: "00ff",
};

test("An operation on a guest has the guest, what was known and what became of it", () => {
  expect(cellsOf(blocked)).toEqual({
    ...shared,
    Operation: "Block sign-in",
    Guest: '=HYPERLINK("x")',
    "Guest's mail": "ada@partner.example",
    "Guest (object id)": "g1",
    Reason: "Left the partner",
    "Known at the time": "Quiet for 200 days",
    Outcome: "Done",
    Evidence: "Verified in the directory",
    "Graph request id": "r1",
    Request: "PATCH /users/g1",
    "Body of the request": '{"accountEnabled":false}',
    Plan: "p1",
  });
});

test("An operation on a review has the exact request, and the id of what it made", () => {
  expect(cellsOf(reviewCreated)).toEqual({
    ...shared,
    Operation: "Create access review",
    Reason: "Left the partner",
    Outcome: "Done",
    Evidence: "Verified in the directory",
    "Graph request id": "r1",
    "Review or group (object id)": "r9",
    Request: "POST /identityGovernance/accessReviews/definitions",
    "Body of the request": '{"displayName":"Quarterly guest review"}',
    Plan: "p2",
  });
});

test("A result of a review has who decided what, and why it was not applied", () => {
  expect(cellsOf(reviewResult)).toEqual({
    ...shared,
    Who: "Manuel",
    "Who (object id)": "u7",
    "Decided at (UTC)": "2026-09-10T00:00:00.000Z",
    Operation: "Review result",
    Guest: '=HYPERLINK("x")',
    "Guest's mail": "ada@partner.example",
    "Guest (object id)": "g1",
    Outcome: "Still has access",
    "Review or group (object id)": "r9",
    "Access to": "Quay project",
    "Review began (UTC)": "2026-09-01T00:00:00.000Z",
    "Review ended (UTC)": "2026-09-15T00:00:00.000Z",
    "Review's decision": "Denied",
    Recommendation: "Deny",
    Justification: "Has left",
    "Apply result": "Not supported",
    "Why not applied": expect.stringContaining("dynamic group") as unknown,
  });
});

const by = (displayName: string) => ({ id: `id of ${displayName}`, displayName, mail: null });
const boris = { recordedBy: by("Boris"), recordedAt: Date.UTC(2026, 10, 22) };
const olga = { recordedBy: by("Olga"), recordedAt: Date.UTC(2026, 10, 23) };
const OLGAS = {
  "Corrected because": "She can still sign in",
  "Corrected by": "Olga",
  "Corrected at (UTC)": "2026-11-23T00:00:00.000Z",
};

test("A corrected outcome has who corrected it, when and why, and everything that was said before", () => {
  const failed = { ...recordedOutcome, result: "failed" as const, detail: null };
  const first = { ...failed, ...boris, correction: "It did not work" };
  const corrected = {
    ...blocked,
    outcome: { ...failed, ...olga, correction: "She can still sign in" },
    earlierOutcomes: [recordedOutcome, first],
  };
  expect(cellsOf(corrected)).toMatchObject({
    ...OLGAS,
    "Before the correction":
      "Done (recorded by Grace, 1970-01-01T00:00:00.000Z)\nFailed (recorded by Boris, 2026-11-22T00:00:00.000Z, because: It did not work)",
  });
  // Erased from the names, still told apart by the object id.
  const erased = { ...corrected.outcome, recordedBy: { ...by("x"), displayName: null } };
  expect(cellsOf({ ...corrected, outcome: erased })["Corrected by"]).toBe("id of x");
  // What was unknown and was resolved is not corrected.
  const resolved = { ...blocked, earlierOutcomes: [{ ...failed, result: "unknown" as const }] };
  expect(cellsOf(resolved)).not.toHaveProperty("Before the correction");
});

test("A correction of one of several requests is told under its name", () => {
  const [step] = blocked.operation.steps;
  if (step === undefined) throw new Error("A block has a request");
  const steps = [step, { ...step, id: "e1-2", name: "revoke-sessions" }];
  const row = {
    ...rowWith(blocked, { steps }),
    steps: [
      {
        stepId: "e1-2",
        bound: null,
        createdId: null,
        outcome: { ...recordedOutcome, ...olga, correction: "She can still sign in" },
        earlierOutcomes: [{ ...recordedOutcome, result: "unknown" as const }],
      },
    ],
  };
  expect(cellsOf(row)).toMatchObject({
    "Corrected because": "revoke-sessions: She can still sign in",
    "Corrected by": "revoke-sessions: Olga",
    "Before the correction": expect.stringMatching(/^revoke-sessions: Unknown/) as unknown,
  });
});

test("A corrected result of a review has the same", () => {
  const correction = { ...olga, reason: "She can still sign in" };
  const earlierAccess = [{ access: "unread", notApplied: null, correction: null }] as const;
  expect(cellsOf({ ...reviewResult, correction, earlierAccess: [...earlierAccess] })).toMatchObject(
    {
      ...OLGAS,
      "Before the correction": "Not read (recorded by Grace, 2026-11-20T09:00:00.000Z)",
    },
  );
});

test.each([
  ["Deny", "Nobody: the default decided"],
  ["NotReviewed", "Nobody"],
  ["DontKnow", "Not known"],
])("A result without a reviewer (%s) names nobody who decided: %s", (decision, who) => {
  const { result } = reviewResult;
  const cells = cellsOf({ ...reviewResult, result: { ...result, decision, reviewedBy: null } });
  expect(cells).toMatchObject({ Who: who, "Recorded by": "Grace" });
  expect(cells).not.toHaveProperty("Who (object id)");
});

test("Changes of the settings and templates have what holds since", () => {
  expect(cellsOf(policySet)).toMatchObject({
    Operation: "Change settings",
    "Known at the time": "Stale after 60 days, grace 30, pending after 14, 0 protected",
    "Settings before": "The defaults: Stale after 90 days, grace 30, pending after 30, 0 protected",
    Outcome: "Recorded",
  });
  const account = { id: "7c1a9be2-3d54-4c8f-a6b0-1e2f3d4c5b6a", because: "break-glass" as const };
  const policy = { ...policySet.policy, confirmAbove: 20, protectedAccounts: [account] };
  expect(cellsOf({ ...policySet, before: policySet.policy, policy })).toMatchObject({
    "Known at the time": `Stale after 60 days, grace 30, pending after 14, ask for the number above 20, 1 protected: ${account.id} (Break-glass account)`,
    "Settings before": "Stale after 60 days, grace 30, pending after 14, 0 protected",
  });
  expect(cellsOf(templateSaved)).toMatchObject({
    Operation: "Save review template",
    Template: "Partners (deleted)",
    Outcome: "Recorded",
  });
});

test("A guest's name that is a formula arrives as text", () => {
  expect(csvFrom(historySheet([blocked]))).toContain(`"'=HYPERLINK(""x"")"`);
});

test("What was to be sent and has no outcome is not resolved, what was never sent has not failed, and to keep somebody sends nothing", () => {
  const at = (row: HistoryRow) => cellsOf(row).Outcome;
  expect(at({ ...blocked, outcome: null })).toBe("Unknown");
  expect(at({ ...reviewCreated, outcome: null })).toBe("Unknown");
  const outcome = { ...recordedOutcome, ...notAttempted("the run was stopped") };
  expect(at({ ...blocked, outcome })).toBe("Not sent");
  expect(at({ ...rowWith(blocked, { kind: "keep", steps: [] }), outcome: null })).toBe("Recorded");
});
