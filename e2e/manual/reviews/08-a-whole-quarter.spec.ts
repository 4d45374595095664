import type { SimulatedTenant } from "../../../simulator/control/simulated-tenant.ts";
import { NewReview } from "../../support/new-review.ts";
import { dayShown, exportJson, membersOf, ReviewDesk } from "../../support/review-desk.ts";
import { goToItem } from "../../support/reviews.ts";
import { sheetOf } from "../../support/sheet.ts";
import { expect, test } from "../../support/test.ts";

const QUARTERLY = "Quarterly guest access review";
const DYNAMIC = "Groups of other kinds: Guests of the house";

/** Manuel has a team, Uma a group of which she will not think, a rule fills another, and nobody owns the last. */
async function groupsWithGuests(tenant: SimulatedTenant): Promise<void> {
  const owners = (name: string) => [tenant.persona(name).username];
  const manuel = owners("Manuel Ortega");
  await tenant.addGroup({ name: "Harbour project", kind: "team", owners: manuel });
  const uma = owners("Uma Lindqvist");
  await tenant.addGroup({ name: "Bid office", kind: "microsoft-365", owners: uma });
  await tenant.addGroup({ name: "Contractors", kind: "security" });
  await tenant.addGroup({ name: "Guests of the house", kind: "dynamic", owners: manuel });
  const guests = [
    ["Ada of Partner", "3 days ago", "Harbour project"],
    ["Ben of Partner", "200 days ago", "Harbour project"],
    ["Cleo of Partner", "9 days ago", "Harbour project"],
    ["Dora of Partner", "9 days ago", "Bid office"],
    ["Eve of Partner", "200 days ago", "Guests of the house"],
    ["Finn of Partner", "200 days ago", "Contractors"],
  ] as const;
  for (const [name, lastSeen, group] of guests) {
    await tenant.addGuest({ name, lastSeen, groups: [group] });
  }
}

/** Under this id the service decides by itself. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

interface Kept {
  readonly kind: string;
  readonly result?: { readonly itemId: string };
  readonly outcome?: { readonly result: string } | null;
}

/** Every item of every review is in the file as it really stands, and every operation with what became of it. */
async function holdsItAll(tenant: SimulatedTenant, file: unknown): Promise<void> {
  const { rows } = file as { readonly rows: readonly Kept[] };
  const items = (await tenant.reviews()).flatMap(({ instances }) =>
    instances.flatMap(({ decisions }) => decisions),
  );
  const results = new Map(rows.map(({ result }) => [result?.itemId, result]));
  for (const item of items) {
    const { principalId, decision, recommendation, applyResult } = item;
    const access = decision === "Approve" || applyResult === "ApplyNotSupported";
    expect(results.get(item.id), item.principal ?? "").toMatchObject({
      guestId: principalId,
      ...{ decision, recommendation, applyResult },
      reviewedBy: item.reviewedBy === NOBODY ? null : item.reviewedBy,
      access: access ? "still-there" : "gone",
    });
  }
  const operations = rows.filter(({ kind }) => kind === "planned");
  expect(operations.map(({ outcome }) => outcome?.result)).toEqual(Array(5).fill("done"));
}

