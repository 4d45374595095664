import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "../../support/test.ts";

/** Runs the command that checks an exported file, as an auditor does who has no database. */
function verifyFile(file: string, ...more: readonly string[]) {
  const args = ["scripts/ledger.mjs", "verify", "--export", file, ...more];
  const variables = { DATABASE_URL: "", DATA_DIR: "", CHECKPOINT_KEY: "" };
  const env = { ...process.env, ...variables };
  const { status, stdout } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  return { status, said: stdout };
}

test("The history is checked, a checkpoint and an export are taken away, and a person is erased", async ({
  page,
  reader,
  tenant,
}, testInfo) => {
  test.setTimeout(120_000);
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  const ada = await tenant.guestNamed("Ada of Partner");
  await reader.consentBeforehand();
  await reader.signIn("Grace Okafor", "/guests");
  await reader.select("Ada of Partner");
  await reader.carryOut("Block", 1, "Ticket 4711");
  const save = async (button: string | RegExp, name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    const file = testInfo.outputPath(name);
    await download.saveAs(file);
    return { file, suggested: download.suggestedFilename() };
  };
  let checkpoint = "";
  await test.step("Check the history: every entry is as it was recorded.", async () => {
    await reader.goTo("History");
    await page.getByRole("link", { name: "Check integrity" }).click();
    await expect(page.getByRole("heading", { name: "Integrity of the history" })).toBeVisible();
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(page.getByText("The entries are consistent")).toBeVisible();
    await expect(page.getByText("No checkpoint covers them")).toBeVisible();
  });
  await test.step("Take a checkpoint, and take it away.", async () => {
    await page.getByRole("button", { name: "Sign a checkpoint now" }).click();
    const saved = await save(/^Download the checkpoint of/, "kept.checkpoint");
    expect(saved.suggested).toMatch(/^guestlist-\d+\.checkpoint$/);
    checkpoint = await readFile(saved.file, "utf8");
    expect(checkpoint).toContain(tenant.id);
  });
  await test.step("Later, compare the history with it: it goes on from there.", async () => {
    await reader.goTo("Guests");
    await reader.select("Ada of Partner");
    await reader.carryOut("Unblock", 1, "Ticket 4712");
    await reader.goTo("History");
    await page.getByRole("link", { name: "Check integrity" }).click();
    await page.getByLabel("A checkpoint that you kept (optional)").fill(checkpoint);
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(
      page.getByText(/^It continues from your checkpoint of \d+ entries\.$/),
    ).toBeVisible();
    await expect(page.getByText(/could be cut off without a trace/)).toBeVisible();
  });
  await test.step("One that was edited is refused at the field.", async () => {
    const field = page.getByLabel("A checkpoint that you kept (optional)");
    await field.fill(
      checkpoint.replace(/\n(\d+)\n/, (_, size: string) => `\n${Number(size) + 1}\n`),
    );
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(page.getByText("It is not signed by a key that is known here")).toBeVisible();
  });
  await test.step("Export everything: an auditor checks the file without the server, and is told of a changed reason.", async () => {
    const { file } = await save("Export the whole history", "history.ndjson");
    const savedCheckpoint = testInfo.outputPath("kept.checkpoint");
    expect(verifyFile(file, "--since", savedCheckpoint)).toMatchObject({ status: 0 });
    const edited = testInfo.outputPath("edited.ndjson");
    await writeFile(edited, (await readFile(file, "utf8")).replace("Ticket 4711", "Ticket 4710"));
    const changed = verifyFile(edited);
    expect(changed.status).toBe(1);
    expect(changed.said).toContain("edited");
    const lines = (await readFile(file, "utf8")).split("\n");
    const shorter = lines.filter((line) => !line.includes("Ticket 4711")).join("\n");
    await writeFile(edited, shorter);
    const cut = verifyFile(edited);
    expect(cut.status).toBe(1);
    expect(cut.said).toContain("missing");
  });
  await test.step("Ada asks to be forgotten: look what would go, say why, and erase her.", async () => {
    await reader.goTo("Settings");
    await page.getByRole("link", { name: "Erase a person" }).click();
    await page.getByLabel("Object ID of the person").fill(ada?.id ?? "");
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByText("Last known as Ada of Partner.")).toBeVisible();
    await page.getByRole("textbox", { name: "Reason" }).fill("She asked for it");
    await page.getByRole("button", { name: /^Erase \d/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Erase permanently" }).click();
    await expect(page.getByText(/ were erased$/)).toBeVisible();
  });
  await test.step("The history has no name of hers any more, says that she was erased, and is whole.", async () => {
    await reader.goTo("History");
    await expect(reader.entries().first()).toContainText("Erase a person");
    await expect(page.getByText("Ada of Partner")).toBeHidden();
    await page.getByRole("link", { name: "Check integrity" }).click();
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(
      page.getByText(/^No change was found; no checkpoint covers the last /),
    ).toBeVisible();
    await expect(
      page.getByText(/name record(s and texts were| or text was) erased\./),
    ).toBeVisible();
  });
});
