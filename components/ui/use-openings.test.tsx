import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useOpenings } from "./use-openings";

test("An opening stays while it closes, and the next one is another", () => {
  const { result } = renderHook(() => useOpenings<string>());
  expect(result.current.opening).toBeNull();
  act(() => {
    result.current.begin("Ada");
  });
  const first = result.current.opening;
  expect(first).toMatchObject({ about: "Ada", open: true });
  act(() => {
    result.current.close();
  });
  expect(result.current.opening).toEqual({ ...first, open: false });
  act(() => {
    result.current.begin("Ada");
  });
  expect(result.current.opening?.open).toBe(true);
  expect(result.current.opening?.key).not.toBe(first?.key);
});

test("What was kept on the way to another page is open at once", () => {
  const { result } = renderHook(() => useOpenings(() => "kept"));
  expect(result.current.opening).toMatchObject({ about: "kept", open: true });
});
