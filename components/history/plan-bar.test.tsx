import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { blocked, recordedOutcome } from "@/lib/queries/testing/some-rows";
import { PlanBar } from "./plan-row";

const notSent = { ...blocked, outcome: { ...recordedOutcome, result: "failed" as const } };

/** Whether the bar offers to take back the plan of these rows. */
function offers(hasMore: boolean): boolean {
  const { unmount } = render(
    <FluentProvider theme={webLightTheme}>
      <PlanBar planId="plan" rows={[notSent]} hasMore={hasMore} />
    </FluentProvider>,
  );
  const isOffered = screen.queryByRole("button", { name: "Undo this plan" }) !== null;
  unmount();
  return isOffered;
}

test("A plan whose newest operations were not sent can be undone before the older ones are listed", () => {
  expect(offers(true)).toBe(true);
  expect(offers(false)).toBe(false);
});
