import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { GuestRow, Progress } from "@/lib/inventory/inventory";
import { IDLE } from "@/lib/inventory/progress-report";
import * as tab from "@/lib/inventory/use-inventory";
import { useAllGuests, useGuestIds, useGuestRows } from "./tab-guests";

let progress: Progress;
let list: readonly string[];
const calls: string[] = [];

const rowOf = (id: string) => ({ guest: { id } }) as unknown as GuestRow;
const idsOf = (rows: readonly GuestRow[] | null) => rows?.map(({ guest }) => guest.id);

beforeEach(() => {
  progress = { ...IDLE, phase: "directory" };
  list = ["ada", "ben"];
  calls.length = 0;
  vi.spyOn(tab, "useProgress").mockImplementation(() => progress);
  vi.spyOn(tab, "inventory").mockReturnValue({
    ids: () => {
      calls.push("ids");
      return Promise.resolve(list);
    },
    rows: (ids: readonly string[]) => {
      calls.push(`rows ${ids.length}`);
      return Promise.resolve(ids.map(rowOf));
    },
  } as never);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** The page hears that the reading is further, and takes in what the list answers then. */
async function onward(rerender: () => void, next: Partial<Progress>): Promise<void> {
  progress = { ...progress, ...next };
  await act(async () => {
    rerender();
    await Promise.resolve();
  });
}

describe("All guests of the tab", () => {
  test("are nothing until the list has answered, and are taken in parts", async () => {
    list = Array.from({ length: 2_500 }, (_, index) => `guest ${index}`);
    const { result } = renderHook(useAllGuests);
    expect(result.current.data).toBeNull();
    await waitFor(() => {
      expect(idsOf(result.current.data)).toEqual(list);
    });
    expect(calls).toEqual(["ids", "rows 1000", "rows 1000", "rows 500"]);
  });

  test("are read again after every 5,000 guests of the directory, but not of the sign-ins", async () => {
    const { result, rerender } = renderHook(useAllGuests);
    await waitFor(() => {
      expect(result.current.data).not.toBeNull();
    });
    const readings = () => calls.filter((each) => each === "ids").length;
    await onward(rerender, { read: 4_999 });
    expect(readings()).toBe(1);
    await onward(rerender, { read: 5_000 });
    expect(readings()).toBe(2);
    await onward(rerender, { phase: "sign-ins", read: 0 });
    expect(readings()).toBe(3);
    await onward(rerender, { read: 20_000 });
    expect(readings()).toBe(3);
  });

  test("are complete only once the whole list was taken in", async () => {
    const { result, rerender } = renderHook(useAllGuests);
    await waitFor(() => {
      expect(result.current.data).not.toBeNull();
    });
    expect(result.current.complete).toBe(false);
    list = ["ada", "ben", "cleo"];
    progress = { ...progress, phase: "sign-ins", complete: true };
    rerender();
    // The list says that it is complete; the rows here are those of before.
    expect(idsOf(result.current.data)).toEqual(["ada", "ben"]);
    expect(result.current.complete).toBe(false);
    await waitFor(() => {
      expect(result.current.complete).toBe(true);
    });
    expect(idsOf(result.current.data)).toEqual(["ada", "ben", "cleo"]);
  });
});

describe("The ids of all guests", () => {
  test("are read only where they are needed, and once the directory was read to its end", async () => {
    const { result, rerender } = renderHook(({ enabled }) => useGuestIds(enabled), {
      initialProps: { enabled: true },
    });
    expect(calls).toEqual([]);
    progress = { ...progress, phase: "sign-ins" };
    rerender({ enabled: true });
    await waitFor(() => {
      expect(result.current.data).toEqual(["ada", "ben"]);
    });
    rerender({ enabled: false });
    expect(result.current.data).toBeNull();
    expect(calls).toEqual(["ids"]);
  });
});

describe("The rows of some guests", () => {
  test("are read again as the list grows, sign-ins included", async () => {
    const ids = ["ada"];
    const { result, rerender } = renderHook(() => useGuestRows(ids));
    await waitFor(() => {
      expect(idsOf(result.current)).toEqual(["ada"]);
    });
    await onward(rerender, { read: 1_000 });
    await onward(rerender, { phase: "sign-ins", read: 0 });
    await onward(rerender, { read: 999 });
    expect(calls).toHaveLength(3);
    await onward(rerender, { read: 1_000 });
    expect(calls).toHaveLength(4);
  });
});
