import { cleanup, render } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { createElement } from "react";

/**
 * What a page that is gone still wanted to write into the address, up to a second later, is not written: it would set the
 * address of the next test back. The library does it where its adapter for tests is mounted.
 */
export function forgetAddressUpdates(): void {
  render(createElement(NuqsTestingAdapter, null, null));
  cleanup();
}
