import { act, cleanup, renderHook } from "@testing-library/react";
import { parseAsString, throttle, useQueryState } from "nuqs";
import { NuqsAdapter } from "nuqs/adapters/react";
import { expect, test } from "vitest";
import { forgetAddressUpdates } from "./address-updates";

const LATER_MILLISECONDS = 60;
const words = parseAsString.withOptions({ limitUrlUpdates: throttle(LATER_MILLISECONDS) });

const soon = () => new Promise((resolve) => setTimeout(resolve, 3 * LATER_MILLISECONDS));

/** The address of a page, after one that was about to write into its own. */
async function addressAfter(leave: () => void): Promise<string> {
  window.history.replaceState(null, "", "/first");
  const { result } = renderHook(() => useQueryState("words", words), { wrapper: NuqsAdapter });
  for (const typed of ["a", "ab"]) {
    act(() => {
      void result.current[1](typed);
    });
  }
  cleanup();
  leave();
  window.history.replaceState(null, "", "/second?q=Guest");
  await soon();
  return window.location.search;
}

test("A page that is gone writes nothing into the address of the next one", async () => {
  expect(await addressAfter(forgetAddressUpdates)).toBe("?q=Guest");
});

test("Without that it would", async () => {
  expect(await addressAfter(() => undefined)).not.toBe("?q=Guest");
});
