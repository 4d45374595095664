import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
import { OverviewPage } from "./overview-page";

const SIGN_INS = "signInActivity";
const READINGS = "GET /v1.0/users?";

async function someTenant(): Promise<TestTenant> {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant } = testTenant;
  await tenant.addGuest({ name: "Ada", mail: "ada@northwind.example", lastSeen: "100 days ago" });
  await tenant.addGuest({ name: "Ben", mail: "ben@northwind.example", lastSeen: "3 days ago" });
  await tenant.addGuest({ name: "Dan", state: "pending", invitedDaysAgo: 45 });
  await tenant.addGuest({ name: "Eve", state: "pending", invitedDaysAgo: 5 });
  await tenant.addGuest({ name: "Fay", enabled: false });
  await tenant.addGuest({ name: "Gus", lastSeen: "2 days ago", roles: ["Global Reader"] });
  return testTenant;
}

const card = (name: RegExp) => screen.findByRole("link", { name });

test("Every number leads to those it counts: overdue, blocked and privileged guests too", async () => {
  await renderPage(await someTenant(), <OverviewPage />);
  expect(await card(/^Overdue\s*1\D/)).toHaveAttribute("href", "/invitations?overdue=true");
  expect(await card(/^Blocked\s*1\D/)).toHaveAttribute("href", "/guests?standing=blocked");
  expect(await card(/^Hold a directory role\s*1\D/)).toHaveAttribute(
    "href",
    "/guests?privileged=true",
  );
});

test("Bars do not overlap, and each leads to the list of its days or its partner", async () => {
  await renderPage(await someTenant(), <OverviewPage />);
  const figure = async (name: string) => within(await screen.findByRole("figure", { name }));
  const idle = await figure("Time since the last successful sign-in");
  expect(await idle.findByRole("link", { name: /^90–179 days\s*1 guest$/ })).toHaveAttribute(
    "href",
    "/guests?seen=90-179",
  );
  expect(idle.getByText("730 days or more")).toBeInTheDocument();
  const pending = await figure("Age of pending invitations");
  expect(pending.getByRole("link", { name: /^30–89 days/ })).toHaveAttribute(
    "href",
    "/invitations?waiting=30-89",
  );
  const partners = await figure("Largest partners");
  expect(
    await partners.findByRole("link", { name: /^northwind\.example\s*2 guests · 1 stale$/ }),
  ).toHaveAttribute("href", "/guests?partner=northwind.example");
});

test("What waits is named, with the way to it", async () => {
  await renderPage(await someTenant(), <OverviewPage />);
  const waiting = within(await screen.findByRole("region", { name: "Waiting for you" }));
  expect(await waiting.findByRole("link", { name: "1 invitation is overdue." })).toHaveAttribute(
    "href",
    "/invitations?overdue=true",
  );
  expect(waiting.queryByText(/outcome of/)).toBeNull();
});

test("Where roles cannot be read, privileged guests are unknown and not 0", async () => {
  const testTenant = await someTenant();
  await testTenant.tenant.withdrawConsent("Directory.Read.All");
  await renderPage(testTenant, <OverviewPage />);
  expect(await card(/^Hold a directory role\s*Unknown/)).toBeInTheDocument();
});

test("The page says when it was read, and Refresh reads the directory anew", async () => {
  const testTenant = await someTenant();
  const { user } = await renderPage(testTenant, <OverviewPage />);
  expect(await screen.findByText(/^As of/)).toBeInTheDocument();
  expect(await card(/^Pending\s*2\D/)).toBeInTheDocument();
  await testTenant.tenant.addGuest({ name: "New", state: "pending", invitedDaysAgo: 1 });
  const before = testTenant.sent.filter((line) => line.startsWith(READINGS)).length;
  await user.click(screen.getByRole("button", { name: "Refresh" }));
  expect(await card(/^Pending\s*3\D/)).toBeInTheDocument();
  await waitFor(() => {
    expect(screen.getByText(/^As of/)).toBeInTheDocument();
  });
  const again = testTenant.sent.filter((line) => line.startsWith(READINGS)).slice(before);
  expect(again.some((line) => line.includes(SIGN_INS))).toBe(true);
});
