import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { policySet } from "@/lib/queries/testing/some-rows";
import { HistoryPage } from "./history-page";
import { uuid } from "./testing/open-history";

const GONE = "7c1a9be2-3d54-4c8f-a6b0-1e2f3d4c5b6a";

async function openPolicyEntry(changes: (uma: string) => Partial<typeof policySet>) {
  const testTenant = await createTestTenant({ consents: "everything" });
  const uma = testTenant.tenant.persona("Uma Lindqvist").userId;
  const shared = {
    id: uuid(1),
    hash: "ab".repeat(32),
    actor: { ...policySet.actor, id: uuid(901) },
  };
  testTenant.api.history = [{ ...policySet, ...shared, ...changes(uma) }];
  await renderPage(testTenant, <HistoryPage />, { path: `/history?entry=${uuid(1)}` });
  return await screen.findByRole("dialog");
}

test("A change of the settings shows each value with what it was, and names the accounts", async () => {
  const panel = await openPolicyEntry((uma) => ({
    before: { ...policySet.policy, protectedAccounts: [{ id: GONE, because: "excluded" }] },
    policy: {
      ...policySet.policy,
      staleAfterDays: 45,
      protectedAccounts: [{ id: uma, because: "break-glass" }],
    },
  }));
  const changed = within(panel).getByRole("region", { name: "What changed" });
  expect(changed).toHaveTextContent("Stale after45 days, was 60 days");
  expect(changed, "is as it was").not.toHaveTextContent("Pending too long after");
  await waitFor(() => {
    expect(changed).toHaveTextContent(/Uma Lindqvist.*Protected now: Break-glass account/);
  });
  expect(changed).toHaveTextContent(`Not in the directory${GONE}No longer protected`);
  const values = within(panel).getByRole("region", { name: "New values" });
  expect(values).toHaveTextContent("Protected accounts1");
  expect(values, "there was no such limit then").not.toHaveTextContent("Ask for the number");
});

test("The first change of the settings replaced the defaults", async () => {
  const panel = await openPolicyEntry(() => ({ before: null }));
  const changed = within(panel).getByRole("region", { name: "What changed" });
  expect(changed).toHaveTextContent("Nobody had set anything before: the defaults held.");
  expect(changed).toHaveTextContent("Stale after60 days, was 90 days");
});
