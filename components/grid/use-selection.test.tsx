import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useSelection } from "./use-selection";

const everybody = () => Promise.resolve(["a", "b", "c"]);

test("One guest is chosen and given up again, and the others stay chosen", () => {
  const { result } = renderHook(() => useSelection(3, everybody));
  act(() => {
    result.current.selection.toggle("a");
    result.current.selection.toggle("b");
  });
  expect([...result.current.ids]).toEqual(["a", "b"]);
  expect(result.current.selection.has("b")).toBe(true);
  act(() => {
    result.current.selection.toggle("a");
  });
  expect([...result.current.ids]).toEqual(["b"]);
});

test("Choosing all takes everybody who matches, in view or not; choosing all again takes nobody", async () => {
  const { result } = renderHook(() => useSelection(3, everybody));
  act(() => {
    result.current.selection.toggle("a");
  });
  await act(async () => {
    result.current.selection.toggleAll();
    await Promise.resolve();
  });
  expect([...result.current.ids].sort()).toEqual(["a", "b", "c"]);
  act(() => {
    result.current.selection.toggleAll();
  });
  expect(result.current.selection.size).toBe(0);
});
