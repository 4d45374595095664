import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { SettingsPage } from "./settings-page";

const ACCOUNT = "7c1a9be2-3d54-4c8f-a6b0-1e2f3d4c5b6a";

async function openSettings(persona = "Grace Okafor") {
  const testTenant = await createTestTenant();
  const { user } = await renderPage(testTenant, <SettingsPage />, { persona, path: "/settings" });
  await screen.findByText(/These are the defaults/);
  return { testTenant, user };
}

const field = (name: string) => screen.getByRole("textbox", { name });
const save = () => screen.getByRole("button", { name: "Save settings" });

/** The first field with an error has the focus a frame after the refusal: what is typed before that goes astray. */
async function saveRefused(user: UserEvent, first: string): Promise<void> {
  await user.click(save());
  await waitFor(() => {
    expect(field(first)).toHaveFocus();
  });
}

async function fill(user: UserEvent, name: string, text: string): Promise<void> {
  await user.clear(field(name));
  if (text !== "") await user.type(field(name), text);
}

describe("Settings that make no sense", () => {
  test("are refused at their field, and nothing of them is recorded", async () => {
    const { testTenant, user } = await openSettings();
    for (const [value, words] of [
      ["0", "Give at least 1 day."],
      ["-5", "Give whole days, for example 90."],
      ["ninety", "Give whole days, for example 90."],
      ["", "Give whole days, for example 90."],
      ["4000", "Give at most 3650 days."],
    ] as const) {
      await fill(user, "Stale after", value);
      await saveRefused(user, "Stale after");
      const stale = field("Stale after");
      expect(stale, value).toHaveAccessibleDescription(new RegExp(words));
      expect(stale, value).toHaveAttribute("aria-invalid", "true");
    }
    expect(testTenant.api.ledger.requests).toEqual([]);
  });

  test("include a change without a reason, and an account that is no object id", async () => {
    const { testTenant, user } = await openSettings();
    await fill(user, "Stale after", "60");
    await saveRefused(user, "Reason");
    expect(field("Reason")).toHaveAccessibleDescription(/Give a reason/);
    await fill(user, "Object ID of an account", "ada@partner.example");
    await user.click(screen.getByRole("button", { name: "Add" }));
    expect(field("Object ID of an account")).toHaveAccessibleDescription(
      /Give the account's object id/,
    );
    expect(screen.getByText("No account is protected.")).toBeInTheDocument();
    expect(testTenant.api.ledger.requests).toEqual([]);
  });
});

