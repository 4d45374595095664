import { renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useOpenRowInView } from "./use-rows-in-view";

interface Open {
  readonly id: string | null;
  readonly row: number | undefined;
}

const ADA: Open = { id: "Ada", row: 0 };

test("The grid scrolls to the open row when that becomes another one, and to none besides", () => {
  const reveal = vi.fn();
  const { rerender } = renderHook(
    ({ id, row }: Open) => {
      useOpenRowInView(id, row, reveal);
    },
    { initialProps: ADA },
  );
  expect(reveal, "a page that begins with a panel").not.toHaveBeenCalled();
  rerender({ id: "Cleo", row: 12 });
  rerender({ id: "Cleo", row: 13 });
  rerender({ id: null, row: undefined });
  expect(reveal.mock.calls).toEqual([[12]]);
});
