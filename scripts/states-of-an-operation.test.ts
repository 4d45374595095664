import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mayReplaceOutcome, RESULTS, type Outcome } from "@/lib/domain/outcome";
import {
  type AuditAnswer,
  type Findings,
  lostOutcome,
  resolveOutcome,
} from "@/lib/domain/resolve-outcome";
import { GraphError, type GraphErrorKind } from "@/lib/graph/graph-error";
import { judgeFailure } from "@/lib/runner/judge-failure";
import { nth } from "@/lib/runner/testing/nth";
import { readTable } from "@/lib/runner/testing/read-table";
import { leaseAnswer, leaseRows } from "@/lib/runner/testing/schedule/lease-table";
import { Server } from "@/lib/runner/testing/schedule/server";

const text = readFileSync("docs/states-of-an-operation.md", "utf8");

/** An outcome from its words, for example "done (observed)"; what is unknown is known by the tab at most. */
function outcomeOf(words: string): Outcome {
  const [, result, evidence = "reported"] = /^([\w-]+)(?: \((\w+)\))?$/.exec(words) ?? [];
  return { result, evidence, detail: null, requestId: null } as Outcome;
}

function wordsOf(outcome: Outcome | null): string {
  if (outcome === null) return "nothing yet";
  return outcome.result === "unknown" ? "unknown" : `${outcome.result} (${outcome.evidence})`;
}

describe("What may replace what is as docs/states-of-an-operation.md says", () => {
  const { head, rows } = readTable(text, "recorded");
  const cells = rows.flatMap(([recorded = "", ...answers]) =>
    answers.map((answer, at) => [recorded, head[at + 1] ?? "", answer] as const),
  );

  test("the table has every result that there is, recorded and to be recorded", () => {
    const resultsIn = (words: readonly string[]) =>
      new Set(words.map((each) => outcomeOf(each).result));
    expect(resultsIn(rows.map(([recorded = ""]) => recorded))).toEqual(new Set(RESULTS));
    expect(resultsIn(head.slice(1))).toEqual(new Set(RESULTS));
  });

  test.each(cells)("%s by %s: %s", (recorded, next, answer) => {
    const may = (isCorrection: boolean) =>
      mayReplaceOutcome(outcomeOf(recorded), outcomeOf(next), isCorrection);
    const found = may(false) ? "yes" : may(true) ? "reason" : "no";
    expect(found).toBe(answer);
  });

  const GRADES = ["unknown", "reported", "observed", "audited"] as const;
  const pairs = GRADES.flatMap((from) => GRADES.map((to) => [from, to] as const));

  test.each(pairs.filter(([from, to]) => from !== to))(
    "the diagram has an arrow from %s to %s just where the server lets it pass",
    (from, to) => {
      const of = (grade: (typeof GRADES)[number]) =>
        outcomeOf(grade === "unknown" ? grade : `done (${grade})`);
      const isDrawn = new RegExp(`^ *${from} --> ${to}\\b`, "m").test(text);
      expect(isDrawn).toBe(mayReplaceOutcome(of(from), of(to), false));
    },
  );
});

const MINUTE = 60_000;
const record = { id: "r", correlationId: "c" };

const AUDIT: Readonly<Record<string, AuditAnswer>> = {
  "its record": { kind: "proven", record },
  nothing: { kind: "none", others: false },
  "same activity": { kind: "none", others: true },
  "cannot tell": { kind: "none", others: null },
  "not read": { kind: "not-read" },
};
const AGE = {
  "under 15 minutes": 14 * MINUTE,
  between: 60 * MINUTE,
  "over 6 days": 7 * 24 * 60 * MINUTE,
};
const SHOWN = ["shown", "not-shown", "unclear"] as const;
const ATTRIBUTION = ["none", "marked", "signed"] as const;

test("What is known of an unresolved operation says the outcome of the first row that fits", () => {
  const { rows } = readTable(text, "the audit log");
  const met = new Set<number>();
  for (const [audit, answer] of Object.entries(AUDIT)) {
    for (const shown of SHOWN) {
      for (const attribution of ATTRIBUTION) {
        for (const [age, milliseconds] of Object.entries(AGE)) {
          const facts = [audit, shown, attribution, age];
          const fits = (row: readonly string[]) =>
            facts.every((fact, at) => row[at] === "any" || row[at]?.split(", ").includes(fact));
          const at = rows.findIndex(fits);
          met.add(at);
          const times = { before: null, recordedAt: 0, sentUntil: 0, now: milliseconds };
          const findings: Findings = { ...times, audit: answer, shown, attribution };
          const row = nth(rows, at);
          expect(wordsOf(resolveOutcome(findings)), facts.join(", ")).toBe(row[4]);
        }
      }
    }
  }
  expect(met.size, "each row is the first that fits something").toBe(rows.length);
});

test("Of what got no answer the directory tells within the run what the table says", () => {
  const { rows } = readTable(text, "the directory");
  expect(rows).toHaveLength(6);
  for (const [shown, attribution, outcome] of rows) {
    const found = lostOutcome(outcomeOf("unknown"), shown as "shown", attribution as "none");
    expect(wordsOf(found), `${shown ?? ""}, ${attribution ?? ""}`).toBe(outcome);
  }
});

test("Each of Graph's answers means what the table says", () => {
  const { rows } = readTable(text, "Graph's answer");
  const judging = { scopes: [], keepsMessage: false, missingToken: () => null };
  for (const [kind, means] of rows) {
    const error = new GraphError(kind as GraphErrorKind, "As the test wished.", { status: 400 });
    expect(judgeFailure(error, judging).kind, kind).toBe(means);
  }
  expect(rows).toHaveLength(10);
});

test.each(leaseRows())(
  "In the explored schedules a lease that is %s, asked for by %s (%s): %s",
  async (...row) => {
    let now = 0;
    const server = new Server(() => now);
    const of = { from: "A", userId: "me" };
    const leases = {
      acquire: (session: string, renews?: number) =>
        Promise.resolve(server.acquire({ planId: "plan", session, renews }, of)),
      release: (session: string) => {
        server.release({ planId: "plan", session });
        return Promise.resolve();
      },
      lapse: () => Promise.resolve((now += 4 * MINUTE)),
    };
    expect(await leaseAnswer(leases, row)).toBe(row[3]);
  },
);
