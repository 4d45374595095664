import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { GuestsPage } from "./guests-page";

const ADA = "Ada of Partner";

test("Without a reason nothing is sent, and the field says what is missing", async () => {
  const given = await createTestTenant({ consents: "everything" });
  await given.tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  const { user } = await renderPage(given, <GuestsPage />, { path: "/guests" });
  await user.click(await screen.findByRole("checkbox", { name: `Select ${ADA}` }));
  const decide = within(screen.getByRole("toolbar", { name: "Act" }));
  await user.click(decide.getByRole("button", { name: "Block" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Block" }));
  await user.click(await dialog.findByRole("button", { name: "Block 1 guest" }));
  expect(await dialog.findByText("Say why: a reason is required.")).toBeInTheDocument();
  expect(given.api.ledger.entries).toEqual([]);
  expect(await given.tenant.effects()).toEqual([]);
  await user.type(dialog.getByRole("textbox", { name: "Reason" }), "The project ended");
  await user.click(dialog.getByRole("button", { name: "Block 1 guest" }));
  expect(await dialog.findByText("Done")).toBeInTheDocument();
  expect((await given.tenant.guestNamed(ADA))?.accountEnabled).toBe(false);
});
