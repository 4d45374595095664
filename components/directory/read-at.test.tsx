import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { IDLE } from "@/lib/inventory/progress-report";
import * as reading from "@/lib/inventory/use-inventory";
import { GuestsReadAt } from "./read-at";

afterEach(() => {
  vi.restoreAllMocks();
});

function showAfter(phase: "complete" | "failed") {
  vi.spyOn(reading, "useProgress").mockReturnValue({ ...IDLE, phase, finishedAt: 1_000 });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <FluentProvider theme={webLightTheme}>
        <GuestsReadAt />
      </FluentProvider>
    </QueryClientProvider>,
  );
}

test("A list that was read to its end says as of when", () => {
  showAfter("complete");
  expect(screen.getByText(/^As of/)).toBeInTheDocument();
});

test("A reading that failed is as of no time: the list was not read to its end", () => {
  showAfter("failed");
  expect(screen.queryByText(/^As of/)).toBeNull();
});
