import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

const ADA = "Ada of Partner";

test("A removal whose answer was cut off with its line is done once, and proven by Entra's audit log", async ({
  page,
  reader,
  tenant,
}) => {
  const ada = await tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  // The browser repeats a request by itself when a kept connection breaks. A repetition that were answered would say that
  // she is gone already: each is cut too, so that the page gets no answer at all.
  const removals = { method: "DELETE", pathPrefix: "/users/" };
  await tenant.conditions({
    faults: [
      { kind: "reset-after-accept", ...removals, times: 1 },
      { kind: "reset", ...removals },
    ],
  });
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "DELETE" && request.url().includes("/users/")) sent += 1;
  });
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("Remove Ada; no answer comes.", async () => {
    await reader.select(ADA);
    await reader.decide("Remove", "The project ended");
    await reader.confirm(/^Remove 1 guest$/);
    await expect(reader.outcomes()).toContainText(["Unknown"], { timeout: 30_000 });
    await reader.closeOutcomes();
  });
  await test.step("She was deleted exactly once, and can be restored.", async () => {
    expect(sent).toBe(1);
    const effects = await tenant.effects();
    expect(effects).toMatchObject([{ kind: "user-deleted", answered: "reset" }]);
    expect((await tenant.deletedGuestNamed(ADA))?.id).toBe(ada.id);
  });
  await test.step("The history says so only once the audit log has proven it.", async () => {
    await reader.openHistory();
    await expect(reader.entries()).toContainText(["Unknown"]);
    await page.getByRole("button", { name: "Check outcomes now" }).click();
    await expect(reader.entries()).toContainText([/Done.*Matched in Entra’s audit log/], {
      timeout: 20_000,
    });
  });
});
