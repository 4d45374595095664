import { describe, expect, test } from "vitest";
import { historyRequest } from "@/lib/contract/history";
import { isFiltered, KIND_CHOICES, NO_FILTERS, requestFor } from "./history-filters";

const guest = "7c1a9be2-3d54-4c8f-a6b0-1e2f3d4c5b6a";

describe("the history's request", () => {
  test("is empty without filters", () => {
    expect(requestFor(NO_FILTERS)).toEqual({});
    expect(isFiltered(NO_FILTERS)).toBe(false);
  });

  test("covers the whole last day of a range, up to the exclusive beginning of the next", () => {
    const { from, to } = requestFor({ ...NO_FILTERS, from: "2026-11-01", to: "2026-11-01" });
    expect(Date.parse(to ?? "") - Date.parse(from ?? "")).toBe(86_400_000);
  });

  test("leaves out what a hand-written address got wrong", () => {
    const request = requestFor({
      ...NO_FILTERS,
      guest: "ada",
      from: "yesterday",
      to: "2026-11-xx",
    });
    expect(request).toEqual({});
  });

  test("offers every sort of entry that can be asked for", () => {
    expect([...KIND_CHOICES].sort()).toEqual(
      [...historyRequest.shape.kind.unwrap().options].sort(),
    );
  });

  test("narrows to one review, group or template", () => {
    expect(requestFor({ ...NO_FILTERS, subject: guest })).toEqual({ subject: guest });
    expect(requestFor({ ...NO_FILTERS, subject: "r9" })).toEqual({});
  });

  test("keeps what can be asked", () => {
    const filters = { ...NO_FILTERS, guest, kind: "block", result: "unresolved" } as const;
    expect(requestFor(filters)).toEqual({ guest, kind: "block", result: "unresolved" });
    expect(isFiltered(filters)).toBe(true);
  });
});
