// Defects of the rules: domain, ledger, and what is read of the directory.
const EXPLORED = "lib/runner/every-interleaving.test.ts";
const RUN = "lib/runner/run-plan.test.ts";
const RESOLVE = "lib/runner/resolve-unknown.test.ts";
const RULES = "lib/domain/resolve-outcome.test.ts";
const ARBITRATION = "lib/ledger/arbitration.db.test.ts";
const OUTCOMES = "lib/ledger/outcomes.db.test.ts";

/** See `planted-bugs.mjs`. */
export const IN_THE_RULES = [
  {
    bug: "The ledger takes outcomes of an earlier holder of the lease",
    file: "lib/ledger/refuse-unfounded-outcome.ts",
    find: "fence === lease?.fence &&",
    replace: "(fence !== undefined || lease === undefined) &&",
    tests: [EXPLORED],
  },
  {
    bug: "The ledger takes outcomes from a colleague beside the holder of the lease",
    file: "lib/ledger/refuse-unfounded-outcome.ts",
    find: "&& actorId === (lease?.holderId ?? author)",
    replace: "&& actorId !== author.slice(1)",
    tests: ["lib/ledger/leases.db.test.ts"],
  },
  {
    bug: "Any record of the same activity passes for the request's own",
    file: "lib/graph/audit/find-audit-record.ts",
    find: "record.correlationId?.toLowerCase() === correlationId.toLowerCase() &&",
    replace: "correlationId !== '' &&",
    tests: [RESOLVE],
  },
  {
    bug: "The ledger takes “audited” with a record of another request",
    file: "lib/ledger/refuse-unfounded-outcome.ts",
    find: "auditRecord?.correlationId === stepId",
    replace: "auditRecord !== undefined",
    tests: [OUTCOMES],
  },
  {
    bug: "A renewal takes a plan over from somebody else",
    file: "lib/ledger/leases.ts",
    find: `AND "fence" = \${renews}
      AND "session" = \${session}::uuid AND "holder_id" = \${userId}::uuid`,
    replace: "",
    tests: ["lib/ledger/leases.db.test.ts"],
  },
  {
    bug: "The audit log is believed to be complete at once",
    file: "lib/domain/resolve-outcome.ts",
    find: "const AUDIT_LATENCY_MILLISECONDS = 15 * 60_000;",
    replace: "const AUDIT_LATENCY_MILLISECONDS = 0;",
    tests: [EXPLORED],
  },
  {
    bug: "The record of a request is not believed where the directory could show it",
    file: "lib/domain/resolve-outcome.ts",
    find: `if (audit.kind === "proven") return`,
    replace: `if (audit.kind === "proven" && shown !== "shown") return`,
    tests: [EXPLORED],
  },
  {
    bug: "What shows is taken for our doing, though somebody else may have done it",
    file: "lib/domain/resolve-outcome.ts",
    find: `if (shown === "shown" && attribution !== "none") return`,
    replace: `if (shown === "shown") return`,
    tests: [EXPLORED],
  },
  {
    bug: "Within the run, what shows proves that a lost request did it",
    file: "lib/domain/resolve-outcome.ts",
    find: "? unknown(before, SHOWS_UNPROVEN)",
    replace: `? { result: "done", evidence: "observed", detail: null, requestId }`,
    tests: [EXPLORED],
  },
  {
    bug: "What does not show and may have been undone is called failed",
    file: "lib/domain/resolve-outcome.ts",
    find: "return audit.others ? unknown(before, OTHERS) :",
    replace: "return",
    tests: [RULES],
  },
  {
    bug: "An outcome is replaced by any later one",
    file: "lib/domain/outcome.ts",
    find: `if (current.result === "unknown") {`,
    replace: `if (current !== next) return true;
  if (current.result === "unknown") {`,
    tests: [EXPLORED, OUTCOMES],
  },
  {
    bug: "A late “done” replaces that the directory does not show it",
    file: "lib/domain/outcome.ts",
    find: `return isCorrection || current.evidence !== "observed" || !isOnlyReported(next);`,
    replace: "return true;",
    tests: ["scripts/states-of-an-operation.test.ts"],
  },
  {
    bug: "An operation is taken back twice",
    file: "lib/ledger/refuse-unfounded.ts",
    find: "throw later.undoes === undoes",
    replace: `if (later.undoes === undoes) continue;
    throw later.undoes === undoes`,
    tests: ["lib/ledger/undo-under-later.db.test.ts"],
  },
  {
    bug: "A request's outcome is taken beside a whole that it contradicts",
    file: "lib/ledger/judge-request.ts",
    find: "if (own.has(entry.id)) refuseStaleWhole",
    replace: "if (own.size < 0) refuseStaleWhole",
    tests: ["lib/ledger/steps.db.test.ts"],
  },
  {
    bug: "A correction replaces what Entra's audit log proves",
    file: "lib/domain/outcome.ts",
    find: `return current.evidence !== "audited" || next.evidence === "audited";`,
    replace: "return true;",
    tests: [OUTCOMES],
  },
  {
    bug: "Somebody else's plan takes one's entries",
    file: "lib/ledger/refuse-unfounded.ts",
    find: "author !== undefined && author !== actorId",
    replace: "author === actorId && author === undefined",
    tests: [ARBITRATION],
  },
  {
    bug: "Settings are replaced that were changed meanwhile",
    file: "lib/ledger/refuse-unfounded.ts",
    find: "if (entry.replaces === facts.policyEntryId()) return;",
    replace: "if (facts.policyEntryId() !== entry.id) return;",
    tests: [ARBITRATION],
  },
  {
    bug: "What a colleague did since is taken back as well",
    file: "lib/domain/undo.ts",
    find: `if (done.against !== null) return done.against;`,
    replace: "",
    tests: ["lib/domain/undo.test.ts"],
  },
  {
    bug: "A member is acted on",
    file: "lib/graph/guests/read-account-state.ts",
    find: `if (wire.userType !== "Guest") return { kind: "member" };`,
    replace: "",
    tests: ["lib/runner/run-plan-checks.test.ts", "lib/runner/random-faults.test.ts"],
  },
  {
    bug: "Protected accounts are acted on",
    file: "lib/operations/guest/check-account.ts",
    find: "if (account) {",
    replace: "if (account && guestId === '') {",
    tests: ["lib/runner/run-plan-checks.test.ts", RUN],
  },
];
