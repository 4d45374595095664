import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { GuestsPage } from "./guests-page";

const HOUR = 3_600_000;

afterEach(() => {
  vi.useRealTimers();
});

const NAMES = ["Guest 90.5", "Guest 91.5", "Guest 30.5", "Guest 31.5"];

function rowOf(name: string): string | null | undefined {
  const box = screen.getByRole("checkbox", { name: `Select ${name}` });
  return box.closest('[role="row"]')?.textContent;
}

/** All four are there, with their sign-ins: until then a row says something else, and fewer match. */
async function listIsRead(): Promise<void> {
  await screen.findByText("4 guests.");
  await waitFor(() => {
    for (const name of NAMES) expect(rowOf(name)).toMatch(/Active|Stale|Never signed in/);
    expect(screen.queryAllByRole("progressbar")).toEqual([]);
  });
}

/**
 * What a tab shows and records of guests on both sides of the limits (more than 90 days without a sign-in, more than 30
 * since they were created), with a computer's clock that is wrong by some hours.
 */
async function withClockWrongBy(hours: number, begun: number) {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant, api } = testTenant;
  for (const days of [90.5, 91.5]) {
    const lastSeen = new Date(begun - days * 24 * HOUR).toISOString();
    await tenant.addGuest({ name: `Guest ${days}`, lastSeen });
  }
  for (const days of [30.5, 31.5]) {
    await tenant.addGuest({ name: `Guest ${days}`, createdDaysAgo: days });
  }
  // The simulator and our own API share the computer here, and keep the right time.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hours * HOUR });
  await tenant.advance(-hours * HOUR);
  api.now = () => Date.now() - hours * HOUR;
  const { user, unmount } = await renderPage(testTenant, <GuestsPage />, {
    path: "/guests?q=Guest",
  });
  await listIsRead();
  const shown = NAMES.map(rowOf);
  await user.click(screen.getByRole("checkbox", { name: "Select all that match" }));
  const decide = within(screen.getByRole("toolbar", { name: "Act" }));
  await user.click(decide.getByRole("button", { name: "Block" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Block" }));
  await user.type(await dialog.findByRole("textbox", { name: "Reason" }), "Over");
  await user.click(await dialog.findByRole("button", { name: "Block 4 guests" }));
  await dialog.findByText("Blocked");
  unmount();
  vi.useRealTimers();
  const recorded = api.ledger.entries.flatMap((entry) => {
    const known = entry.kind === "planned" ? entry.operation.known : null;
    if (known === null) return [];
    const { standing, explanation, lastSeen } = known;
    return [{ standing, explanation, lastSeen }];
  });
  return { shown, recorded };
}

test("Three computers' clocks, a day apart, give the same standings and the same record", async () => {
  const begun = Date.now();
  const right = await withClockWrongBy(0, begun);
  const standings = right.recorded.map(({ standing }) => standing).sort();
  expect(standings).toEqual(["active", "active", "never-signed-in", "stale"]);
  for (const hours of [-24, 24]) expect(await withClockWrongBy(hours, begun)).toEqual(right);
});
