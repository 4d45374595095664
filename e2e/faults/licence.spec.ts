import { expect, test } from "../support/test.ts";

const flapping = (times: number) => ({
  faults: [
    {
      kind: "missing-licence" as const,
      method: "GET",
      pathPrefix: "/users",
      queryContains: "signInActivity",
      times,
    },
  ],
});

test("A licence that is missing twice and then there is there", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await tenant.weather(flapping(2));
  await reader.signIn("Grace Okafor", "/guests");
  await expect(reader.guestRow("Ada of Partner")).toContainText("Last signed in 200 days ago", {
    timeout: 30_000,
  });
  await expect(page.getByText("Sign-ins are unreadable")).toHaveCount(0);
});

test("A licence that is missing three times counts as missing, until the list is read again", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await tenant.weather(flapping(3));
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("Nobody is called stale: it is not known.", async () => {
    await expect(page.getByText("Sign-ins are unreadable")).toBeVisible({ timeout: 30_000 });
    await expect(reader.guestRow("Ada of Partner")).toContainText("Unknown");
    await expect(reader.guestRow("Ada of Partner")).not.toContainText("Stale");
  });
  await test.step("Load the page again: now Graph answers.", async () => {
    await page.reload();
    await expect(reader.guestRow("Ada of Partner")).toContainText("Last signed in 200 days ago", {
      timeout: 30_000,
    });
    await expect(page.getByText("Sign-ins are unreadable")).toHaveCount(0);
  });
});
