import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { PreflightProblem } from "@/lib/domain/reviews/preflight";
import { ExceptionField, useException } from "./exception-field";

const PROBLEM: PreflightProblem = {
  ...{ id: "protected", blocks: true, exception: true, groupIds: [], accountIds: ["a"] },
  says: "1 protected account may lose access.",
};
const EXCEPTIONS = [PROBLEM];

function Page() {
  const exception = useException(EXCEPTIONS);
  return (
    <FluentProvider theme={webLightTheme}>
      <ExceptionField of={exception} onRetry={vi.fn()} />
      {exception.isGiven ? "An exception is made" : "No exception is made"}
    </FluentProvider>
  );
}

test("A pasted text over the limit stays whole, is said to be too long, and makes no exception", () => {
  render(<Page />);
  const field = screen.getByRole("textbox", { name: /protected accounts/ });
  fireEvent.change(field, { target: { value: "x".repeat(412) } });
  expect(field).toHaveValue("x".repeat(412));
  expect(field).not.toHaveAttribute("maxlength");
  expect(screen.getByText("Use at most 300 characters: it has 412.")).toBeInTheDocument();
  expect(screen.getByText("No exception is made")).toBeInTheDocument();
  fireEvent.change(field, { target: { value: "The role goes this week" } });
  expect(screen.getByText("An exception is made")).toBeInTheDocument();
});
