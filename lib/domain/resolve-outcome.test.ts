import { describe, expect, test } from "vitest";
import type { AuditAnswer, Findings } from "./resolve-outcome";
import type { Outcome } from "./outcome";
import { resolveOutcome, unknown } from "./resolve-outcome";

const MINUTE = 60_000;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20);
const none: AuditAnswer = { kind: "none", others: false };
const others: AuditAnswer = { kind: "none", others: true };
const unasked: AuditAnswer = { kind: "none", others: null };
const unread: AuditAnswer = { kind: "not-read" };
const proven: AuditAnswer = { kind: "proven", record: { id: "r", correlationId: "c" } };

const findings = (overrides: Partial<Findings>): Findings => ({
  before: null,
  recordedAt: NOW - 60 * MINUTE,
  sentUntil: overrides.recordedAt ?? NOW - 60 * MINUTE,
  now: NOW,
  audit: none,
  shown: "not-shown",
  attribution: "none",
  ...overrides,
});

const LOST: Outcome = { result: "unknown", evidence: "reported", detail: null, requestId: null };
const young = { recordedAt: NOW - 14 * MINUTE };

describe("What became of an operation without a known answer", () => {
  test.each<[string, Partial<Findings>, string | null]>([
    ["Entra's record proves it, though it was undone since", { audit: proven }, "done audited"],
    ["nor does its age matter then", { ...young, audit: proven }, "done audited"],
    ["it shows, and nothing proves whose it was", { shown: "shown" }, "unknown reported"],
    ["it shows, and the log cannot be read", { shown: "shown", audit: unread }, "unknown reported"],
    ["it shows, and the log may be late", { ...young, shown: "shown" }, null],
    [
      "it shows with its own mark",
      { ...young, shown: "shown", attribution: "marked" },
      "done observed",
    ],
    ["it shows, signed by its actor", { shown: "shown", attribution: "signed" }, "done observed"],
    ["it does not show, and no log has it", {}, "failed observed"],
    ["it does not show, and the log may be late", young, null],
    [
      "it may have been sent long after it was recorded, and the log may be late",
      { recordedAt: NOW - 60 * MINUTE, sentUntil: NOW - 14 * MINUTE },
      null,
    ],
    ["it does not show, and the log cannot be read", { audit: unread }, "unknown reported"],
    ["it does not show, and the log has such a change", { audit: others }, "unknown reported"],
    ["what bears a mark may have been deleted", { ...young, attribution: "marked" }, null],
    ["what bears a mark is nowhere, nor in the log", { attribution: "marked" }, "failed observed"],
    ["what is signed and not there", { audit: unread, attribution: "signed" }, "failed observed"],
    ["nobody could ask whether it was undone", { audit: unasked }, "unknown reported"],
    ["the log does not go back that far", { recordedAt: NOW - 31 * DAY }, "unknown reported"],
    ["what shows is unclear", { shown: "unclear" }, "unknown reported"],
  ])("%s", (_, input, expected) => {
    const outcome = resolveOutcome(findings(input));
    expect(outcome === null ? null : `${outcome.result} ${outcome.evidence}`).toBe(expected);
  });

  test("keeps what was said of the half that was not done", () => {
    const before: Outcome = { ...LOST, result: "done", detail: "Sessions were not ended." };
    expect(resolveOutcome(findings({ before, audit: proven }))?.detail).toBe(
      "Sessions were not ended. Entra audit record r",
    );
  });

  test("keeps what is known of the request, and the record that proves it", () => {
    const before = unknown({ ...LOST, requestId: "q" }, "Lost.");
    expect(resolveOutcome(findings({ before }))?.requestId).toBe("q");
    expect(resolveOutcome(findings({ before, audit: proven }))).toMatchObject({
      requestId: "q",
      auditRecord: { id: "r", correlationId: "c" },
    });
  });
});
