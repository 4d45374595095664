import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { SettingsPage } from "./settings-page";
import { field, fill, openSettings, protectedList, save } from "./testing/open-settings";

describe("Settings that are not saved", () => {
  const leave = () => {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };

  test("stay in the tab when the page is left, and can be discarded", async () => {
    const { testTenant, user, unmount } = await openSettings();
    expect(leave()).toBe(false);
    await fill(user, "Stale after", "30");
    await fill(user, "Reason", "The new directive");
    expect(leave(), "closing the tab asks first").toBe(true);
    unmount();
    await renderPage(testTenant, <SettingsPage />, { path: "/settings" });
    expect(await screen.findByText("These changes are not saved yet")).toBeInTheDocument();
    expect(field("Stale after")).toHaveValue("30");
    expect(field("Reason")).toHaveValue("The new directive");
    const [discard] = screen.getAllByRole("button", { name: "Discard changes" });
    if (discard === undefined) throw new Error("Nothing can be discarded.");
    await user.click(discard);
    expect(field("Stale after")).toHaveValue("90");
    expect(screen.queryByText("These changes are not saved yet")).toBeNull();
    expect(leave()).toBe(false);
  });

  test("are over once they are saved", async () => {
    const { testTenant, user, unmount } = await openSettings();
    await fill(user, "Stale after", "30");
    await fill(user, "Reason", "The new directive");
    await user.click(save());
    await waitFor(() => {
      expect(testTenant.api.ledger.entries).toHaveLength(1);
    });
    await waitFor(() => {
      expect(field("Reason")).toHaveValue("");
    });
    unmount();
    await renderPage(testTenant, <SettingsPage />, { path: "/settings" });
    await screen.findByText(/These are the defaults/);
    expect(screen.queryByText("These changes are not saved yet")).toBeNull();
  });
});

test("A link to protect an account puts it into the list, to be saved with a reason, and asks once", async () => {
  const testTenant = await createTestTenant();
  const guest = await testTenant.tenant.addGuest({ name: "Ada of Partner" });
  const path = `/settings?protect=${guest.id}`;
  const { user } = await renderPage(testTenant, <SettingsPage />, { path });
  const list = await protectedList();
  await waitFor(() => {
    expect(list).toHaveTextContent("Ada of Partner");
  });
  expect(window.location.search, "a reload would ask again").toBe("");
  await fill(user, "Reason", "Our auditor");
  await user.click(save());
  await waitFor(() => {
    expect(testTenant.api.ledger.entries).toMatchObject([
      { policy: { protectedAccounts: [{ id: guest.id, because: "excluded" }] } },
    ]);
  });
});

test("Settings say which version runs, and under which licences", async () => {
  await openSettings();
  const about = screen.getByRole("region", { name: "About Guestlist" });
  expect(about).toHaveTextContent(/Version.*MIT License/);
  expect(about).toHaveTextContent("@fluentui/react-components: MIT");
});
