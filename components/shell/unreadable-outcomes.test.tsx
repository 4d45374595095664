import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import type { NewEntry } from "@/lib/contract/entries";
import { browserOutbox } from "@/lib/services/outbox";

test("Outcomes that another version stored are told of on every page, until the notice is dismissed", async () => {
  const testTenant = await createTestTenant();
  const { account } = await testTenant.sessionOf("Grace Okafor");
  // The names of Grace's stored outcomes begin as those of this owner do; her own outbox would send what it was given here.
  const before = browserOutbox({ ...account, userId: `${account.userId}.another-version` });
  for (const id of ["one", "two"]) before.keep({ id, kind: "of-tomorrow" } as unknown as NewEntry);
  const { user } = await renderPage(testTenant, <h1>A page</h1>);
  const title = await screen.findByText("2 outcomes in this browser cannot be read");
  const notice = within(title.closest<HTMLElement>("[role=status]") ?? document.body);
  expect(
    notice.getByText(/may be missing from the history\. They stay in this browser/),
  ).toBeInTheDocument();
  expect(notice.getByRole("button", { name: "Export JSON" })).toBeInTheDocument();
  await user.click(notice.getByRole("button", { name: "Dismiss" }));
  await waitFor(() => {
    expect(screen.queryByText(/cannot be read/)).toBeNull();
  });
});

test("A browser in which nothing waits says nothing of it", async () => {
  await renderPage(await createTestTenant(), <h1>A page</h1>);
  expect(await screen.findByRole("heading", { name: "A page" })).toBeInTheDocument();
  expect(screen.queryByText(/cannot be read/)).toBeNull();
});
