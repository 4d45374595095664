import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ENTRIES_MAX, entriesAnswer, type NewEntry } from "@/lib/contract/entries";
import type { HistoryRow } from "@/lib/contract/history";
import { readWholeHistory } from "@/lib/services/read-history";
import { answered, cardFor, carriedOut } from "@/lib/ledger/testing/requests";
import { GET as getHistory } from "./history/route";
import { get, openApi, post, type Api } from "./testing/open-api";

let api: Api;

beforeAll(async () => {
  api = await openApi();
});

afterAll(() => api.close());

const ANSWERS = 1_000;

/** Sends entries as a page sends them: in as few groups as are allowed. */
async function record(token: string, entries: readonly NewEntry[]): Promise<void> {
  for (let begin = 0; begin < entries.length; begin += ENTRIES_MAX) {
    const group = entries.slice(begin, begin + ENTRIES_MAX);
    const cards = group.flatMap((entry) =>
      entry.kind === "planned" ? [cardFor(entry.operation.guestId)] : [],
    );
    const answer = await post({ entries: group, cards }, token);
    expect(entriesAnswer.parse(await answer.json()).receipts).toHaveLength(group.length);
  }
}

/** The whole history as the pages read it, and in how many pages. */
async function wholeHistory(token: string) {
  let pages = 0;
  const rows = await readWholeHistory(
    async (path, schema) => {
      pages += 1;
      const answer = await get(getHistory, token, path.split("?")[1]);
      return (await schema()).parse(await answer.json());
    },
    { kind: "answer-item" },
  );
  return { rows, pages };
}

test("A thousand answers and what became of each are in the history, each once and with its own guest", async () => {
  const token = await api.as("Governance.Operator");
  const planId = randomUUID();
  const answers = Array.from({ length: ANSWERS }, () => answered({ planId }));
  await record(token, answers);
  const unread = await wholeHistory(token);
  expect(unread.rows.filter(isOpen)).toHaveLength(ANSWERS);
  await record(
    token,
    answers.map((answer, place) => carriedOut(answer, place % 10 === 0 ? "refused" : "done")),
  );
  const { rows, pages } = await wholeHistory(token);
  expect(pages).toBe(5);
  const found = rows.flatMap((row) =>
    row.kind === "planned" ? [[row.id, row.guest?.id, row.outcome?.result]] : [],
  );
  const expected = answers.map(({ id, operation: { guestId } }, place) => [
    id,
    guestId,
    place % 10 === 0 ? "refused" : "done",
  ]);
  expect(found).toEqual(expected.reverse());
});

const isOpen = (row: HistoryRow) => row.kind === "planned" && row.outcome === null;
