import { describe, expect, test } from "vitest";
import { historyRequest } from "@/lib/contract/history";
import { RESULT_WORD } from "@/components/entries/entry-labels";
import {
  type HistoryFilters,
  isFiltered,
  KIND_CHOICES,
  NO_FILTERS,
  readFilters,
  RESULT_CHOICES,
} from "./history-filters";

const guest = "7c1a9be2-3d54-4c8f-a6b0-1e2f3d4c5b6a";

const requestFor = (filters: HistoryFilters) => readFilters(filters).request;

describe("the history's request", () => {
  test("is empty without filters", () => {
    expect(requestFor(NO_FILTERS)).toEqual({});
    expect(isFiltered(NO_FILTERS)).toBe(false);
  });

  test("covers the whole last day of a range, up to the exclusive beginning of the next", () => {
    const { from, to } = requestFor({ ...NO_FILTERS, from: "2026-11-01", to: "2026-11-01" }) ?? {};
    expect(Date.parse(to ?? "") - Date.parse(from ?? "")).toBe(86_400_000);
  });

  test("is none where a hand-written address has something that is not understood, and says what", () => {
    const filters = { ...NO_FILTERS, guest: "ada", kind: "block", from: "yesterday" };
    expect(readFilters({ ...filters, to: "2026-11-xx" })).toEqual({
      request: null,
      wrong: ["guest", "from", "to"],
    });
    expect(requestFor({ ...NO_FILTERS, kind: "ban" })).toBeNull();
    expect(requestFor({ ...NO_FILTERS, result: "fine" })).toBeNull();
    expect(requestFor({ ...NO_FILTERS, to: "2026-02-31" }), "there is no such day").toBeNull();
    expect(requestFor({ ...NO_FILTERS, from: "0050-02-01" }), "it would be 1950").toBeNull();
  });

  test("offers every sort of entry that can be asked for", () => {
    expect([...KIND_CHOICES].sort()).toEqual(
      [...historyRequest.shape.kind.unwrap().options].sort(),
    );
  });

  test("narrows to one review, group or template", () => {
    expect(requestFor({ ...NO_FILTERS, subject: guest })).toEqual({ subject: guest });
    expect(requestFor({ ...NO_FILTERS, subject: "r9" })).toBeNull();
  });

  test("keeps what can be asked", () => {
    const filters = { ...NO_FILTERS, guest, kind: "block", result: "unresolved" } as const;
    expect(requestFor(filters)).toEqual({ guest, kind: "block", result: "unresolved" });
    expect(isFiltered(filters)).toBe(true);
  });

  test("has one choice for what nobody knows, also by a link of earlier versions", () => {
    expect(RESULT_CHOICES.filter((choice) => RESULT_WORD[choice] === "Unknown")).toHaveLength(1);
    expect(requestFor({ ...NO_FILTERS, result: "unknown" })).toEqual({ result: "unresolved" });
  });
});
