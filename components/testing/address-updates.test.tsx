import { act, cleanup, render } from "@testing-library/react";
import { NuqsAdapter } from "nuqs/adapters/react";
import { parseAsString, throttle, useQueryState } from "nuqs";
import { expect, test } from "vitest";
import { forgetAddressUpdates } from "./address-updates";

const LATER_MILLISECONDS = 60;
let search: (words: string) => void = () => undefined;

function Page() {
  const [, set] = useQueryState(
    "words",
    parseAsString.withOptions({ limitUrlUpdates: throttle(LATER_MILLISECONDS) }),
  );
  search = (words) => void set(words);
  return null;
}

const open = () => {
  render(
    <NuqsAdapter>
      <Page />
    </NuqsAdapter>,
  );
};
const soon = () => new Promise((resolve) => setTimeout(resolve, 3 * LATER_MILLISECONDS));

/** A page that is gone, and the address of the next one. */
async function leaveWithUpdates(forgets: boolean): Promise<string> {
  window.history.replaceState(null, "", "/first");
  open();
  act(() => {
    search("a");
  });
  act(() => {
    search("ab");
  });
  cleanup();
  if (forgets) forgetAddressUpdates();
  window.history.replaceState(null, "", "/second?q=Guest");
  await soon();
  return window.location.search;
}

test("A page that is gone writes nothing into the address of the next one", async () => {
  expect(await leaveWithUpdates(true)).toBe("?q=Guest");
});

test("Without that it would", async () => {
  expect(await leaveWithUpdates(false)).not.toBe("?q=Guest");
});
