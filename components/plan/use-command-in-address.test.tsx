import { act, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { hookAtAddress } from "@/components/testing/hook-at-address";
import { useCommandInAddress } from "./use-command-in-address";

const atAddress = (searchParams: string) =>
  hookAtAddress(searchParams, () => useCommandInAddress(["open-gate", "close-gate"]));

test("An address without a command opens no dialog", () => {
  expect(atAddress("?tab=gates").result.current.opening).toBeNull();
});

test("An address with a command opens its dialog, as after the way to the consent page", () => {
  const { opening } = atAddress("?do=close-gate").result.current;
  expect(opening).toMatchObject({ about: "close-gate", open: true });
});

test("A command that this page does not have opens nothing", () => {
  expect(atAddress("?do=burn-gate").result.current.opening).toBeNull();
});

test("A command stands in the address while its dialog is open, and the dialog may close in peace", async () => {
  const { result, addresses } = atAddress("");
  act(() => {
    result.current.begin("open-gate");
  });
  await waitFor(() => {
    expect(addresses.at(-1)).toBe("?do=open-gate");
  });
  expect(result.current.opening).toMatchObject({ about: "open-gate", open: true });
  act(() => {
    result.current.close();
  });
  await waitFor(() => {
    expect(addresses.at(-1)).toBe("");
  });
  expect(result.current.opening).toMatchObject({ about: "open-gate", open: false });
});

test("The same command again is a new question", () => {
  const { result } = atAddress("?do=open-gate");
  const before = result.current.opening?.key;
  act(() => {
    result.current.begin("open-gate");
  });
  expect(result.current.opening).toMatchObject({ about: "open-gate", open: true });
  expect(result.current.opening?.key).not.toBe(before);
});
