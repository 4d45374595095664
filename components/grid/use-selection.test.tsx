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

async function extend(extendTo: () => void): Promise<void> {
  await act(async () => {
    extendTo();
    await Promise.resolve();
  });
}

test("A range goes from the row toggled last to another, up or down, and is drawn shorter again", async () => {
  const five = () => Promise.resolve(["a", "b", "c", "d", "e"]);
  const { result } = renderHook(() => useSelection(5, five));
  const chosen = () => [...result.current.ids].sort();
  act(() => {
    result.current.selection.toggle("e");
    result.current.selection.toggle("b");
  });
  await extend(() => {
    result.current.selection.extendTo("d");
  });
  expect(chosen()).toEqual(["b", "c", "d", "e"]);
  await extend(() => {
    result.current.selection.extendTo("c");
  });
  expect(chosen()).toEqual(["b", "c", "e"]);
  await extend(() => {
    result.current.selection.extendTo("a");
  });
  expect(chosen()).toEqual(["a", "b", "e"]);
});

test("Without a row toggled before, or when that one is not in the list any more, a range is one row", async () => {
  const { result } = renderHook(() => useSelection(3, everybody));
  await extend(() => {
    result.current.selection.extendTo("b");
  });
  expect([...result.current.ids]).toEqual(["b"]);
  act(() => {
    result.current.selection.toggle("gone");
  });
  await extend(() => {
    result.current.selection.extendTo("c");
  });
  expect([...result.current.ids]).toEqual(["b", "gone", "c"]);
});

test("All that match are chosen only where they were chosen as all of this list, not by as many others", async () => {
  const others = () => Promise.resolve(["x", "y"]);
  const { result, rerender } = renderHook(({ total, list }) => useSelection(total, list), {
    initialProps: { total: 3, list: everybody },
  });
  const toggleAll = () =>
    extend(() => {
      result.current.selection.toggleAll();
    });
  await toggleAll();
  expect(result.current.selection.isAll).toBe(true);
  rerender({ total: 2, list: others });
  expect(result.current.selection.isAll).toBe(false);
  await toggleAll();
  expect([...result.current.ids]).toEqual(["x", "y"]);
  expect(result.current.selection.isAll).toBe(true);
});

test("Of the chosen it is counted who no longer matches, and they are given up without the others", async () => {
  const filtered = () => Promise.resolve(["a", "z"]);
  const { result, rerender } = renderHook(({ total, list }) => useSelection(total, list), {
    initialProps: { total: 3, list: everybody },
  });
  act(() => {
    for (const id of ["a", "b", "c"]) result.current.selection.toggle(id);
  });
  await extend(() => undefined);
  expect(result.current.hidden.count).toBe(0);
  rerender({ total: 2, list: filtered });
  await extend(() => undefined);
  expect(result.current.hidden.count).toBe(2);
  act(() => {
    result.current.hidden.unselect();
  });
  expect([...result.current.ids]).toEqual(["a"]);
  expect(result.current.hidden.count).toBe(0);
});
