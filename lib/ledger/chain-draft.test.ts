import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { NewEntry } from "@/lib/contract/entries";
import { canonicalJson, GENESIS } from "./hash-chain";
import { ChainDraft } from "./chain-draft";
import type { ChainState } from "./chain-state";
import { outcomeKey, recordedOperation } from "./recorded-operation";
import { carriedOut, planned } from "./testing/requests";

const TENANT = randomUUID();
const actor = { subjectId: randomUUID(), displayName: "Olga Operator", mail: null };

const EMPTY: ChainState = {
  head: { seq: 0, hash: GENESIS, recordedAt: 0 },
  entries: new Map(),
  operations: new Map(),
  laterAboutGuest: new Map(),
  outcomes: new Map(),
  createdIds: new Map(),
  planAuthors: new Map(),
  leases: new Map(),
  results: new Map(),
  corrections: new Map(),
  policyEntryId: null,
  cards: [],
};

const draftOn = (state: ChainState) => new ChainDraft(TENANT, state, 1);
const add = (draft: ChainDraft, ...entries: NewEntry[]) =>
  draft.add({ actor, mayOperate: true, entries, cards: [] });

/** A block with what became of each of its two requests. */
function blockOfTwo() {
  const block = planned("block", { tenantId: TENANT });
  const [first, second] = block.operation.steps.map(({ id: stepId }) => ({
    ...carriedOut(block),
    stepId,
  }));
  if (first === undefined || second === undefined) throw new TypeError("A block has two requests.");
  return { block, first, second };
}

describe("The outcome of an operation with several requests", () => {
  it("is not that it was done while nothing is recorded of the first one", () => {
    const { block, second } = blockOfTwo();
    const draft = draftOn(EMPTY);
    add(draft, block, second);
    expect(() => add(draft, carriedOut(block))).toThrow(
      expect.objectContaining({ kind: "conflict", field: "entries[0].outcome" }),
    );
    expect(add(draft, carriedOut(block, "unknown"))).toMatchObject([{ repeated: false }]);
  });

  it("that an earlier version left beside a request which contradicts it keeps no receipt back", () => {
    const { block, first } = blockOfTwo();
    const { operation } = block;
    const receipt = { id: first.id, seq: 2, hash: "h", recordedAt: 0, repeated: false };
    const held = (entry: ReturnType<typeof carriedOut>) => ({
      ...entry,
      entryId: entry.id,
      isCorrection: false,
    });
    const draft = draftOn({
      ...EMPTY,
      entries: new Map([
        [first.id, { content: canonicalJson(first), actorId: actor.subjectId, receipt }],
      ]),
      operations: new Map([[block.id, recordedOperation(operation, actor.subjectId)]]),
      outcomes: new Map([
        [outcomeKey(block.id, first.stepId), held(first)],
        [outcomeKey(block.id, undefined), held(carriedOut(block, "failed"))],
      ]),
    });
    expect(add(draft, first)).toEqual([{ ...receipt, repeated: true }]);
    expect(draft.entries).toEqual([]);
    expect(() => add(draft, { ...first, id: randomUUID() })).toThrow(
      expect.objectContaining({ kind: "invalid", field: "entries[0].stepId" }),
    );
  });
});
