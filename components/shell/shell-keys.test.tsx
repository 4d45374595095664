import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";

async function open() {
  const testTenant = await createTestTenant({ consents: "everything" });
  await testTenant.tenant.addGuest({ name: "Zoë of Partner" });
  const { user } = await renderPage(testTenant, <input aria-label="Reason" />);
  await screen.findByRole("textbox", { name: "Reason" });
  return user;
}

const field = () => screen.findByRole("combobox", { name: "Page, name or mail", hidden: true });

test("Ctrl+K finds a page by words of its name, in any order, and goes there", async () => {
  const user = await open();
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await field(), "history integ");
  await user.keyboard("{ArrowDown}{Enter}");
  expect(window.location.pathname).toBe("/history/integrity");
  expect(screen.queryByRole("combobox", { hidden: true })).toBeNull();
});

test("A guest is found without the accents of the name; what nothing is called is said", async () => {
  const user = await open();
  await user.click(screen.getByRole("button", { name: "Find a page or a guest" }));
  await user.type(await field(), "zoe");
  const guest = await screen.findByRole("option", { name: /^Zoë of Partner/, hidden: true });
  await user.type(await field(), "zzz");
  expect(await screen.findByText("Nothing has that name.")).toBeInTheDocument();
  expect(guest).not.toBeInTheDocument();
});

test("While the guests are still being read nobody is told that there is none of that name", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  await testTenant.tenant.addGuest({ name: "Zoë of Partner" });
  await testTenant.tenant.conditions({
    faults: [{ kind: "throttled", method: "GET", pathPrefix: "/users", retryAfterSeconds: 60 }],
  });
  const { user } = await renderPage(testTenant, <input aria-label="Reason" />);
  await user.click(await screen.findByRole("button", { name: "Find a page or a guest" }));
  await user.type(await field(), "zoe");
  expect(
    await screen.findByText(
      "Nothing read so far has that name: the guests are not read to the end.",
    ),
  ).toBeInTheDocument();
  expect(screen.queryByText("Nothing has that name.")).toBeNull();
});

test("? shows the keys, but not to who is writing", async () => {
  const user = await open();
  await user.type(screen.getByRole("textbox", { name: "Reason" }), "Why?");
  expect(screen.queryByText("Keyboard shortcuts")).toBeNull();
  await user.click(document.body);
  await user.keyboard("?");
  expect(await screen.findByText("Keyboard shortcuts")).toBeInTheDocument();
  expect(screen.getByText("Select all that match")).toBeInTheDocument();
});
