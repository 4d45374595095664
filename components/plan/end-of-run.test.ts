import { describe, expect, test } from "vitest";
import type { Outcome } from "@/lib/domain/outcome";
import { notAttempted, observedOutcome } from "@/lib/operations/outcomes";
import type { OperationKind } from "@/lib/domain/operation";
import { oneRequest, type Plan, type PlannedOperation } from "@/lib/domain/plan";
import type { OperationResult, Stopped } from "@/lib/runner/run";
import {
  againWords,
  countsOf,
  summaryOf,
  titleOfRun,
  toTryAgain,
  triesAgain,
  undoWords,
} from "./end-of-run";

const done = observedOutcome("done", null);
const already = observedOutcome("already-so", null);
const failed = observedOutcome("failed", "The directory does not show the change.");
const unknown = observedOutcome("unknown", null);
const partlyDone: Outcome = { ...done, result: "partly-done" };
const stopped = notAttempted("the run was stopped");

/** A run with a number of each outcome; an operation without one never reached the ledger. */
function end(counts: readonly (readonly [number, Outcome | null])[], by: Stopped | null = null) {
  const results = counts.flatMap(([count, outcome]) =>
    Array.from({ length: count }, (): OperationResult => ({
      ...{ operationId: "o", guestId: "g", subject: null, steps: [], stopped: null },
      ...{ outcome, recorded: outcome !== null },
    })),
  );
  return { results, stopped: by };
}

/** A plan of operations of these kinds, which are called "o" like their results. */
function planOf(...kinds: readonly OperationKind[]): Plan {
  const request = { method: "POST", path: "/", body: null } as const;
  const operations = kinds.map((kind): PlannedOperation => {
    const base = { id: "o", planId: "p", kind, reason: "r", guestId: "g" };
    const operation = oneRequest({ ...base, subject: { type: "guest", id: "g" } }, request);
    const steps = kind === "keep" ? [] : operation.steps;
    return { operation: { ...operation, steps }, label: "", guest: null };
  });
  return { id: "p", reason: "r", operations, skipped: [] };
}

const ASKED = { kind: "asked" } as const;

describe("The title of a run that is over", () => {
  test.each([
    [
      "Blocked",
      end([
        [3, done],
        [2, already],
      ]),
    ],
    [
      "Blocked: 3 of 5",
      end([
        [3, done],
        [2, failed],
      ]),
    ],
    [
      "Stopped: 1,409 of 3,948 blocked · 2,539 not sent",
      end(
        [
          [1_409, done],
          [91, stopped],
          [2_448, null],
        ],
        ASKED,
      ),
    ],
    ["Stopped: 0 of 20 blocked · 20 not sent", end([[20, null]], { kind: "ledger-unavailable" })],
    ["Sign-in was not blocked.", end([[1, stopped]], ASKED)],
    ["Unknown", end([[1, unknown]])],
    [
      "Stopped: 0 of 4 blocked · 3 unknown · 1 not sent",
      end(
        [
          [3, unknown],
          [1, stopped],
        ],
        { kind: "asked" },
      ),
    ],
    [
      "Blocked: 1 of 3 · 2 unknown",
      end([
        [1, done],
        [2, unknown],
      ]),
    ],
    ["Partly done", end([[1, observedOutcome("partly-done", "Sessions were not ended.")]])],
    ["Block", end([[20, null]], { kind: "already-running" })],
  ])("is %s", (title, result) => {
    expect(titleOfRun("Block", planOf("block"), result)).toBe(title);
  });

  test("counts what is kept by what is recorded, for nothing is sent for it", () => {
    const about = {
      ...{ operationId: "o", guestId: "g", subject: null },
      ...{ outcome: null, steps: [], stopped: null },
    };
    const [keptOne, lost] = [
      { ...about, recorded: true },
      { ...about, recorded: false },
    ] as const;
    const of = (...each: OperationResult[]) =>
      titleOfRun("Keep", planOf("keep"), { results: each, stopped: null });
    expect(of(keptOne, keptOne)).toBe("Kept");
    expect(of(keptOne, lost)).toBe("Kept: 1 of 2 · 1 not sent");
  });

  test("of several kinds counts what is done", () => {
    const title = (result: ReturnType<typeof end>) =>
      titleOfRun("Add", planOf("add-member", "remove-member"), result);
    expect(title(end([[2, done]]))).toBe("All done");
    expect(
      title(
        end([
          [2, done],
          [1, failed],
        ]),
      ),
    ).toBe("2 of 3 done");
  });
});

describe("The summary of a run that is over", () => {
  const summary = (result: ReturnType<typeof end>) => summaryOf(countsOf(planOf("block"), result));

  test("counts each outcome under its own word, and what was never sent apart from what failed", () => {
    const result = end(
      [
        [4, done],
        [1, already],
        [2, partlyDone],
        [3, failed],
        [5, unknown],
        [6, stopped],
        [7, null],
      ],
      ASKED,
    );
    expect(summary(result)).toBe(
      "4 blocked · 1 already done · 2 partly done · 3 failed · 5 unknown · 13 not sent",
    );
  });

  test("says nothing of a plan that somebody else carries out", () => {
    expect(summary(end([[20, null]], { kind: "already-running" }))).toBe("");
  });

  test("names what would take it back, and nothing where nothing was done", () => {
    const plan = planOf("block");
    expect(undoWords(plan, end([[1_409, done]]))).toBe("Undo (unblock 1,409 guests)");
    expect(undoWords(plan, end([[2, failed]]))).toBeNull();
    expect(undoWords(planOf("resend"), end([[2, done]]))).toBeNull();
  });
});

describe("What is offered to be planned anew", () => {
  test("is what was never sent by itself, beside all of it, where some failed too", () => {
    const result = end([
      [2, failed],
      [3, stopped],
    ]);
    expect(triesAgain(result).map(againWords)).toEqual(["Continue with 3", "Try 5 again"]);
    expect(triesAgain(end([[2, failed]])).map(againWords)).toEqual(["Try 2 again"]);
    expect(triesAgain(end([[2, done]]))).toEqual([]);
  });

  const words = (result: ReturnType<typeof end>) => againWords(toTryAgain(result));

  test("after a stop is all that was never sent, whether it was recorded or not", () => {
    expect(
      words(
        end(
          [
            [1_409, done],
            [91, stopped],
            [2_448, null],
          ],
          ASKED,
        ),
      ),
    ).toBe("Continue with 2,539");
  });

  test("is what failed, and not what is not known", () => {
    expect(
      words(
        end([
          [2, failed],
          [3, stopped],
          [1, unknown],
          [1, done],
        ]),
      ),
    ).toBe("Try 5 again");
  });

  test("is nothing of several requests of which one got no answer", () => {
    const ended = end([[1, partlyDone]]);
    const withStep = (outcome: Outcome) => ({
      ...ended,
      results: ended.results.map((result) => ({
        ...result,
        steps: [{ stepId: "step", name: "end-sessions", outcome }],
      })),
    });
    expect(toTryAgain(withStep(failed))).toHaveLength(1);
    expect(toTryAgain(withStep(unknown))).toEqual([]);
  });

  test.each<Stopped>([{ kind: "already-running" }, { kind: "lease-lost" }])(
    "is nothing that somebody else may be carrying out: %j",
    (by) => {
      expect(toTryAgain(end([[20, null]], by))).toEqual([]);
    },
  );
});
