import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { GuestsPage } from "./guests-page";

const ADA = "Ada of Partner";

test("Without a reason, or with one that is too long, nothing is sent, and the field says what is wrong", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  await testTenant.tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  const { user } = await renderPage(testTenant, <GuestsPage />, { path: "/guests" });
  await user.click(await screen.findByRole("checkbox", { name: `Select ${ADA}` }));
  const decide = within(screen.getByRole("toolbar", { name: "Act" }));
  await user.click(decide.getByRole("button", { name: "Block" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Block" }));
  await user.click(await dialog.findByRole("button", { name: "Block 1 guest" }));
  expect(await dialog.findByText("Say why: a reason is required.")).toBeInTheDocument();
  const reason = dialog.getByRole("textbox", { name: "Reason" });
  expect(reason).toHaveFocus();
  await user.click(reason);
  await user.paste("x".repeat(1_001));
  await user.click(dialog.getByRole("button", { name: "Block 1 guest" }));
  expect(dialog.getByText("Use at most 1,000 characters: it has 1,001.")).toBeInTheDocument();
  expect(reason, "nothing is cut off unsaid").toHaveValue("x".repeat(1_001));
  expect(testTenant.api.ledger.entries).toEqual([]);
  expect(await testTenant.tenant.effects()).toEqual([]);
  await user.clear(reason);
  await user.type(reason, "The project ended");
  await user.click(dialog.getByRole("button", { name: "Block 1 guest" }));
  expect(await dialog.findByText("Done")).toBeInTheDocument();
  expect((await testTenant.tenant.guestNamed(ADA))?.accountEnabled).toBe(false);
});
