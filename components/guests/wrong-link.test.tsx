import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { GuestsPage } from "./guests-page";

test("A link with a filter that is not understood lists nobody, selects nobody and exports nobody", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  await testTenant.tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  const { user } = await renderPage(testTenant, <GuestsPage />, { path: "/guests?standing=Stale" });
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "This link has a filter that Guestlist does not understand: standing “Stale”.",
  );
  expect(screen.queryByRole("grid")).toBeNull();
  expect(screen.queryByRole("checkbox", { name: "Select all that match" })).toBeNull();
  expect(screen.getByRole("button", { name: /CSV/ })).toBeDisabled();
  await user.click(screen.getByRole("button", { name: "Clear all filters" }));
  expect(
    await screen.findByRole("checkbox", { name: "Select Ada of Partner" }),
  ).toBeInTheDocument();
});
