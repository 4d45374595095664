import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { NewEntry } from "@/lib/contract/entries";
import { historyAnswer } from "@/lib/contract/history";
import type { Caller } from "./caller";
import { history } from "./history";
import { recordedResults } from "./recorded-results";
import { ledgerOfFile } from "./testing/fresh-database";
import { reviewResult, somebody } from "./testing/requests";
import { verifyLedger } from "./verify/verify-ledger";

const { database, record } = ledgerOfFile();

async function resultsOf(caller: Caller) {
  const answer = historyAnswer.parse(await history({ limit: 50 }, caller, database()));
  return answer.rows.flatMap((row) => (row.kind === "review-result" ? [row] : []));
}

type Resulted = ReturnType<typeof reviewResult>;

const STILL_THERE = { access: "still-there", notApplied: "nested-group" } as const;

/** The same result with another account of the access. */
function correctionOf(
  { id, result }: Resulted,
  changes: Partial<Resulted["result"]>,
  correction: string,
) {
  const corrected = { ...result, ...changes };
  return {
    id: randomUUID(),
    kind: "review-result" as const,
    result: corrected,
    corrects: id,
    correction,
  };
}

describe("What a person corrects of a review's result", () => {
  it("is shown in its place, with who, when and why, and what was said before stays", async () => {
    const olga = somebody();
    const boris = somebody("Governance.Operator", olga.tenantId);
    const wrong = reviewResult();
    await record(olga, wrong);
    const overlooked = correctionOf(wrong, STILL_THERE, "An inner group was overlooked.");
    await record(boris, overlooked);
    const unread = { access: "unread", notApplied: null } as const;
    const again = correctionOf(wrong, unread, "Nobody has looked.");
    // Of two who saw the same, the second one is told.
    await expect(record(olga, again)).rejects.toMatchObject({
      kind: "conflict",
      field: "entries[0].replaces",
    });
    await record(olga, { ...again, replaces: overlooked.id });
    const rows = await resultsOf(olga);
    expect(rows).toMatchObject([
      {
        id: wrong.id,
        result: { ...wrong.result, access: "unread" },
        actor: { id: olga.userId },
        correction: { reason: "Nobody has looked.", recordedBy: { id: olga.userId } },
        earlierAccess: [
          { access: "gone", notApplied: null, correction: null },
          {
            ...STILL_THERE,
            correction: {
              reason: "An inner group was overlooked.",
              recordedBy: { id: boris.userId, displayName: boris.name },
            },
          },
        ],
      },
    ]);
    expect(rows[0]?.correction?.recordedAt).toBeGreaterThanOrEqual(rows[0]?.recordedAt ?? Infinity);
    expect(await verifyLedger(database(), olga.tenantId)).toMatchObject({
      fault: null,
      length: 3,
    });
  });

  it("is shown with that result alone, also where the guest has others", async () => {
    const olga = somebody();
    const wrong = reviewResult();
    const other = reviewResult({ guestId: wrong.result.guestId });
    const correction = correctionOf(wrong, STILL_THERE, "It was overlooked.");
    await record(olga, wrong, other, correction);
    await expect(
      record(olga, { ...correctionOf(wrong, STILL_THERE, "x"), corrects: correction.id }),
    ).rejects.toMatchObject({ kind: "invalid", field: "entries[0].corrects" });
    expect(await resultsOf(olga)).toMatchObject([
      { id: other.id, correction: null, earlierAccess: [] },
      { id: wrong.id, correction: { entryId: correction.id } },
    ]);
  });

  it("that is sent twice is recorded once", async () => {
    const olga = somebody();
    const wrong = reviewResult();
    const correction = correctionOf(wrong, STILL_THERE, "It was overlooked.");
    await record(olga, wrong, correction);
    const { receipts } = await record(olga, correction);
    expect(receipts).toMatchObject([{ id: correction.id, repeated: true }]);
    const { reviewId } = wrong.result;
    const { instances } = await recordedResults([reviewId], olga, database());
    expect(instances).toMatchObject([{ items: 1 }]);
  });

  it.each<[string, (wrong: Resulted) => NewEntry]>([
    ["of another item", (wrong) => correctionOf(wrong, { itemId: randomUUID() }, "Mine")],
    [
      "that says why a Deny was not applied to an access that is gone",
      (wrong) => correctionOf(wrong, { notApplied: "nested-group" }, "Mine"),
    ],
    ["of what Entra said", (wrong) => correctionOf(wrong, { decision: "Approve" }, "Mine")],
    [
      "of no entry",
      (wrong) => ({ ...correctionOf(wrong, STILL_THERE, "Mine"), corrects: randomUUID() }),
    ],
    [
      "without a reason",
      ({ id, result }) => ({ id: randomUUID(), kind: "review-result", result, corrects: id }),
    ],
    [
      "that names nothing",
      ({ result }) => ({ id: randomUUID(), kind: "review-result", result, correction: "Why" }),
    ],
  ])("%s is refused", async (_what, correctionFor) => {
    const olga = somebody();
    const wrong = reviewResult();
    await record(olga, wrong);
    await expect(record(olga, correctionFor(wrong))).rejects.toMatchObject({ kind: "invalid" });
    expect(await resultsOf(olga)).toMatchObject([{ result: wrong.result, correction: null }]);
  });

  it("of an approval names no reason why it was not applied: only a Deny is to be", async () => {
    const olga = somebody();
    const approved = reviewResult({ decision: "Approve", access: "still-there" });
    await record(olga, approved);
    await expect(
      record(olga, correctionOf(approved, STILL_THERE, "It was overlooked.")),
    ).rejects.toMatchObject({ kind: "invalid", field: "entries[0].result" });
    expect(await resultsOf(olga)).toMatchObject([{ result: approved.result, correction: null }]);
  });

  it("in another tenant's history is refused, and so is a reader's", async () => {
    const olga = somebody();
    const wrong = reviewResult();
    await record(olga, wrong);
    const correction = correctionOf(wrong, STILL_THERE, "It was overlooked.");
    await expect(record(somebody(), correction)).rejects.toMatchObject({ kind: "invalid" });
    const reader = somebody("Governance.Reader", olga.tenantId);
    await expect(record(reader, correction)).rejects.toMatchObject({ kind: "forbidden" });
  });
});
