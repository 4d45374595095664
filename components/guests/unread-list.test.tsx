import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { InvitationsPage } from "./invitations-page";

vi.setConfig({ testTimeout: 60_000 });

test("Where the guests could not be read, nobody is said to have accepted", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  await testTenant.tenant.addGuest({ name: "Ada of Partner", state: "pending" });
  await testTenant.tenant.conditions({
    faults: [{ kind: "forbidden", method: "GET", pathPrefix: "/users" }],
  });
  await renderPage(testTenant, <InvitationsPage />, { path: "/invitations" });
  expect(await screen.findByText("None found so far")).toBeInTheDocument();
  expect(screen.queryByText(/Everyone who was invited/)).toBeNull();
});
