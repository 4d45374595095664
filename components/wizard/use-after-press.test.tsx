import { fireEvent, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useAfterPress } from "./use-after-press";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("What is to be done while a pointer is pressed is done after its click, and else at once", () => {
  const { result } = renderHook(useAfterPress);
  const action = vi.fn();
  result.current(action);
  expect(action).toHaveBeenCalledTimes(1);
  fireEvent.pointerDown(document.body);
  result.current(action);
  fireEvent.pointerUp(document.body);
  // The click comes right after the pointer was let go: nothing may move before it.
  expect(action).toHaveBeenCalledTimes(1);
  vi.runAllTimers();
  expect(action).toHaveBeenCalledTimes(2);
});

test("A press that is cancelled holds nothing back", () => {
  const { result } = renderHook(useAfterPress);
  const action = vi.fn();
  fireEvent.pointerDown(document.body);
  result.current(action);
  fireEvent.pointerCancel(document.body);
  vi.runAllTimers();
  expect(action).toHaveBeenCalledTimes(1);
});
