import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { GuestsPage } from "./guests-page";

const names = async () =>
  within(await screen.findByRole("grid", { name: "Guests" }))
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("gridcell")[1]?.textContent)
    .sort();

async function someTenant() {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant } = testTenant;
  const uma = tenant.persona("Uma Lindqvist").username;
  await tenant.addGuest({
    name: "Ada",
    mail: "ada@velvale.example",
    lastSeen: "100 days ago",
    createdDaysAgo: 400,
    sponsors: [uma],
    groups: ["Quay project"],
  });
  await tenant.addGuest({
    name: "Ben",
    mail: "ben@mail.velvale.example",
    lastSeen: "3 days ago",
    createdDaysAgo: 10,
    invitedBy: uma,
    roles: ["Global Reader"],
  });
  await tenant.addGuest({ name: "Dan", state: "pending", invitedDaysAgo: 45, invitedBy: uma });
  return testTenant;
}

async function listAt(path: string) {
  const testTenant = await someTenant();
  return { testTenant, ...(await renderPage(testTenant, <GuestsPage />, { path })) };
}

test.each([
  ["who holds a directory role", "?privileged=true", ["Ben"]],
  ["last seen in a range of days", "?seen=91-180", ["Ada"]],
  ["created lately", "?created=0-30", ["Ben"]],
  ["overdue", "?overdue=true", ["Dan"]],
  ["from a domain and its subdomains", "?partner=*.velvale.example", ["Ada", "Ben"]],
])("An address finds those %s", async (_what, query, found) => {
  await listAt(`/guests${query}`);
  await waitFor(async () => {
    expect(await names()).toEqual(found);
  });
});

test("An inviter and a group are chosen from what is there, and a sponsor by name", async () => {
  const { user } = await listAt("/guests");
  await user.click(await screen.findByRole("combobox", { name: "Sponsor" }));
  await user.click(await screen.findByRole("option", { name: "Uma Lindqvist (1)" }));
  await waitFor(async () => {
    expect(await names()).toEqual(["Ada"]);
  });
  await user.click(screen.getByRole("combobox", { name: "Sponsor" }));
  await user.click(await screen.findByRole("option", { name: "Any sponsor" }));
  await user.click(screen.getByRole("button", { name: "More filters" }));
  await user.click(await screen.findByRole("combobox", { name: "Invited by" }));
  await user.click(await screen.findByRole("option", { name: "Uma Lindqvist" }));
  await waitFor(async () => {
    expect(await names()).toEqual(["Ben"]);
  });
  await user.click(screen.getByRole("combobox", { name: "Invited by" }));
  await user.click(await screen.findByRole("option", { name: "Any inviter" }));
  await user.click(screen.getByRole("combobox", { name: "Group" }));
  await user.click(await screen.findByRole("option", { name: "Quay project" }));
  await waitFor(async () => {
    expect(await names()).toEqual(["Ada"]);
  });
});

test("On a phone the filters in force are named, also those behind More filters once it is closed", async () => {
  const wide = window.matchMedia;
  const narrow = vi
    .spyOn(window, "matchMedia")
    .mockImplementation((media) => Object.assign(wide(media), { matches: true }));
  const { user } = await listAt("/guests?standing=active&created=0-30");
  const filters = await screen.findByRole("button", { name: "Filters (2)" });
  expect(screen.getByText("Active · Created: up to 30 days")).toBeInTheDocument();
  await user.click(filters);
  await user.click(screen.getByRole("button", { name: "More filters (1)" }));
  await user.click(filters);
  expect(screen.getByText("Active · Created: up to 30 days")).toBeInTheDocument();
  narrow.mockRestore();
});

test("A selected guest whom a filter hides is counted beside the commands, and shown by clearing it", async () => {
  const { user } = await listAt("/guests");
  for (const name of ["Ada", "Ben"])
    await user.click(await screen.findByRole("checkbox", { name: `Select ${name}` }));
  await user.click(screen.getByRole("button", { name: /^Stale/ }));
  expect(await screen.findByText("2 selected, 1 of them hidden by the filter")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Clear the filters" }));
  expect(await screen.findByText("2 selected")).toBeInTheDocument();
});

test("Where roles cannot be read the list says so, and not that nobody holds one", async () => {
  const testTenant = await someTenant();
  await testTenant.tenant.withdrawConsent("Directory.Read.All");
  await renderPage(testTenant, <GuestsPage />, { path: "/guests?privileged=true" });
  expect(await screen.findByText("Who matches the filter is not known.")).toBeInTheDocument();
  expect(screen.queryByText("No guests match")).toBeNull();
});

test("The head says how many guests and external members match; screen readers hear it once it holds", async () => {
  const testTenant = await someTenant();
  await testTenant.tenant.addGuest({ name: "Finn", type: "Member", lastSeen: "1 day ago" });
  await renderPage(testTenant, <GuestsPage />, { path: "/guests" });
  expect(await screen.findByText("4 guests and 1 external member.")).toBeInTheDocument();
  const said = await screen.findByText("5 in the list");
  expect(said).toHaveAttribute("role", "status");
});

test("A guest's mail and id can be copied", async () => {
  const { user } = await listAt("/guests");
  await user.click(await screen.findByRole("gridcell", { name: "Ada" }));
  const panel = within(await screen.findByRole("dialog", { name: "Guest" }));
  expect(await panel.findByRole("button", { name: "Copy mail" })).toBeInTheDocument();
  expect(panel.getByRole("button", { name: "Copy object ID" })).toBeInTheDocument();
});

test("The link to a removed guest leads on to Deleted and to the history", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { id } = await testTenant.tenant.addGuest({ name: "Ada" });
  await testTenant.tenant.change({ id }, { deleted: true });
  await renderPage(testTenant, <GuestsPage />, { path: `/guests?guest=${id}` });
  expect(await screen.findByRole("link", { name: "Open in Deleted" })).toHaveAttribute(
    "href",
    `/deleted?guest=${id}`,
  );
  expect(screen.getByRole("heading", { name: "History" })).toBeInTheDocument();
});

test("An id that nobody has leads to Deleted and the history too", async () => {
  const nobody = "0b0e2a0c-4a7f-4a51-9d0c-0e5a3a8a1f11";
  await listAt(`/guests?guest=${nobody}`);
  expect(await screen.findByText(/^Nobody in the list has this id/)).toBeInTheDocument();
  for (const [name, href] of [
    ["Look in Deleted", `/deleted?guest=${nobody}`],
    ["Show the history of this id", `/history?guest=${nobody}`],
  ] as const) {
    expect(screen.getByRole("link", { name })).toHaveAttribute("href", href);
  }
});

test("A guest whose panel is open is not called gone because reading anew failed", async () => {
  const { testTenant, user } = await listAt("/guests");
  await user.click(await screen.findByRole("gridcell", { name: "Ada" }));
  const panel = within(await screen.findByRole("dialog", { name: "Guest" }));
  expect(await panel.findByText(/^Last signed in 100 days ago/)).toBeInTheDocument();
  await testTenant.tenant.conditions({
    faults: [{ kind: "forbidden", method: "GET", pathPrefix: "/users" }],
  });
  await user.click(screen.getByRole("button", { name: "Refresh" }));
  expect(
    await screen.findByText(/^Your directory roles do not let you read the guests/),
  ).toBeInTheDocument();
  expect(panel.queryByText("Not in the list any more.")).toBeNull();
});
