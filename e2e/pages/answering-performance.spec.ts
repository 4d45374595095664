import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import { APP } from "../support/origins.ts";
import type { Reader } from "../support/reader.ts";
import { decisionsOf, makeReviews } from "../support/reviews.ts";
import { told } from "../support/tasks-during.ts";
import { expect, test } from "../support/test.ts";
import { Traffic } from "../support/traffic.ts";

const ITEMS = 1_000;
/** 3,000 in 150 s: https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits */
const WRITES_PER_SECOND = 20;
/** After a rest a second's worth may go at once, and so many that were on their way may arrive with them. */
const MOST_AT_ONCE = WRITES_PER_SECOND + 16;

test.use({ tenantWanted: { consents: "everything" }, trace: "off" });

test("A thousand items are denied at once within the quota, each once, and the history has them all", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(300_000);
  const { groups } = await tenant.addCrowd({ name: "Crowd", guestsEach: ITEMS });
  const [review] = await makeReviews(reader, {
    name: "Everybody",
    groupId: groups[0]?.id ?? "",
    reviewerIds: [tenant.persona("Manuel Ortega").userId],
  });
  if (review === undefined) throw new Error("No review was made");
  await tenant.weather({ throttle: "strict" });
  await reader.signIn("Manuel Ortega", review.path);
  await expect(page.getByText("1,000 items", { exact: true })).toBeVisible({ timeout: 60_000 });
  const traffic = new Traffic(page);
  const dialog = page.getByRole("dialog");
  await reader.selectAll();
  await page.getByRole("button", { name: "Deny selected" }).click();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The crowd has gone home");
  await dialog.getByRole("button", { name: "Deny (1,000)" }).click();
  await expect(dialog.getByRole("progressbar")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click({ timeout: 200_000 });
  await test.step("Each item was sent once, nobody was put off, and the rate was kept.", async () => {
    const sentAt = await answersSentAt(tenant);
    const { requests, readings, refused } = traffic.counted;
    const seconds = ((sentAt.at(-1) ?? 0) - (sentAt[0] ?? 0)) / 1_000;
    const besides = { requests: requests - ITEMS, readings: readings - ITEMS };
    told(
      `A thousand answers in ${Math.round(seconds)} s: at most ${mostWithin(sentAt, 1)} in a second and ${mostWithin(sentAt, 10)} in ten, besides ${besides.requests} requests with ${besides.readings} readings`,
    );
    for (const stretch of [1, 10, 30]) {
      const most = WRITES_PER_SECOND * stretch + MOST_AT_ONCE;
      expect(mostWithin(sentAt, stretch), `in ${stretch} s`).toBeLessThanOrEqual(most);
    }
    expect(besides.requests).toBeLessThanOrEqual(60);
    expect(besides.readings).toBeLessThanOrEqual(300);
    expect(refused, "answers that say: too many").toBe(0);
  });
  await test.step("The review has them, and so has the history: what was meant, and what became of it.", async () => {
    const decisions = Object.values(await decisionsOf(reader, review));
    expect(decisions.filter(({ decision }) => decision === "Deny")).toHaveLength(ITEMS);
    const rows = await historyOf(reader, "answer-item");
    expect(new Set(rows.map(({ intent }) => intent.request.path)).size).toBe(ITEMS);
    expect(rows).toHaveLength(ITEMS);
    const seen = rows.filter(({ outcome }) => outcome?.result === "done");
    expect(seen, "rows with an outcome").toHaveLength(ITEMS);
    expect(new Set(seen.map(({ outcome }) => outcome?.evidence))).toEqual(new Set(["observed"]));
  });
});

/** When each answer was accepted; no item was answered twice. */
async function answersSentAt(tenant: SimulatedTenant): Promise<readonly number[]> {
  const answers = (await tenant.effects()).filter(
    ({ method, path }) => method === "PATCH" && path.includes("/decisions/"),
  );
  expect(new Set(answers.map(({ path }) => path)).size).toBe(ITEMS);
  expect(answers).toHaveLength(ITEMS);
  return answers.map(({ at }) => Date.parse(at)).sort((one, other) => one - other);
}

/** The most that fell into any stretch of so many seconds. */
function mostWithin(instants: readonly number[], seconds: number): number {
  let most = 0;
  let first = 0;
  for (const [last, at] of instants.entries()) {
    while (at - (instants[first] ?? at) >= seconds * 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

interface Row {
  readonly intent: { readonly request: { readonly path: string } };
  readonly outcome: { readonly result: string; readonly evidence: string } | null;
}

/** All intents of one kind with their outcomes, as the history tells them to Grace. */
async function historyOf(reader: Reader, kind: string): Promise<readonly Row[]> {
  const grace = await reader.colleague();
  await grace.signIn("Grace Okafor", "/history");
  const headers = { authorization: await grace.ownApiToken() };
  const rows: Row[] = [];
  let next: number | null = null;
  do {
    const before = next === null ? "" : `&before=${String(next)}`;
    const url = `${APP}/api/history?kind=${kind}&limit=200${before}`;
    const answer = await grace.page.request.get(url, { headers });
    expect(answer.status(), await answer.text()).toBe(200);
    const page = (await answer.json()) as { rows: Row[]; next: number | null };
    rows.push(...page.rows);
    next = page.next;
  } while (next !== null);
  await grace.leave();
  return rows;
}
