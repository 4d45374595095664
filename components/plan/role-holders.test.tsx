import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { GuestsPage } from "@/components/guests/guests-page";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";

vi.setConfig({ testTimeout: 30_000 });

const ADA = "Ada of Partner";
const ELIGIBLE = "RoleEligibilitySchedule.Read.Directory";

/** The list of guests with Ada selected and a decision chosen for her. */
async function decide(testTenant: TestTenant, decision: string) {
  const rendered = await renderPage(testTenant, <GuestsPage />, { path: "/guests?q=Ada+of" });
  const { user } = rendered;
  await user.click(await screen.findByRole("checkbox", { name: `Select ${ADA}` }));
  const bar = within(screen.getByRole("toolbar", { name: "Act" }));
  await user.click(bar.getByRole("button", { name: decision }));
  return within(await screen.findByRole("dialog", { name: decision }));
}

test("A guest who may only activate a directory role is left alone, with the reason", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  await testTenant.tenant.addGuest({
    name: ADA,
    lastSeen: "200 days ago",
    eligibleFor: ["User Administrator"],
  });
  const dialog = await decide(testTenant, "Remove");
  const leftAlone = await dialog.findByRole("list", { name: "Skipped guests" });
  expect(leftAlone).toHaveTextContent("Is eligible for a directory role");
});

test("Where a group holds a role, the plan says that it is not known who may activate a membership of it", async () => {
  // In an organization of this size two groups hold roles.
  const testTenant = await createTestTenant({ consents: "everything", guests: 60 });
  await testTenant.tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  const dialog = await decide(testTenant, "Block");
  // The plan is made anew as more is read, and what was found first may be replaced.
  await waitFor(() => {
    expect(
      dialog.getByText(/^Some groups give their members a directory role/),
    ).toBeInTheDocument();
    expect(dialog.getByRole("button", { name: "Block 1 guest" })).toBeInTheDocument();
  });
});

test("To keep a guest nobody has to be able to read who holds a role", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  await testTenant.tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  await testTenant.tenant.withdrawRole(
    testTenant.tenant.persona("Grace Okafor").username,
    "Security Reader",
  );
  const dialog = await decide(testTenant, "Keep");
  expect(await dialog.findByRole("button", { name: "Keep 1 guest" })).toBeInTheDocument();
});

test("A person who may not read who is eligible learns so before they confirm, and which role it takes", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  await testTenant.tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  await testTenant.tenant.withdrawRole(
    testTenant.tenant.persona("Grace Okafor").username,
    "Security Reader",
  );
  const dialog = await decide(testTenant, "Block");
  expect(
    await dialog.findByText(/that takes Security Reader or Global Reader/),
  ).toBeInTheDocument();
  expect(dialog.getByText("Not known: who may activate a directory role")).toBeInTheDocument();
  const confirm = await dialog.findByRole("button", { name: "Block 1 guest" });
  await waitFor(() => {
    expect(confirm).not.toHaveAttribute("aria-disabled", "true");
  });
});

test("Where the permission was never given, it is asked for before a plan is made", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  await testTenant.tenant.withdrawConsent(ELIGIBLE);
  await testTenant.tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  const dialog = await decide(testTenant, "Block");
  const ask = await dialog.findByRole("button", { name: "Give permission" });
  expect(ask).toBeInTheDocument();
  // In plain words, and only what is missing.
  expect(
    await dialog.findByText(
      /Guestlist needs permission to read who is eligible for a directory role\. /,
    ),
  ).toBeInTheDocument();
  expect(dialog.getByText(ELIGIBLE)).toBeInTheDocument();
  expect(await dialog.findByText(/Give the permission below/)).toBeInTheDocument();
});
