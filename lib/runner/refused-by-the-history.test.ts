import { expect, test } from "vitest";
import { ApiError } from "@/lib/contract/api-error";
import type { EntriesRequest } from "@/lib/contract/entries";
import { nth } from "./testing/nth";
import { run } from "./testing/run";
import { RunnerFixture } from "./testing/runner-fixture";

const WORDS = "Another operation changed this account since, or may have.";
const WHY = { kind: "history-refused", message: WORDS };

/** A ledger that refuses to record what is planned for some guests, and how many requests that takes. */
function refusing(fixture: RunnerFixture, guestIds: readonly string[], names: "entry" | "nothing") {
  const append = fixture.ledger.append.bind(fixture.ledger);
  const counted = { requests: 0 };
  fixture.ledger.append = (request: EntriesRequest) => {
    if (request.entries.every(({ kind }) => kind !== "planned")) return append(request);
    counted.requests += 1;
    const place = request.entries.findIndex(
      (entry) => entry.kind === "planned" && guestIds.includes(entry.operation.guestId ?? ""),
    );
    if (place === -1) return append(request);
    const field = names === "entry" ? `entries[${place}].operation.undoes` : null;
    return Promise.reject(new ApiError("conflict", WORDS, field));
  };
  return counted;
}

test.each([
  // The first request with all of them, one more for each that it names.
  ["entry", 4],
  // Each is found by halving: 40 in all, three of them alone.
  ["nothing", 30],
] as const)(
  "three operations that the history refuses, naming the %s, do not keep the others away",
  async (names, most) => {
    const fixture = new RunnerFixture();
    const guests = fixture.guests(40);
    const out = [3, 17, 39].map((place) => nth(guests, place).id);
    const counted = refusing(fixture, out, names);
    const { results, stopped } = (await run(fixture, "block", guests)).result;
    expect(stopped).toBeNull();
    for (const result of results) {
      const isOut = out.includes(result.guestId ?? "");
      expect(result, result.guestId ?? "").toMatchObject(
        isOut
          ? { outcome: null, recorded: false, stopped: WHY }
          : { outcome: { result: "done" }, recorded: true, stopped: null },
      );
    }
    const sent = fixture.directory.writes.map(({ guestId }) => guestId);
    expect(sent).toHaveLength(37);
    expect(sent.filter((id) => out.includes(id))).toEqual([]);
    expect(counted.requests).toBeLessThanOrEqual(most);
  },
);

test("a plan of which the history takes nothing is told as refused, once", async () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(3);
  refusing(
    fixture,
    guests.map(({ id }) => id),
    "entry",
  );
  const { results, stopped } = (await run(fixture, "block", guests)).result;
  expect(stopped).toEqual(WHY);
  expect(results.map((each) => each.stopped)).toEqual([WHY, WHY, WHY]);
  expect(fixture.directory.writes).toEqual([]);
});
