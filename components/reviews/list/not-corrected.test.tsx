import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import * as toast from "@/components/ui/toast";
import * as resolve from "@/lib/commands/use-resolve";
import type { OperationRow } from "@/lib/contract/history";
import * as services from "@/lib/services/services";
import { CorrectLateReviews } from "./correct-late-reviews";

afterEach(() => {
  vi.restoreAllMocks();
});

const row = {
  id: "operation",
  kind: "planned",
  operation: { id: "operation", kind: "create-review" },
  actor: { id: "grace" },
  outcome: { result: "failed" },
} as unknown as OperationRow;

test.each([
  ["not-read", null, "1 operation not readable now: try again later."],
  ["running", null, /Try again in three minutes/],
  [null, "failed", "The directory no longer shows a review of 1 operation."],
])("Why a late review was not corrected is said: %s", (because, result, said) => {
  const me = { userId: "grace", appRoles: ["Governance.Operator"] };
  vi.spyOn(services, "useServices").mockReturnValue({ me } as never);
  const mutate = (_rows: unknown, { onSuccess }: { onSuccess: (resolved: unknown) => void }) => {
    onSuccess([{ outcome: result === null ? null : { result }, because }]);
  };
  const resolving = { isError: false, isPending: false, mutate };
  vi.spyOn(resolve, "useResolve").mockReturnValue(resolving as never);
  vi.spyOn(toast, "sayToast").mockReturnValue();
  const late = [{ row, review: { id: "r", name: "Quarterly" } }] as never;
  render(
    <FluentProvider theme={webLightTheme}>
      <CorrectLateReviews late={late} />
    </FluentProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Correct the history" }));
  expect(toast.sayToast).toHaveBeenCalledWith({
    intent: "warning",
    title: "Not everything could be corrected",
    body: expect.stringMatching(said) as string,
  });
});