test("One quarter, from the template to the next one", async ({ page, reader, tenant }) => {
  test.slow();
  await groupsWithGuests(tenant);
  await reader.consentBeforehand();
  const wizard = new NewReview(reader);
  const desk = new ReviewDesk(reader);

  await test.step("Begin with the quarterly template. Who would lose access is read from the real groups.", async () => {
    await reader.signIn("Grace Okafor", "/reviews/new");
    await wizard.begin(/^Quarterly guest review, Deny if nobody answers/);
    await expect(wizard.beside()).toContainText("4 guests in 2 groups", { timeout: 20_000 });
    await wizard.open(/^Who loses access if nobody answers/);
    await expect(wizard.lines("Who loses access if nobody answers")).toHaveText([
      /^Ada of Partner.*Harbour project/,
      /^Ben of Partner.*Harbour project/,
      /^Cleo of Partner.*Harbour project/,
      /^Dora of Partner.*Bid office/,
    ]);
    await wizard.open(/^Groups that are left out/);
    await expect(wizard.lines("Groups that are left out")).toHaveText([
      /^Contractors/,
      /^Guests of the house/,
    ]);
  });
  await test.step("Two standards are measured: it is what is usually advised, and not what CIS asks for.", async () => {
    await wizard.open(/^CIS 5\.3\.2/);
    await expect(wizard.beside().getByRole("list", { name: "CIS 5.3.2" })).toContainText(
      "Monthly or more often: every 3 months",
    );
    await expect(
      wizard.beside().getByRole("button", { name: /^The usual advice.*\(met\)$/ }),
    ).toBeVisible();
  });
  await test.step("Create it. The dialog says once more who would lose access; nothing is sent before.", async () => {
    await wizard.open(/^The exact request/);
    const shown = await wizard.shownBody();
    await wizard.ask("The quarter's review");
    await expect(wizard.dialog()).toContainText("4 guests lose this access if nobody answers.");
    expect(wizard.sent()).toEqual([]);
    await wizard.confirm();
    await expect(wizard.outcomes()).toHaveText([/Done/]);
    await wizard.closeOutcomes();
    expect(wizard.sent()).toEqual([shown]);
  });
  await test.step("Entra holds what was shown, word for word, and a link leads to it.", async () => {
    const [shown] = wizard.sent();
    const { displayName, descriptionForAdmins, settings } = shown as Record<string, unknown>;
    const [review] = await tenant.reviews();
    expect(review?.definition).toMatchObject({ displayName, descriptionForAdmins, settings });
    expect(descriptionForAdmins).toMatch(/\[guestlist [0-9a-f-]{36}\]$/);
    await expect(reader.heading("Review created")).toBeVisible();
    await expect(page.getByRole("link", { name: QUARTERLY })).toHaveAttribute(
      "href",
      `/reviews/${review?.id}`,
    );
    expect(review?.instances.map(({ group }) => group).sort()).toEqual([
      "Bid office",
      "Harbour project",
    ]);
  });
  await test.step("A dynamic group needs a review of its own. Alone it is refused: nothing that it decides could be applied.", async () => {
    await page.getByRole("link", { name: "Create another review" }).click();
    await wizard.begin(/^Quarterly guest review, Deny if nobody answers/);
    await page.getByRole("textbox", { name: "Name" }).fill("Groups of other kinds");
    await page.getByRole("radio", { name: /^One or several groups/ }).click();
    await wizard.choose("Groups", "Guests of the house");
    await expect(wizard.beside()).toContainText(
      "Nothing that this review decides could be applied",
    );
  });
  await test.step("Beside another group it is warned of: there denied guests stay.", async () => {
    await wizard.choose("Groups", "Contractors");
    await expect(wizard.beside()).toContainText("In 1 group, denied guests stay");
    await wizard.open(/^Will it apply/);
    await expect(wizard.lines("Will it apply?")).toHaveText([
      /^Guests of the house.*Will not apply.*owners are asked.*from a rule/,
      /^Contractors.*Will apply.*nobody is asked/,
    ]);
    await expect(wizard.beside()).toContainText("1 group has no owner and no fallback reviewer");
  });
  await test.step("Name somebody who stands in where there is no owner. Each group gets a review of its own.", async () => {
    await wizard.goTo("Reviewers");
    await wizard.choose("Fallback reviewers", "Uma Lindqvist");
    await expect(wizard.beside()).toContainText(
      "The owners of each group, or Uma Lindqvist where there is none.",
    );
    await expect(wizard.lines("Will it apply?").filter({ hasText: "Contractors" })).toContainText(
      "the fallback reviewers are asked",
    );
    await wizard.ask("Guests are in these too");
    await wizard.confirm();
    await expect(wizard.outcomes()).toHaveText([/Done/, /Done/]);
    await wizard.closeOutcomes();
  });
  await test.step("Grace made them and may not decide in them: nothing asks her.", async () => {
    await reader.goTo("My reviews");
    await expect(page.getByText("No reviews to decide")).toBeVisible();
  });
  await test.step("Manuel approves one and denies one, by two keys and a justification. Nobody else answers.", async () => {
    const manuel = await reader.colleague();
    await manuel.signIn("Manuel Ortega", "/reviews/mine");
    await manuel.page
      .getByRole("button", { name: `Decide: ${QUARTERLY}, Harbour project` })
      .click({ timeout: 20_000 });
    await goToItem(manuel, "Ada of Partner");
    await manuel.page.keyboard.press("a");
    await manuel.page.keyboard.type("Works on the quay until spring");
    await manuel.page.keyboard.press("Enter");
    await goToItem(manuel, "Ben of Partner");
    await manuel.page.keyboard.press("d");
    await expect(manuel.page.getByRole("status", { name: "Sending" })).toHaveText("2 answers sent");
    await expect(manuel.page.getByText("1 undecided.", { exact: true })).toBeVisible();
    await manuel.leave();
  });
  await test.step("Fifteen days later it has ended. Who was denied is out, and so is whom nobody spoke for.", async () => {
    await desk.letPass("P15D");
    expect(await membersOf(tenant, "Harbour project")).toEqual(["Ada of Partner"]);
    expect(await membersOf(tenant, "Bid office")).toEqual([]);
    await desk.open(QUARTERLY);
    await desk.openResults("Harbour project");
    await expect(page.getByText("2 denied: 2 lost access.")).toBeVisible();
    await desk.turnTo("Decisions");
    await expect(desk.decision("Ada of Partner")).toContainText("Works on the quay until spring");
    await expect(desk.decision("Ben of Partner")).toContainText("Manuel Ortega");
    await expect(desk.decision("Cleo of Partner")).toContainText("Nobody: the default decided");
  });
  await test.step("Record the results of a group, before Entra forgets them.", async () => {
    await desk.turnTo("Results applied?");
    await desk.record(3);
  });
  await test.step("The guest of the dynamic group was denied and is still in: it is said, and why.", async () => {
    expect(await membersOf(tenant, "Guests of the house")).toEqual(["Eve of Partner"]);
    await desk.open(DYNAMIC);
    await desk.openResults();
    await expect(page.getByText("1 denied: 0 lost access, 1 still has it.")).toBeVisible();
    await expect(desk.left()).toHaveText([
      /Eve of Partner.*A rule fills this dynamic group.*Not supported.*Block or remove the guest/,
    ]);
  });
  await test.step("The list names the reviews whose results nobody has recorded yet, and records them all.", async () => {
    await reader.goTo("Reviews");
    const notice = page.getByRole("status").filter({ hasText: "not in the history yet" });
    await expect(notice).toContainText("The results of 3 reviews are not in the history yet");
    await expect(notice).toContainText("Groups of other kinds: Contractors");
    await page.getByRole("button", { name: "Save results of 3 instances" }).click();
    await expect(page.getByText("The results of all 3 instances are saved")).toBeVisible({
      timeout: 30_000,
    });
    await page.getByRole("button", { name: "Close" }).click();
  });
  await test.step("The history has it all, and so do its files.", async () => {
    await reader.openHistory();
    const outcomes = {
      "Ada of Partner": "Has access",
      "Ben of Partner": "Access gone",
      "Cleo of Partner": "Access gone",
      "Dora of Partner": "Access gone",
      "Eve of Partner": "Still has access",
      "Finn of Partner": "Access gone",
    };
    const sheet = sheetOf(await reader.exportCsv());
    const results = sheet.filter(({ Operation }) => Operation === "Review result");
    expect(Object.fromEntries(results.map(({ Guest, Outcome }) => [Guest, Outcome]))).toEqual(
      outcomes,
    );
    const ofEve = results.find(({ Guest }) => Guest === "Eve of Partner");
    expect(ofEve?.["Why not applied"]).toContain("A rule fills this dynamic group");
    const intended = sheet.filter(({ Request }) => Request !== "");
    expect(intended.map(({ Operation, Who, Outcome }) => [Operation, Who, Outcome])).toEqual([
      ["Answer as a reviewer", "Manuel Ortega", "Done"],
      ["Answer as a reviewer", "Manuel Ortega", "Done"],
      ...Array<string[]>(3).fill(["Create access review", "Grace Okafor", "Done"]),
    ]);
    expect(intended.at(-1)?.["Body of the request"]).toBe(JSON.stringify(wizard.sent()[0]));
    await holdsItAll(tenant, await exportJson(page));
  });
  await test.step("The next quarter begins by itself, and asks about the remaining guests.", async () => {
    await desk.letPass("P78D");
    await reader.goTo("Reviews");
    const instances = (await tenant.reviews())[0]?.instances ?? [];
    const next = instances.filter(({ status }) => status === "InProgress");
    expect(next.map(({ group, decisions }) => [group, decisions.length])).toEqual([
      ["Harbour project", 1],
    ]);
    await expect(desk.listed(QUARTERLY)).toContainText(dayShown(next[0]?.startsAt ?? ""));
    await expect(desk.listed(QUARTERLY)).toContainText("0 of 1");
  });
});
