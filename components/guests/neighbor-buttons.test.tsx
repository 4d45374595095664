import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { GuestsPage } from "./guests-page";

const panel = () => screen.findByRole("dialog", { name: "Guest" });
const button = (name: string) => screen.getByRole("button", { name });
const openId = () => new URLSearchParams(window.location.search).get("guest");

/** Four guests, of whom Ben is not among those blocked. */
async function blockedGuests(query: string) {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant } = testTenant;
  for (const name of ["Ada", "Cleo", "Dan"]) await tenant.addGuest({ name, enabled: false });
  await tenant.addGuest({ name: "Ben" });
  const path = `/guests?standing=blocked${query}`;
  const page = await renderPage(testTenant, <GuestsPage />, { path });
  const idOf = async (name: string) => (await tenant.guestNamed(name))?.id;
  return { ...page, idOf };
}

test("The panel leads through the list as it is filtered and sorted, and keeps the focus", async () => {
  const { user, idOf } = await blockedGuests("&order=desc");
  await user.click(await screen.findByRole("gridcell", { name: "Dan" }));
  expect(await within(await panel()).findByRole("heading", { name: "Dan" })).toBeInTheDocument();
  const steps = window.history.length;
  await waitFor(() => {
    expect(button("Next guest")).not.toHaveAttribute("aria-disabled", "true");
  });
  expect(button("Previous guest")).toHaveAttribute("aria-disabled", "true");
  button("Next guest").focus();
  await user.keyboard("{Enter}");
  expect(await within(await panel()).findByRole("heading", { name: "Cleo" })).toBeInTheDocument();
  expect(button("Next guest")).toHaveFocus();
  expect(await screen.findByText("Cleo, 2 of 3")).toHaveAttribute("role", "status");
  await waitFor(async () => {
    expect(openId()).toBe(await idOf("Cleo"));
  });
  await user.keyboard("{Enter}");
  expect(await screen.findByText("Ada, 3 of 3")).toBeInTheDocument();
  expect(button("Next guest")).toHaveAttribute("aria-disabled", "true");
  expect(button("Next guest")).toHaveFocus();
  expect(window.history, "Back leaves the list, not one guest after the other").toHaveLength(steps);
  await user.click(button("Previous guest"));
  expect(await screen.findByText("Cleo, 2 of 3")).toBeInTheDocument();
});

test("The panel closes to where the first guest was opened", async () => {
  const { user } = await blockedGuests("");
  await user.click(await screen.findByRole("gridcell", { name: "Ada" }));
  await waitFor(() => {
    expect(button("Next guest")).not.toHaveAttribute("aria-disabled", "true");
  });
  await user.click(button("Next guest"));
  expect(await screen.findByText("Cleo, 2 of 3")).toBeInTheDocument();
  await user.click(button("Close"));
  await waitFor(() => {
    expect(screen.getByRole("gridcell", { name: "Ada" })).toHaveFocus();
  });
});

test("A guest who is not in the list has none before and none after them", async () => {
  await blockedGuests("&guest=nobody");
  await panel();
  await screen.findByRole("gridcell", { name: "Ada" });
  for (const name of ["Previous guest", "Next guest"]) {
    expect(button(name)).toHaveAttribute("aria-disabled", "true");
  }
});
