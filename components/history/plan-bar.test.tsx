import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { blocked, recordedOutcome } from "@/lib/queries/testing/some-rows";
import { PlanBar } from "./plan-row";

const notSent = { ...blocked, outcome: { ...recordedOutcome, result: "failed" as const } };

/** Whether the bar offers a person to take back the plan of these rows, and whether they may. */
async function offers(hasMore: boolean, persona: string) {
  const testTenant = await createTestTenant({ consents: "everything" });
  const bar = (
    <>
      <p>The plan:</p>
      <PlanBar planId="plan" rows={[notSent]} hasMore={hasMore} />
    </>
  );
  const { unmount } = await renderPage(testTenant, bar, { path: "/history", persona });
  await screen.findByText("The plan:");
  const button = screen.queryByRole("button", { name: "Undo this plan" });
  const isOffered = button !== null;
  const isAllowed = isOffered && button.getAttribute("aria-disabled") !== "true";
  unmount();
  return { isOffered, isAllowed };
}

test("A plan whose newest operations were not sent can be undone before the older ones are listed", async () => {
  expect(await offers(true, "Grace Okafor")).toEqual({ isOffered: true, isAllowed: true });
  expect(await offers(false, "Grace Okafor")).toMatchObject({ isOffered: false });
});

test("Who only reads the history is told that they cannot undo a plan", async () => {
  expect(await offers(true, "Rhea Castellanos")).toEqual({ isOffered: true, isAllowed: false });
});
