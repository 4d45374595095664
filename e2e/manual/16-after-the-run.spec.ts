import { asked, command, confirm, endAndApply } from "../support/one-review.ts";
import { makeReviews } from "../support/reviews.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantWanted: { consents: "everything" } });

test("What Entra cannot apply is listed with the reason, and a plan ends it", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const manuel = tenant.persona("Manuel Ortega").userId;
  const ada = await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  const ben = await tenant.addGuest({ name: "Ben of Partner", lastSeen: "200 days ago" });
  await tenant.addGroup({ name: "Inner circle", members: [ada.id] });
  const outer = await tenant.addGroup({ name: "Quay project", members: ["Inner circle"] });
  const rule = await tenant.addGroup({ name: "All guests", kind: "dynamic", members: [ben.id] });
  const [nested, dynamic] = await makeReviews(
    reader,
    { name: "Nested", groupId: outer.id, reviewerIds: [manuel] },
    { name: "Dynamic", groupId: rule.id, reviewerIds: [manuel] },
  );
  if (nested === undefined || dynamic === undefined) throw new Error("No reviews were made");
  const left = reader.grid("Not applied");
  await test.step("A guest of a group inside the group keeps the access. It is known before, and found after.", async () => {
    await reader.signIn("Grace Okafor", `/reviews/${nested.reviewId}?tab=results`);
    await command(reader, "Instance", "End now").click();
    await expect(
      asked(reader).getByRole("list", { name: "Who keeps access although denied" }),
    ).toContainText("Ada of Partner");
    await asked(reader).getByRole("button", { name: "Cancel" }).click();
    await endAndApply(reader);
    await expect(page.getByText("1 denied: 0 lost the access, 1 still has it.")).toBeVisible();
    await expect(left).toContainText("The guest is in it through a group inside it");
  });
  await test.step("Select her: the plan takes her out of the inner group, and of nothing else.", async () => {
    await reader.select("Ada of Partner");
    const leave = page
      .getByRole("toolbar", { name: "Take out of groups" })
      .getByRole("button", { name: "Take out of groups (1)" });
    await leave.click();
    await expect(asked(reader)).toContainText("Inner circle, which is inside Quay project");
    await confirm(reader, "Denied in the autumn review", /^Remove from group/);
    await expect(page.getByText("1 denied: 1 lost the access.")).toBeVisible({ timeout: 20_000 });
    const inner = (await tenant.groups()).find(({ displayName }) => displayName === "Inner circle");
    expect(inner?.memberIds).toEqual([]);
  });
  await test.step("Of a dynamic group nobody can be taken out: only the account is left to decide about.", async () => {
    await page.goto(`/reviews/${dynamic.reviewId}`);
    await expect(reader.heading("Dynamic")).toBeVisible({ timeout: 20_000 });
    await page.getByRole("tab", { name: "Was it applied?" }).click();
    await endAndApply(reader);
    await expect(left).toContainText("A rule fills this dynamic group");
    await expect(left).toContainText("Block or remove the guest");
    await reader.select("Ben of Partner");
    await page
      .getByRole("toolbar", { name: "Decide on the accounts" })
      .getByRole("button", { name: "Block" })
      .click();
    await reader.giveReason("Denied, and the group cannot be changed");
    await reader.confirm(/^Block 1 guest$/);
    await reader.closeOutcomes();
    await expect
      .poll(async () => (await tenant.guestNamed("Ben of Partner"))?.accountEnabled)
      .toBe(false);
  });
});
