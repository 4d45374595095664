import { expect, test } from "../../support/test.ts";

/** An instant as the page writes it out in the tests' language and time zone. */
const inFull = (instant: string | undefined) =>
  new Intl.DateTimeFormat("en-GB", {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
    timeZone: "UTC",
  }).format(Date.parse(`${(instant ?? "").slice(0, 19)}Z`));

test("Opening a guest says why they are stale and what they can reach", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({
    name: "Ada of Partner",
    mail: "ada@northwind.example",
    lastSeen: "200 days ago",
    createdDaysAgo: 400,
    sponsors: [tenant.persona("Uma Lindqvist").username],
    groups: [
      { name: "Project Falcon", kind: "team" },
      { name: "All partners", kind: "dynamic" },
    ],
    owns: [{ name: "Falcon reports", kind: "application" }],
  });
  await tenant.addGuest({ name: "Flo of Partner", lastSeen: "failed only", createdDaysAgo: 300 });
  const { lastSuccessAt } = (await tenant.guestNamed("Ada of Partner"))?.signIns ?? {};
  const { lastAttemptAt } = (await tenant.guestNamed("Flo of Partner"))?.signIns ?? {};
  await reader.signIn("Grace Okafor", "/guests");

  await test.step("Open her. One sentence says why she stands where she stands.", async () => {
    const panel = await reader.openGuest("Ada of Partner");
    await expect(panel).toContainText("Stale");
    await expect(panel).toContainText("Last signed in 200 days ago; stale after 90 days.");
  });
  await test.step("Sign-ins: the last successful one decides, with its instant.", async () => {
    await expect(reader.panel().getByRole("region", { name: "Sign-ins" })).toContainText(
      `Last successful${inFull(lastSuccessAt)}`,
    );
  });
  await test.step("Sponsors: who vouches for her.", async () => {
    await expect(reader.panel().getByRole("region", { name: "Sponsors" })).toContainText(
      "Uma Lindqvist",
    );
  });
  await test.step("Footprint: the groups she is in, and what would lose its owner.", async () => {
    const footprint = reader.panel().getByRole("region", { name: "Footprint" });
    await expect(footprint).toContainText("Project Falcon (Team)");
    await expect(footprint).toContainText("All partners (security group, dynamic)");
    await expect(footprint).toContainText("Falcon reports (app registration)");
    await expect(footprint).toContainText("Directory rolesNone");
  });
  await test.step("Nothing was decided about her so far. Close the panel.", async () => {
    await expect(reader.panel()).toContainText("Nothing is recorded yet.");
    await reader.panel().getByRole("button", { name: "Close" }).click();
    await expect(reader.panel()).toBeHidden();
    await expect(page).toHaveURL(({ search }) => search === "");
  });
  await test.step("Flo tried five days ago and never came in: she is not active.", async () => {
    await expect(reader.guestRow("Flo of Partner")).toContainText("Never signed in");
  });
  await test.step("Her panel tells the attempt from the success.", async () => {
    const panel = await reader.openGuest("Flo of Partner");
    const day = new Date(lastAttemptAt ?? "").toLocaleDateString("en-GB", {
      dateStyle: "medium",
      timeZone: "UTC",
    });
    await expect(panel).toContainText(
      `No successful sign-in is recorded; last attempt on ${day}, created 300 days ago.`,
    );
    const signIns = panel.getByRole("region", { name: "Sign-ins" });
    await expect(signIns).toContainText("Last successfulNone recorded");
    await expect(signIns).toContainText(`Last attempt${inFull(lastAttemptAt)}`);
    await expect(signIns).toContainText("Attempts include failed ones");
  });
  await test.step("To look changes nothing in the directory.", async () => {
    expect(await tenant.effects()).toEqual([]);
  });
});
