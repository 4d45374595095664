import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import type { WeatherWanted } from "../../simulator/control/words.ts";
import type { Reader } from "../support/reader.ts";
import { expect, test } from "../support/test.ts";
import { sheetOf } from "../support/sheet.ts";

// More than one page of guests, so that there is a link to follow.
test.use({ tenantWanted: { guests: 1_300, consents: "everything" } });

/** Ids of all whom Guestlist lists: guests, and members who came by invitation. */
async function listedIds(tenant: SimulatedTenant): Promise<string[]> {
  const { users } = await tenant.people();
  return users
    .filter(({ userType, creationType }) => userType === "Guest" || creationType === "Invitation")
    .map(({ id }) => id)
    .sort();
}

async function everybodyOnce(reader: Reader, tenant: SimulatedTenant): Promise<void> {
  const ids = await listedIds(tenant);
  await test.step("The list has everybody in the end, and nobody twice.", async () => {
    const match = `${ids.length.toLocaleString("en")} match.`;
    await expect(reader.page.getByText(match)).toBeVisible({ timeout: 90_000 });
    // The whole of the reading is over: there is no line about it any more.
    await expect(reader.page.getByRole("progressbar")).toHaveCount(0, { timeout: 90_000 });
    const sheet = sheetOf(await reader.exportCsv());
    expect(sheet.map((row) => row["Object id"]).sort()).toEqual(ids);
  });
  await test.step("A selection of all may be decided on in bulk.", async () => {
    await tenant.weather({ faults: [] });
    await reader.selectAll();
    await reader.decision("Keep").click();
    await expect(reader.decidedOn().first()).toBeVisible({ timeout: 20_000 });
    await expect(reader.dialog()).not.toContainText("not read to the end");
  });
}

const TROUBLES: readonly (readonly [string, WeatherWanted])[] = [
  [
    "Patience that Graph asks for without saying how long",
    {
      retryAfter: "hidden-by-cors",
      faults: [{ kind: "throttled", method: "GET", pathPrefix: "/users", times: 3 }],
    },
  ],
  [
    "A storm of 503s",
    {
      seed: 3,
      faults: [{ kind: "unavailable", pathPrefix: "/users", chance: 0.6, retryAfterSeconds: 1 }],
    },
  ],
  [
    "Answers cut off in the middle",
    { faults: [{ kind: "truncated", method: "GET", pathPrefix: "/users", times: 2 }] },
  ],
  [
    "A page link that expired",
    { faults: [{ kind: "expired-page-token", pathPrefix: "/users", times: 1 }] },
  ],
  [
    "A claims challenge in the middle of the list",
    { faults: [{ kind: "insufficient-claims", pathPrefix: "/users", after: 2, times: 1 }] },
  ],
];

for (const [trouble, weather] of TROUBLES) {
  test(`${trouble} does not leave a list with gaps or doubles`, async ({ reader, tenant }) => {
    test.setTimeout(180_000);
    await tenant.weather(weather);
    await reader.signIn("Grace Okafor", "/guests");
    await everybodyOnce(reader, tenant);
  });
}

test("A list that cannot be read to its end says so, and refuses acts in bulk", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(180_000);
  await tenant.weather({ faults: [{ kind: "expired-page-token", pathPrefix: "/users" }] });
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("The page says that the list may be incomplete.", async () => {
    await expect(
      page.getByText("What is shown may be incomplete, and cannot be acted on in bulk."),
    ).toBeVisible({ timeout: 60_000 });
  });
  await test.step("Select all and choose Block: nobody can be decided on.", async () => {
    await reader.selectAll();
    await reader.decision("Block").click();
    await expect(reader.dialog()).toContainText("Nobody of this selection can be decided on", {
      timeout: 20_000,
    });
    await expect(reader.dialog()).toContainText(
      "The list is not read to the end, so only one at a time",
    );
    await expect(reader.dialog().getByRole("button", { name: "Block 0 guests" })).toBeDisabled();
    await reader.dialog().getByRole("button", { name: "Cancel" }).click();
    expect(await tenant.effects()).toEqual([]);
  });
  await test.step("When the directory has calmed down, read again.", async () => {
    await tenant.weather({ faults: [] });
    await page.getByRole("button", { name: "Read again" }).click();
    await expect(page.getByText("What is shown may be incomplete")).toHaveCount(0, {
      timeout: 20_000,
    });
    const ids = await listedIds(tenant);
    await expect(page.getByText(`${ids.length.toLocaleString("en")} match.`)).toBeVisible({
      timeout: 60_000,
    });
  });
});
