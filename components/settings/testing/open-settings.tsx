import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { SettingsPage } from "../settings-page";

/** An object id that the directory does not have. */
export const ACCOUNT = "7c1a9be2-3d54-4c8f-a6b0-1e2f3d4c5b6a";

/** The settings of a tenant of the test’s own, while the defaults hold. */
export async function openSettings(persona = "Grace Okafor", path = "/settings") {
  const testTenant = await createTestTenant();
  const { user, unmount } = await renderPage(testTenant, <SettingsPage />, { persona, path });
  await screen.findByText(/These are the defaults/);
  return { testTenant, user, unmount };
}

/** Types into the field for an account, and chooses what is offered under that name or id. */
export async function chooseAccount(user: UserEvent, text: string, option: RegExp): Promise<void> {
  await user.type(screen.getByRole("combobox", { name: "Account to protect" }), text);
  await user.click(await screen.findByRole("option", { name: option }, { timeout: 5_000 }));
  await user.click(screen.getByRole("button", { name: "Add" }));
}

export const protectedList = () => screen.findByRole("list", { name: "Protected accounts" });

export const field = (name: string) => screen.getByRole("textbox", { name });
export const save = () => screen.getByRole("button", { name: "Save settings" });

/** The first field with an error has the focus a frame after the refusal: what is typed before that goes astray. */
export async function saveRefused(user: UserEvent, first: string): Promise<void> {
  await user.click(save());
  await waitFor(() => {
    expect(field(first)).toHaveFocus();
  });
}

export async function fill(user: UserEvent, name: string, text: string): Promise<void> {
  await user.clear(field(name));
  if (text !== "") await user.type(field(name), text);
}
