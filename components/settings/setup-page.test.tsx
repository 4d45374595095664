import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { SetupPage } from "./setup-page";

const rowOf = (table: string, scope: string) =>
  within(screen.getByRole("table", { name: table })).getByRole("row", {
    name: new RegExp(scope.replaceAll(".", "\\.")),
  });

test("The checklist says which permissions are there, the licences, the roles and the protected accounts", async () => {
  const testTenant = await createTestTenant({ consents: "reading" });
  await renderPage(testTenant, <SetupPage />, { path: "/settings/setup" });
  await waitFor(
    () => {
      expect(rowOf("To see", "User.Read.All")).toHaveTextContent(/For everybody$/);
    },
    { timeout: 10_000 },
  );
  expect(rowOf("To act", "User.Invite.All")).toHaveTextContent(/Not grantedGrant$/);
  expect(screen.queryByText(/could not be read/)).not.toBeInTheDocument();
  const grant = screen.getByRole("button", { name: "Grant all missing permissions" });
  expect(grant).not.toHaveAttribute("aria-disabled");
  expect(screen.getByText("Consent on behalf of your organization")).toBeInTheDocument();
  const licences = screen.getByRole("region", { name: "Licences" });
  await waitFor(() => {
    expect(licences).toHaveTextContent(/Microsoft Entra ID P2(Licensed|Not licensed)/);
  });
  expect(screen.getByRole("region", { name: "App roles" })).toHaveTextContent(
    /AdministratorYou have it/,
  );
  expect(screen.getByRole("region", { name: "Protected accounts" })).toHaveTextContent(
    "None is listed",
  );
});

test("Each permission that is missing can be granted alone, from its own row", async () => {
  const testTenant = await createTestTenant({ consents: "reading" });
  const ask = vi.fn();
  const sessionOf = async (persona: string) => ({ ...(await testTenant.sessionOf(persona)), ask });
  const { user } = await renderPage({ ...testTenant, sessionOf }, <SetupPage />, {
    path: "/settings/setup",
  });
  await user.click(
    await screen.findByRole("button", { name: "Grant User.Invite.All" }, { timeout: 10_000 }),
  );
  expect(ask).toHaveBeenCalledWith(["User.Invite.All"], undefined);
  expect(screen.queryByRole("button", { name: "Grant User.Read.All" })).toBeNull();
});

test("A break-glass account in the settings is a tick in the checklist", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { api } = testTenant;
  const id = "7c1a9be2-3d54-4c8f-a6b0-1e2f3d4c5b6a";
  api.policy = {
    ...api.policy,
    policy: { ...api.policy.policy, protectedAccounts: [{ id, because: "break-glass" }] },
  };
  await renderPage(testTenant, <SetupPage />, { path: "/settings/setup" });
  await waitFor(() => {
    expect(screen.getByRole("region", { name: "Protected accounts" })).toHaveTextContent(
      "1 listed",
    );
  });
  expect(
    await screen.findByRole("button", { name: "You have all permissions" }, { timeout: 10_000 }),
  ).toBeInTheDocument();
});

test("What one person granted for themselves is told from what is granted for everybody", async () => {
  const testTenant = await createTestTenant({ consents: "reading" });
  const { tenant } = testTenant;
  await tenant.grantConsent("User.Invite.All", tenant.persona("Grace Okafor").username);
  await tenant.grantConsent("Group.ReadWrite.All");
  await renderPage(testTenant, <SetupPage />, { path: "/settings/setup" });
  await waitFor(
    () => {
      expect(rowOf("To act", "User.Invite.All")).toHaveTextContent(/For you only$/);
    },
    { timeout: 10_000 },
  );
  expect(rowOf("To act", "Group.ReadWrite.All")).toHaveTextContent(/For everybody$/);
});

test("Who holds no role that reads the grants is told so, and sees what they can use themselves", async () => {
  const testTenant = await createTestTenant({ consents: "reading" });
  await renderPage(testTenant, <SetupPage />, {
    path: "/settings/setup",
    persona: "Manuel Ortega",
  });
  expect(
    await screen.findByText(/for the whole organization could not be read/, undefined, {
      timeout: 10_000,
    }),
  ).toBeInTheDocument();
  expect(rowOf("To see", "User.Read.All")).toHaveTextContent(/For you at least$/);
  expect(rowOf("To act", "User.Invite.All")).toHaveTextContent(/Not for youGrant$/);
});
