import { expect, test } from "../../support/test.ts";

test("To keep a guest is a decision, and changes nothing", async ({ page, reader, tenant }) => {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  const before = await tenant.guestNamed("Ada of Partner");
  const requests: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.includes("/v1.0/")) requests.push(`${request.method()} ${pathname}`);
  });
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("Select her and choose Keep. It needs a reason, and no consent.", async () => {
    await reader.select("Ada of Partner");
    await reader.decide("Keep", "Her project goes on until summer");
    await expect(reader.dialog()).toContainText("Nothing changes in the directory");
    await expect(reader.dialog().getByRole("button", { name: "Give permission" })).toHaveCount(0);
    await reader.confirm(/^Keep 1 guest$/);
    await expect(reader.outcomes()).toContainText(["Recorded"]);
    await reader.closeOutcomes();
  });
  await test.step("Nothing was sent to the directory, and she is as she was.", async () => {
    // A batch only reads: what it did besides would be among the effects.
    const ways = new Set(requests.map((line) => line.replace(/ .*[/](?=[^/]+$)/, " ")));
    expect([...ways].filter((way) => !way.startsWith("GET ") && way !== "POST $batch")).toEqual([]);
    expect(requests).toContainEqual(expect.stringMatching(/^GET .*[/]users$/));
    expect(await tenant.effects()).toEqual([]);
    expect(await tenant.guestNamed("Ada of Partner")).toEqual(before);
    await expect(reader.guestRow("Ada of Partner")).toContainText("Stale");
  });
  await test.step("Her panel and the history have the decision.", async () => {
    const panel = await reader.openGuest("Ada of Partner");
    await expect(panel.getByRole("region", { name: "History" })).toContainText(
      /Keep.*by Grace Okafor: Her project goes on until summer/,
    );
    await panel.getByRole("link", { name: "Show it in the history" }).click();
    await expect(reader.heading("History")).toBeVisible();
    await expect(reader.entries()).toContainText([/Ada of Partner.*Keep.*Grace Okafor.*Recorded/]);
  });
});
