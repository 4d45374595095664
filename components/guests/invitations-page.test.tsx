import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { InvitationsPage } from "./invitations-page";

async function invited(days: Readonly<Record<string, number>>) {
  const testTenant = await createTestTenant({ consents: "everything" });
  for (const [name, invitedDaysAgo] of Object.entries(days)) {
    await testTenant.tenant.addGuest({ name, state: "pending", invitedDaysAgo });
  }
  return testTenant;
}

const rowOf = (name: string) => screen.findByRole("row", { name: new RegExp(name) });

test("Those who wait for more than 30 days are resent in four clicks and a reason", async () => {
  const testTenant = await invited({ Old: 31, Older: 400, Late: 30, New: 3 });
  const { user } = await renderPage(testTenant, <InvitationsPage />, { path: "/invitations" });
  await user.click(await screen.findByRole("button", { name: "Overdue (2)" }));
  expect(await screen.findByText(/^2 guests haven't accepted/)).toBeInTheDocument();
  await user.click(screen.getByRole("checkbox", { name: "Select all that match" }));
  const bar = within(screen.getByRole("toolbar", { name: "Act" }));
  await user.click(bar.getByRole("button", { name: "Resend invitation" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.type(await dialog.findByRole("textbox", { name: "Reason" }), "Reminder");
  await user.click(await dialog.findByRole("button", { name: /^Resend .*2/ }));
  expect(await dialog.findAllByText("Done")).toHaveLength(2);
  const mailed = (await testTenant.tenant.effects()).filter(
    ({ kind }) => kind === "invitation-mailed",
  );
  expect(mailed).toHaveLength(2);
});

test("An invitation says its age, and whether it is overdue by the policy in force", async () => {
  const testTenant = await invited({ Ada: 31, Ben: 12 });
  testTenant.api.policy = {
    policy: { ...testTenant.api.policy.policy, pendingAfterDays: 10 },
    set: null,
  };
  await renderPage(testTenant, <InvitationsPage />, { path: "/invitations" });
  expect(await rowOf("Ben")).toHaveTextContent(/12 days Overdue/);
  expect(await rowOf("Ada")).toHaveTextContent(/31 days Overdue/);
});

test("A range of days is chosen from a list, and one of an address is shown as it is", async () => {
  const testTenant = await invited({ Ada: 45, Ben: 12, Cleo: 100 });
  const { user } = await renderPage(testTenant, <InvitationsPage />, {
    path: "/invitations?waiting=30-89",
  });
  expect(await screen.findByText(/^1 guest hasn't accepted/)).toBeInTheDocument();
  const waiting = screen.getByRole("combobox", { name: "Waiting" });
  expect(waiting).toHaveTextContent("Waiting: 30–89 days");
  await user.click(waiting);
  await user.click(screen.getByRole("option", { name: "Waiting: over 90 days" }));
  expect(await rowOf("Cleo")).toBeInTheDocument();
  expect(screen.queryByRole("row", { name: /Ada/ })).toBeNull();
});
