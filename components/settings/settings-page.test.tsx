import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import {
  ACCOUNT,
  chooseAccount,
  field,
  fill,
  openSettings,
  protectedList,
  save,
  saveRefused,
} from "./testing/open-settings";

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

  test("include a change without a reason, and an account that was not chosen", async () => {
    const { testTenant, user } = await openSettings();
    await fill(user, "Stale after", "60");
    await saveRefused(user, "Reason");
    expect(field("Reason")).toHaveAccessibleDescription(/Give a reason/);
    await user.click(screen.getByRole("button", { name: "Add" }));
    expect(
      screen.getByRole("combobox", { name: "Account to protect" }),
    ).toHaveAccessibleDescription(/Choose an account by its name/);
    expect(
      screen.getByText(
        "No account is listed. Guests who hold a directory role are left alone in any case.",
      ),
    ).toBeInTheDocument();
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
    await chooseAccount(user, ` ${ACCOUNT.toUpperCase()}`, /Not in the directory/);
    expect(await protectedList()).toHaveTextContent(ACCOUNT);
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

  test("names the accounts that it protects, and says of an id that the directory has no such account", async () => {
    const { testTenant, user } = await openSettings();
    await chooseAccount(user, "uma", /Uma Lindqvist/);
    await chooseAccount(user, ACCOUNT, /Not in the directory/);
    const list = await protectedList();
    const uma = testTenant.tenant.persona("Uma Lindqvist");
    await waitFor(() => {
      expect(list).toHaveTextContent(new RegExp(`Uma Lindqvist${uma.username} · ${uma.userId}`));
      expect(list).toHaveTextContent(`Not in the directory${ACCOUNT}`);
    });
    await user.selectOptions(
      screen.getByRole("combobox", { name: "Why Uma Lindqvist is protected" }),
      "Break-glass account",
    );
    await user.click(screen.getByRole("button", { name: `Take ${ACCOUNT} off the list` }));
    await fill(user, "Reason", "Our emergency access account");
    await user.click(save());
    await waitFor(() => {
      expect(testTenant.api.ledger.entries).toMatchObject([
        { policy: { protectedAccounts: [{ id: uma.userId, because: "break-glass" }] } },
      ]);
    });
  });

  test("shows each change beside what holds now, and has the number above which plans are confirmed by it", async () => {
    const { testTenant, user } = await openSettings();
    await fill(user, "Stale after", "30");
    await fill(user, "Ask for the number above", "0");
    await fill(user, "Reason", "Fewer accidents");
    await saveRefused(user, "Ask for the number above");
    expect(field("Ask for the number above")).toHaveAccessibleDescription(/at least 1 operation/);
    await fill(user, "Ask for the number above", "20");
    expect(screen.getByText("30 days, was 90 days")).toBeInTheDocument();
    expect(screen.getByText("20 operations, was 100 operations")).toBeInTheDocument();
    await user.click(save());
    await waitFor(() => {
      expect(testTenant.api.ledger.entries).toMatchObject([{ policy: { confirmAbove: 20 } }]);
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