describe("Saving settings", () => {
  test("is offered only while something but the reason differs from what holds", async () => {
    const { user } = await openSettings();
    expect(save()).toHaveAttribute("aria-disabled", "true");
    expect(screen.getByText("No changes yet.")).toBeInTheDocument();
    await fill(user, "Reason", "The new directive asks for it");
    expect(save()).toHaveAttribute("aria-disabled", "true");
    await fill(user, "Stale after", "60");
    expect(save()).not.toHaveAttribute("aria-disabled");
    await fill(user, "Stale after", "90");
    expect(save()).toHaveAttribute("aria-disabled", "true");
  });

  test("records the change once with its reason, protected accounts included", async () => {
    const { testTenant, user } = await openSettings();
    await fill(user, "Stale after", "30");
    await fill(user, "Object ID of an account", ` ${ACCOUNT.toUpperCase()}`);
    await user.click(screen.getByRole("button", { name: "Add" }));
    expect(screen.getByRole("list", { name: "Protected accounts" })).toHaveTextContent(ACCOUNT);
    await fill(user, "Reason", "The new directive asks for it");
    await user.dblClick(save());
    await waitFor(() => {
      expect(testTenant.api.ledger.entries).toMatchObject([
        {
          kind: "policy-set",
          reason: "The new directive asks for it",
          policy: { staleAfterDays: 30, protectedAccounts: [{ id: ACCOUNT, because: "excluded" }] },
        },
      ]);
    });
  });

  test("that the server refuses leaves what was written, says so, and can be tried again", async () => {
    const { testTenant, user } = await openSettings();
    testTenant.api.instead = ({ method }) =>
      method === "POST"
        ? Response.json(
            { kind: "forbidden", message: "Only an administrator may.", field: null },
            { status: 403 },
          )
        : null;
    await fill(user, "Stale after", "30");
    await fill(user, "Reason", "The new directive asks for it");
    await user.click(save());
    expect(await screen.findByText(/Only an administrator may\./)).toBeInTheDocument();
    expect(screen.getByText(/The settings weren't changed\./)).toBeInTheDocument();
    expect(field("Stale after")).toHaveValue("30");
    testTenant.api.instead = () => null;
    await user.click(save());
    await waitFor(() => {
      expect(testTenant.api.ledger.entries).toHaveLength(1);
    });
  });
});

describe("Settings that somebody else changed meanwhile", () => {
  const theirs = {
    entryId: "5d0c1f0e-3f6b-4d2a-9a44-0a6f1b2c3d4e",
    at: Date.UTC(2026, 10, 28),
    by: { id: "9b1d6f1e-6a0e-4a53-8f43-6a0f6a6b7c8d", name: "Olga Operator" },
    reason: "Our break-glass account",
  };

  test("are not overwritten: both versions are shown, and nothing is saved", async () => {
    const { testTenant, user } = await openSettings();
    const { api } = testTenant;
    const account = { id: ACCOUNT, because: "break-glass" as const };
    await fill(user, "Stale after", "30");
    await fill(user, "Reason", "The new directive asks for it");
    api.policy = {
      policy: { ...api.policy.policy, protectedAccounts: [account] },
      set: theirs,
    };
    api.ledger.had({
      ...{ id: theirs.entryId, kind: "policy-set" },
      policy: { ...api.policy.policy, protectedAccounts: [account] },
      ...{ reason: theirs.reason, replaces: null },
    });
    api.instead = ({ method }) =>
      method === "POST"
        ? Response.json(
            {
              kind: "conflict",
              message: "The settings were changed meanwhile.",
              field: "entries[0].replaces",
            },
            { status: 409 },
          )
        : null;
    await user.click(save());
    expect(await screen.findByText(/The settings were changed while/)).toBeInTheDocument();
    expect(await screen.findByText("90 days now; you wrote 30")).toBeInTheDocument();
    expect(screen.getByText(ACCOUNT)).toBeInTheDocument();
    expect(screen.getByText("Protected now, but not in your changes")).toBeInTheDocument();
    expect(screen.getByText("Olga Operator")).toBeInTheDocument();
    expect(field("Stale after")).toHaveValue("30");
    expect(screen.queryByText(/These are the defaults/), "is not true any more").toBeNull();
    expect(screen.getByText(/These settings are out of date/)).toBeInTheDocument();
    expect(save(), "it would be refused again").toHaveAttribute("aria-disabled", "true");
    api.instead = () => null;
    await user.click(screen.getByRole("button", { name: "Start from the current settings" }));
    await waitFor(() => {
      expect(screen.getByRole("list", { name: "Protected accounts" })).toHaveTextContent(ACCOUNT);
    });
    expect(screen.queryByText(/These settings are out of date/)).toBeNull();
    await fill(user, "Stale after", "30");
    await fill(user, "Reason", "The new directive asks for it");
    await user.click(save());
    await waitFor(() => {
      expect(api.ledger.entries).toMatchObject([
        {
          replaces: theirs.entryId,
          policy: { staleAfterDays: 30, protectedAccounts: [account] },
        },
      ]);
    });
  });
});

test.each([
  ["a reader", "Rhea Castellanos"],
  ["an operator", "Uma Lindqvist"],
])("Settings are an administrator's: %s may only look", async (_role, persona) => {
  await openSettings(persona);
  expect(screen.getByText("You can view these settings but not change them")).toBeInTheDocument();
  expect(screen.getByText("Governance.Administrator")).toBeInTheDocument();
  expect(field("Stale after")).toHaveValue("90");
  expect(field("Stale after")).toHaveAttribute("readonly");
  expect(screen.queryByRole("button", { name: "Save settings" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Add" })).toBeNull();
});
