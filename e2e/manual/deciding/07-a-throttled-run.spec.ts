import { passTimeUntil } from "../../support/pass-time.ts";
import { expect, test } from "../../support/test.ts";

const GUESTS = 30;

test("A long run waits while Microsoft Graph throttles it, and sends nothing twice", async ({
  page,
  reader,
  tenant,
}) => {
  for (let number = 1; number <= GUESTS; number += 1) {
    await tenant.addGuest({ name: `Guest ${String(number)} of Partner`, lastSeen: "200 days ago" });
  }
  await reader.consentBeforehand();
  await tenant.conditions({
    faults: [
      {
        kind: "throttled",
        method: "PATCH",
        pathPrefix: "/users/",
        after: 10,
        times: 4,
        retryAfterSeconds: 30,
      },
    ],
  });
  const answers: number[] = [];
  page.on("response", (response) => {
    if (response.request().method() === "PATCH") answers.push(response.status());
  });
  await page.clock.install();
  await reader.signIn("Grace Okafor", "/guests?standing=stale");

  await test.step("Select all thirty and choose Block.", async () => {
    await expect(page.getByText(`${String(GUESTS)} guests.`)).toBeVisible({ timeout: 20_000 });
    await reader.selectAll();
    await reader.decide("Block", "The project ended");
    await reader.confirm(new RegExp(`^Block ${String(GUESTS)} guests$`));
  });
  await test.step("Midway the directory asks to wait, and the page says for how long.", async () => {
    await expect(reader.dialog()).toContainText(
      /\d+ of 30.*Microsoft Graph asks us to wait [1-3][0-9] s/,
      { timeout: 30_000 },
    );
  });
  await test.step("Leave the dialog and go to another page: the run goes on, and a tray shows how far it is.", async () => {
    await reader.dialog().getByRole("button", { name: "Continue in the background" }).click();
    await reader.goTo("Overview");
    await expect(reader.tray()).toContainText(/^Blocking \d+ of 30/);
    await expect(reader.tray().getByRole("button", { name: "Stop" })).toBeVisible();
  });
  await test.step("Go back in the browser, and open the run again.", async () => {
    await page.goBack();
    await reader.tray().getByRole("button", { name: "Details" }).click();
    await expect(reader.dialog()).toContainText(/\d+ of 30/);
  });
  await test.step("It goes on by itself, to the end.", async () => {
    await passTimeUntil(page, reader.dialog().getByText("30 of 30"));
    await expect(reader.outcomes().filter({ hasText: "Done" })).toHaveCount(GUESTS);
    await expect(reader.dialog()).toContainText("30 blocked");
    await reader.closeOutcomes();
    await expect(reader.tray()).toContainText("30 blocked");
    await expect(
      reader.tray().getByRole("button", { name: "Undo (unblock 30 guests)" }),
    ).toBeVisible();
    await reader.tray().getByRole("button", { name: "Dismiss" }).click();
    await expect(reader.tray()).toHaveCount(0);
  });
  await test.step("Every guest is blocked, and each effect happened exactly once.", async () => {
    const { users } = await tenant.people();
    const guests = users.filter(({ displayName }) => displayName?.endsWith("of Partner"));
    expect(guests).toHaveLength(GUESTS);
    expect(guests.filter(({ accountEnabled }) => accountEnabled)).toEqual([]);
    const ids = guests.map(({ id }) => id).sort();
    const effects = await tenant.effects();
    const of = (kind: string) =>
      effects.flatMap((effect) => (effect.kind === kind ? [effect.targetId] : [])).sort();
    expect(of("account-disabled")).toEqual(ids);
    expect(effects).toHaveLength(GUESTS);
  });
  await test.step("Only what the directory had put off was sent again.", () => {
    expect(answers.filter((status) => status === 429)).toHaveLength(4);
    expect(answers.filter((status) => status === 204)).toHaveLength(GUESTS);
    expect(answers).toHaveLength(GUESTS + 4);
  });
  await test.step("The history has each decision once, and each was done.", async () => {
    await reader.openHistory();
    await expect(reader.entries()).toHaveCount(GUESTS);
    await expect(reader.entries().filter({ hasText: "Done" })).toHaveCount(GUESTS);
  });
});
