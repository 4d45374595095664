import { cp, readFile, rm } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { OwnServer, START_TIMEOUT } from "../../support/own-server.ts";
import { expect, test as base } from "../../support/test.ts";

/** With a server whose database is the test's own to change. */
const test = base.extend<{ server: OwnServer }>({
  server: [
    async ({}, use, testInfo) => {
      const server = await OwnServer.begin(testInfo.outputPath("data"));
      await use(server);
      await server.stop();
    },
    // The server says itself when it takes too long.
    { timeout: 2 * START_TIMEOUT },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.origin);
  },
});

/** What a person can do who has the database: no guard of ours holds against its owner. */
async function changeReason(data: string, from: string, to: string): Promise<void> {
  const database = await PGlite.create(data);
  await database.exec("ALTER TABLE entry DISABLE TRIGGER USER");
  const { affectedRows } = await database.query(
    `UPDATE entry SET body = jsonb_set(body, '{operation,reason}', to_jsonb($2::text))
     WHERE body #>> '{operation,reason}' = $1`,
    [from, to],
  );
  expect(affectedRows).toBe(1);
  await database.close();
}

test("A changed database is told, and so is an older backup that was put back", async ({
  page,
  reader,
  tenant,
  server,
}, testInfo) => {
  // Four times a server starts, beside three other browsers.
  test.setTimeout(600_000);
  const backup = testInfo.outputPath("backup");
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await reader.consentBeforehand();
  const onServer = async (change: () => Promise<void>) => {
    await page.goto("about:blank");
    await server.whileStopped(change);
  };
  const check = async (checkpoint = "") => {
    await page.goto("/history/integrity");
    await page.getByLabel("A checkpoint that you kept (optional)").fill(checkpoint);
    await page.getByRole("button", { name: "Check now" }).click();
  };
  await test.step("A guest is blocked, and at night the database is backed up.", async () => {
    await reader.signIn("Grace Okafor", "/guests");
    await reader.select("Ada of Partner");
    await reader.carryOut("Block", 1, "Ticket 4711");
    await onServer(() => cp(server.data, backup, { recursive: true }));
  });
  const savedCheckpoint =
    await test.step("The next day goes on, and a checkpoint is taken away.", async () => {
      await page.goto("/guests");
      await reader.select("Ada of Partner");
      await reader.carryOut("Unblock", 1, "Ticket 4712");
      await check();
      await expect(page.getByText("The entries are consistent")).toBeVisible();
      await page.getByRole("button", { name: "Sign a checkpoint now" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: /^Download the checkpoint of/ }).click(),
      ]);
      return readFile(await download.path(), "utf8");
    });
  await test.step("Somebody changes a reason in the database: the check names the entry, and the history marks it.", async () => {
    await onServer(() => changeReason(server.data, "Ticket 4712", "Ticket 4799"));
    await check();
    await expect(page.getByText("The history is not intact")).toBeVisible();
    await expect(page.getByText(/^Entry \d+ \(.*\): .*it was edited\.$/)).toBeVisible();
    await reader.goTo("History");
    const entry = (why: string) => reader.entries().filter({ hasText: why });
    await expect(entry("Ticket 4799")).toContainText("Not as recorded");
    await expect(entry("Ticket 4711")).not.toContainText("Not as recorded");
  });
  await test.step("The backup is put back. By itself it is whole; the checkpoint that was kept shows that it is older.", async () => {
    await onServer(async () => {
      await rm(server.data, { recursive: true });
      await cp(backup, server.data, { recursive: true });
    });
    await check();
    await expect(page.getByText("The entries are consistent")).toBeVisible();
    await check(savedCheckpoint);
    await expect(page.getByText("The history is not intact")).toBeVisible();
    await expect(page.getByText(/there are fewer: .*an older backup was put back/)).toBeVisible();
  });
});
