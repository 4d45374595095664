import { expect, test } from "../support/test.ts";

const GUESTS = 30;

test("A long run waits when the directory asks for patience, and doubles nothing", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  for (let number = 1; number <= GUESTS; number += 1) {
    await tenant.addGuest({ name: `Guest ${String(number)} of Partner`, lastSeen: "200 days ago" });
  }
  await reader.mayActUnasked();
  await tenant.weather({
    faults: [
      {
        kind: "throttled",
        method: "PATCH",
        pathPrefix: "/users/",
        after: 10,
        times: 4,
        retryAfterSeconds: 6,
      },
    ],
  });
  const answers: number[] = [];
  page.on("response", (response) => {
    if (response.request().method() === "PATCH") answers.push(response.status());
  });
  await reader.signIn("Grace Okafor", "/guests?standing=stale");

  await test.step("Select all thirty and choose Block.", async () => {
    await expect(page.getByText(`${String(GUESTS)} match.`)).toBeVisible({ timeout: 20_000 });
    await reader.selectAll();
    await reader.decide("Block", "The project ended");
    await reader.confirm(new RegExp(`^Block ${String(GUESTS)} guests$`));
  });
  await test.step("Midway the directory asks to wait, and the page says for how long.", async () => {
    await expect(reader.dialog()).toContainText(
      /\d+ of 30.*Microsoft Graph asks us to wait [1-7] s/,
      { timeout: 30_000 },
    );
  });
  await test.step("It goes on by itself, to the end.", async () => {
    await expect(reader.dialog()).toContainText("30 of 30", { timeout: 60_000 });
    await expect(reader.outcomes().filter({ hasText: "Done" })).toHaveCount(GUESTS, {
      timeout: 60_000,
    });
    await reader.closeOutcomes();
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
    expect(of("sessions-revoked")).toEqual(ids);
    expect(effects).toHaveLength(2 * GUESTS);
  });
  await test.step("Only what the directory had put off was sent again.", () => {
    expect(answers.filter((status) => status === 429)).toHaveLength(4);
    expect(answers.filter((status) => status === 204)).toHaveLength(GUESTS);
    expect(answers).toHaveLength(GUESTS + 4);
  });
  await test.step("The history has each decision once, and each was done.", async () => {
    await reader.goTo("History");
    await expect(reader.entries()).toHaveCount(GUESTS);
    await expect(reader.entries().filter({ hasText: "Done" })).toHaveCount(GUESTS);
  });
});

test("What was put off but done all the same is not done twice", async ({
  page,
  reader,
  tenant,
}) => {
  const names = ["Ada of Partner", "Ben of Partner", "Cleo of Partner"];
  for (const name of names) await tenant.addGuest({ name, lastSeen: "200 days ago" });
  await reader.mayActUnasked();
  await tenant.weather({
    faults: [
      {
        kind: "throttled-though-applied",
        method: "DELETE",
        pathPrefix: "/users/",
        times: 1,
        retryAfterSeconds: 2,
      },
    ],
  });
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "DELETE") sent += 1;
  });
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("Remove three guests; one answer says “not now”, wrongly.", async () => {
    await reader.select(...names);
    await reader.decide("Remove", "The project ended");
    await reader.confirm(/^Remove 3 guests$/);
    await expect(reader.outcomes()).toContainText(["Done", "Done", "Done"], { timeout: 30_000 });
    await reader.closeOutcomes();
  });
  await test.step("The directory is read before anything is sent again: three sent, three done.", async () => {
    expect(sent).toBe(3);
    const effects = await tenant.effects();
    expect(effects.map(({ kind }) => kind)).toEqual(Array(3).fill("user-deleted"));
    expect(new Set(effects.map(({ targetId }) => targetId)).size).toBe(3);
  });
});

test("A run can be stopped", async ({ page, reader, tenant }) => {
  for (let number = 1; number <= GUESTS; number += 1) {
    await tenant.addGuest({ name: `Guest ${String(number)} of Partner`, lastSeen: "200 days ago" });
  }
  await reader.mayActUnasked();
  await tenant.weather({
    faults: [
      {
        kind: "throttled",
        method: "PATCH",
        pathPrefix: "/users/",
        after: 5,
        retryAfterSeconds: 60,
      },
    ],
  });
  await reader.signIn("Grace Okafor", "/guests?standing=stale");
  await expect(page.getByText(`${String(GUESTS)} match.`)).toBeVisible({ timeout: 20_000 });
  await reader.selectAll();
  await reader.decide("Block", "The project ended");
  await reader.confirm(new RegExp(`^Block ${String(GUESTS)} guests$`));
  await test.step("While it waits, choose Stop.", async () => {
    await expect(reader.dialog()).toContainText("Microsoft Graph asks us to wait", {
      timeout: 30_000,
    });
    await reader.confirm(/^Stop$/);
  });
  await test.step("What was not sent has no effect; what was sent has its outcome.", async () => {
    await expect(reader.dialog()).toContainText("You stopped the run.", { timeout: 50_000 });
    const blocked = (await tenant.people()).users.filter(
      ({ displayName, accountEnabled }) => displayName?.endsWith("of Partner") && !accountEnabled,
    );
    expect(blocked).toHaveLength(5);
    await expect(reader.outcomes().filter({ hasText: "Done" })).toHaveCount(5);
    await reader.closeOutcomes();
  });
});
