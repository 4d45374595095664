import { renderHook } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import type { ReactNode } from "react";

/** Renders a hook at an address, and collects each query that it writes there. */
export function hookAtAddress<Result>(searchParams: string, hook: () => Result) {
  const addresses: string[] = [];
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <NuqsTestingAdapter
      searchParams={searchParams}
      hasMemory
      onUrlUpdate={({ queryString }) => {
        addresses.push(queryString);
      }}
    >
      {children}
    </NuqsTestingAdapter>
  );
  return { addresses, ...renderHook(hook, { wrapper }) };
}
