import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { makeReview } from "../testing/make-review";
import { pressInVain } from "@/components/testing/patient-user";
import { ReviewPage } from "./review-page";

vi.setConfig({ testTimeout: 60_000 });
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

const recurrence = {
  pattern: { type: "absoluteMonthly", interval: 3, dayOfMonth: 20 },
  range: { type: "noEnd", startDate: "2027-01-20" },
};

/** The dialog that changes a series over the group of these guests, which denies by default and applies nothing itself. */
async function changeSeriesOver(
  guests: readonly { name: string; roles?: string[] }[],
  settings: Record<string, unknown> = { autoApplyDecisionsEnabled: false },
) {
  const fixture = await createTestTenant({ consents: "everything" });
  const { tenant } = fixture;
  for (const guest of guests) await tenant.addGuest({ ...guest, groups: ["Quay"] });
  const group = (await tenant.groups()).find(({ displayName }) => displayName === "Quay");
  const { reviewId } = await makeReview(fixture, {
    name: "Quarterly",
    groupId: group?.id ?? "",
    settings: { recurrence, ...settings },
  });
  const path = `/reviews/${reviewId}`;
  const { user } = await renderPage(fixture, <ReviewPage reviewId={reviewId} />, { path });
  const bar = within(await screen.findByRole("toolbar", { name: "Review" }));
  await user.click(bar.getByRole("button", { name: "Edit future instances" }));
  const dialog = within(await screen.findByRole("dialog"));
  const write = (name: string, value: string) => {
    fireEvent.change(dialog.getByRole("textbox", { name }), { target: { value } });
  };
  write("Reason", "Nobody applied it last time");
  const applyByItself = () =>
    user.click(dialog.getByLabelText("Auto-apply the results when it ends"));
  const change = () => dialog.findByRole("button", { name: "Change review" });
  const autoApplies = async () => {
    const made = (await tenant.reviews()).find(({ id }) => id === reviewId);
    return (made?.definition.settings as Record<string, unknown>).autoApplyDecisionsEnabled;
  };
  const ends = async () => {
    const made = (await tenant.reviews()).find(({ id }) => id === reviewId);
    return JSON.stringify(made?.definition.settings);
  };
  /** The run looks in the directory for what came of it, for half a minute. */
  const isOver = async () => {
    await vi.advanceTimersByTimeAsync(40_000);
    expect(await dialog.findByRole("button", { name: "Close" })).toBeInTheDocument();
    expect(dialog.getByRole("list", { name: "Outcomes" })).toHaveTextContent(/Done$/);
  };
  return { fixture, user, dialog, write, applyByItself, change, autoApplies, ends, isOver };
}

const ADA = { name: "Ada of Partner" };
const WHY = "Why may protected accounts lose access?";

test("A series over a role holder is not made to apply by itself unless somebody types why", async () => {
  const ben = { name: "Ben of Partner", roles: ["User Administrator"] };
  const { fixture, user, dialog, write, applyByItself, change, autoApplies, isOver } =
    await changeSeriesOver([ADA, ben]);
  await applyByItself();
  await dialog.findByRole("textbox", { name: WHY });
  await dialog.findAllByText(/1 protected account .*: Ben of Partner \(holds a directory role\)/);
  expect(await change()).toHaveAttribute("aria-disabled", "true");
  await pressInVain(user, await change());
  expect(await autoApplies()).toBe(false);
  write(WHY, "The role goes this week");
  await user.click(await change());
  await vi.waitFor(async () => {
    expect(await autoApplies()).toBe(true);
  }, 10_000);
  await isOver();
  expect(JSON.stringify(fixture.api.ledger.entries)).toMatch(
    /exception for protected accounts [0-9a-f-]{36}: The role goes this week/,
  );
});

test("A series over nobody who is protected is made to apply by itself without being asked", async () => {
  const { user, dialog, applyByItself, change, autoApplies, isOver } = await changeSeriesOver([
    ADA,
  ]);
  await applyByItself();
  await vi.waitFor(async () => {
    expect(await change()).not.toHaveAttribute("aria-disabled", "true");
  }, 20_000);
  expect(dialog.queryByRole("textbox", { name: WHY })).toBeNull();
  await user.click(await change());
  await vi.waitFor(async () => {
    expect(await autoApplies()).toBe(true);
  }, 10_000);
  await isOver();
});

test("A series over a role holder that applies by itself is not made longer unless somebody types why", async () => {
  const ben = { name: "Ben of Partner", roles: ["User Administrator"] };
  const four = { ...recurrence.range, type: "numbered", numberOfOccurrences: 4 };
  const settings = {
    recurrence: { ...recurrence, range: four },
    ...{ autoApplyDecisionsEnabled: true, defaultDecisionEnabled: true, defaultDecision: "Deny" },
  };
  const { user, dialog, write, change, ends, isOver } = await changeSeriesOver(
    [ADA, ben],
    settings,
  );
  const instances = await dialog.findByRole("textbox", { name: "Number of instances" });
  fireEvent.change(instances, { target: { value: "3" } });
  await vi.waitFor(async () => {
    expect(await change()).not.toHaveAttribute("aria-disabled", "true");
  }, 20_000);
  expect(dialog.queryByRole("textbox", { name: WHY })).toBeNull();
  fireEvent.change(instances, { target: { value: "8" } });
  await dialog.findByRole("textbox", { name: WHY });
  expect(await change()).toHaveAttribute("aria-disabled", "true");
  await pressInVain(user, await change());
  expect(await ends()).toContain('"numberOfOccurrences":4');
  write(WHY, "The role goes this week");
  await user.click(await change());
  await vi.waitFor(async () => {
    expect(await ends()).toContain('"numberOfOccurrences":8');
  }, 10_000);
  await isOver();
});
