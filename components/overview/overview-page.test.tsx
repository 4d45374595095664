import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { pageRests } from "@/components/testing/page-at-rest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
import { DEFINITIONS, makeReview } from "@/components/reviews/testing/make-review";
import { OverviewPage } from "./overview-page";

const SIGN_INS = "signInActivity";
const READINGS = "GET /v1.0/users?";

beforeEach(() => {
  vi.stubGlobal("requestIdleCallback", (begin: () => void) => setTimeout(begin));
  vi.stubGlobal("cancelIdleCallback", (id: number) => {
    clearTimeout(id);
  });
});

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
    await partners.findByRole("link", {
      // jsdom has a space where a browser may break the line.
      name: /^northwind\. ?example\s*2 guests · 1 stale or never$/,
    }),
  ).toHaveAttribute("href", "/guests?partner=northwind.example");
});

test("What waits is named above the numbers, with the way to it", async () => {
  await renderPage(await someTenant(), <OverviewPage />);
  const region = await screen.findByRole("region", { name: "Waiting for you" });
  expect(region.compareDocumentPosition(await card(/^Blocked/))).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const waiting = within(region);
  expect(await waiting.findByRole("link", { name: "1 invitation is overdue." })).toHaveAttribute(
    "href",
    "/invitations?overdue=true",
  );
  expect(waiting.queryByText(/outcome of/)).toBeNull();
});

test("The reviews that wait for decisions are as many as the navigation says, not those that are decided", async () => {
  const testTenant = await someTenant();
  const { tenant } = testTenant;
  const guest = await tenant.addGuest({ name: "Harbour guest" });
  for (const name of ["Harbour", "Dock"]) {
    const { id } = await tenant.addGroup({ name, members: name === "Dock" ? [] : [guest.id] });
    await makeReview(testTenant, { name, groupId: id, reviewers: ["Grace Okafor"] });
  }
  await renderPage(testTenant, <OverviewPage />);
  const waiting = within(await screen.findByRole("region", { name: "Waiting for you" }));
  expect(
    await waiting.findByRole("link", { name: "1 review waits for your decisions." }),
  ).toHaveAttribute("href", "/reviews/mine");
  expect(screen.getByRole("link", { name: /^My reviews/ })).toHaveAccessibleName(
    "My reviews 1 review to decide",
  );
});

/** A tenant with a review that has ended, of which nothing is in the history. */
async function tenantWithResults(): Promise<TestTenant> {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant } = testTenant;
  const guest = await tenant.addGuest({ name: "Ada" });
  await tenant.addGuest({ name: "Dan", state: "pending", invitedDaysAgo: 45 });
  const { id } = await tenant.addGroup({ name: "Harbour", members: [guest.id] });
  await makeReview(testTenant, { name: "Harbour review", groupId: id, days: 1 });
  await tenant.advance("P3D");
  return testTenant;
}

const NOT_RECORDED = /not in the history yet/;
const readsOfReviews = ({ sent }: TestTenant) =>
  sent.filter((line) => line.split("?")[0] === `GET /v1.0${DEFINITIONS}`);

/** What waits, once everything that may be read for it was read. */
async function whatWaits() {
  const waiting = within(await screen.findByRole("region", { name: "Waiting for you" }));
  await waiting.findByText(/is overdue/);
  await pageRests();
  return waiting;
}

test("Results of reviews that are not in the history are named, with the way to record them", async () => {
  const testTenant = await tenantWithResults();
  await renderPage(testTenant, <OverviewPage />);
  const waiting = within(await screen.findByRole("region", { name: "Waiting for you" }));
  const link = await waiting.findByRole("link", { name: NOT_RECORDED });
  expect(link).toHaveTextContent("The results of 1 review are not in the history yet.");
  expect(link).toHaveAttribute("href", "/reviews");
  expect(readsOfReviews(testTenant)).not.toEqual([]);
});

test("Without consent nobody is asked for it, and no reviews are read for their results", async () => {
  const testTenant = await tenantWithResults();
  await testTenant.tenant.withdrawConsent("AccessReview.Read.All");
  const ask = vi.fn();
  const asking = {
    ...testTenant,
    sessionOf: async (persona: string) => ({ ...(await testTenant.sessionOf(persona)), ask }),
  };
  await renderPage(asking, <OverviewPage />);
  expect((await whatWaits()).queryByText(NOT_RECORDED)).toBeNull();
  expect(readsOfReviews(testTenant)).toEqual([]);
  expect(ask).not.toHaveBeenCalled();
});

test("Who may not record results is not told of them", async () => {
  const testTenant = await tenantWithResults();
  const reading = {
    ...testTenant,
    sessionOf: async (persona: string) => {
      const session = await testTenant.sessionOf(persona);
      const account = { ...session.account, appRoles: ["Governance.Reader"] };
      return { ...session, account, accounts: [account] };
    },
  };
  await renderPage(reading, <OverviewPage />);
  expect((await whatWaits()).queryByText(NOT_RECORDED)).toBeNull();
  expect(readsOfReviews(testTenant)).toEqual([]);
});

test("Where the history cannot be read, it is not known which results are in the history", async () => {
  const testTenant = await tenantWithResults();
  testTenant.api.instead = ({ url }) =>
    url.includes("/api/recorded-results")
      ? Response.json({ kind: "unavailable", message: "Away.", field: null }, { status: 503 })
      : null;
  await renderPage(testTenant, <OverviewPage />);
  expect(
    await screen.findByRole("link", {
      name: "It is not known which results of reviews are in the history.",
    }),
  ).toHaveAttribute("href", "/reviews");
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
