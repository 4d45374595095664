import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { DeletedPage } from "@/components/guests/deleted-page";
import { GuestsPage } from "@/components/guests/guests-page";
import { DEFINITIONS, makeReview, sendAs } from "@/components/reviews/testing/make-review";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
import { systemClock } from "@/lib/graph/clock";

vi.setConfig({ testTimeout: 60_000 });
// A run waits between its looks at the directory; here nothing lags.
beforeEach(() => {
  vi.spyOn(systemClock, "sleep").mockResolvedValue();
});

const ADA = "Ada of Partner";
const BEN = "Ben of Partner";
const REVIEW = "Partner offboarding";
const BLOCK_THEN_DELETE = "#microsoft.graph.disableAndDeleteUserApplyAction";
const DAY = 86_400_000;

/** The day a given time after an instant, as the page shows it. */
const dayShown = (instant: string, days = 0) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: "medium" }).format(
    Date.parse(instant) + days * DAY,
  );

/** A review that blocks Ada and Ben when it ends and deletes them 30 days later; nobody answers it. */
async function withReview() {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant } = testTenant;
  await tenant.addGuest({ name: ADA, lastSeen: "200 days ago", groups: ["Quay"] });
  await tenant.addGuest({ name: BEN, lastSeen: "2 days ago", groups: ["Quay"] });
  const group = (await tenant.groups()).find(({ displayName }) => displayName === "Quay");
  const made = await makeReview(testTenant, {
    name: REVIEW,
    groupId: group?.id ?? "",
    settings: { applyActions: [{ "@odata.type": BLOCK_THEN_DELETE }] },
  });
  const [review] = await tenant.reviews();
  return { testTenant, ...made, endsAt: review?.instances[0]?.endsAt ?? "" };
}

async function unblockAda(testTenant: TestTenant) {
  const page = await renderPage(testTenant, <GuestsPage />, { path: "/guests" });
  await page.user.click(await screen.findByRole("checkbox", { name: `Select ${ADA}` }));
  const bar = within(screen.getByRole("toolbar", { name: "Act" }));
  await page.user.click(bar.getByRole("button", { name: "Unblock" }));
  return { ...page, dialog: within(await screen.findByRole("dialog", { name: "Unblock" })) };
}

test("Unblocking a guest whom a review is about to delete says which review and when, before and after", async () => {
  const { testTenant, reviewId, endsAt } = await withReview();
  await testTenant.tenant.advance("P15D");
  expect((await testTenant.tenant.guestNamed(ADA))?.accountEnabled).toBe(false);
  const { dialog, user } = await unblockAda(testTenant);
  const link = await dialog.findByRole("link", { name: REVIEW });
  expect(link).toHaveAttribute("href", `/reviews/${reviewId}`);
  const notice = link.closest<HTMLElement>("[role=status]");
  expect(notice).toHaveTextContent(`${ADA}: denied in ${REVIEW}`);
  expect(notice).toHaveTextContent(`Entra deletes it on ${dayShown(endsAt, 30)}`);
  expect(notice).not.toHaveTextContent(BEN);
  await user.type(dialog.getByRole("textbox", { name: "Reason" }), "Still works with us");
  await user.click(await dialog.findByRole("button", { name: "Unblock 1 guest" }));
  expect(await dialog.findByRole("button", { name: "Close" })).toBeInTheDocument();
  expect(dialog.getByRole("link", { name: REVIEW })).toBeInTheDocument();
  expect((await testTenant.tenant.guestNamed(ADA))?.accountEnabled).toBe(true);
});

test("The panel of a blocked guest says that a review is about to delete them, and when", async () => {
  const { testTenant, endsAt } = await withReview();
  await testTenant.tenant.advance("P15D");
  const ada = await testTenant.tenant.guestNamed(ADA);
  await renderPage(testTenant, <GuestsPage />, { path: `/guests?guest=${ada?.id ?? ""}` });
  const notice = (await screen.findByRole("link", { name: REVIEW })).closest("[role=status]");
  expect(notice).toHaveTextContent(`Entra deletes it on ${dayShown(endsAt, 30)}`);
});

test("The panel of a guest who may sign in names the review, also one that somebody has to apply", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant } = testTenant;
  const ada = await tenant.addGuest({ name: ADA, lastSeen: "200 days ago", groups: ["Quay"] });
  const group = (await tenant.groups()).find(({ displayName }) => displayName === "Quay");
  await makeReview(testTenant, {
    name: REVIEW,
    groupId: group?.id ?? "",
    settings: {
      applyActions: [{ "@odata.type": BLOCK_THEN_DELETE }],
      autoApplyDecisionsEnabled: false,
    },
  });
  await tenant.advance("P15D");
  expect((await tenant.guestNamed(ADA))?.accountEnabled).toBe(true);
  await renderPage(testTenant, <GuestsPage />, { path: `/guests?guest=${ada.id}` });
  const notice = (await screen.findByRole("link", { name: REVIEW })).closest("[role=status]");
  expect(notice).toHaveTextContent("when somebody applies it");
  expect(notice).toHaveTextContent("Nothing happens to the account until somebody applies");
});

test("A guest who is denied while the review runs is named with the day of the block and of the deletion", async () => {
  const { testTenant, reviewId, instanceId, endsAt } = await withReview();
  const ada = await testTenant.tenant.guestNamed(ADA);
  const decisions = `${DEFINITIONS}/${reviewId}/instances/${instanceId}/decisions`;
  const [review] = await testTenant.tenant.reviews();
  const item = review?.instances[0]?.decisions.find(({ principal }) => principal === ADA);
  const deny = { decision: "Deny", justification: "The contract has ended" };
  await sendAs(testTenant, "Manuel Ortega", ["PATCH", `${decisions}/${item?.id ?? ""}`], deny);
  await sendAs(testTenant, "Grace Okafor", ["DELETE", `/users/${ada?.id ?? ""}`]);
  const { user } = await renderPage(testTenant, <DeletedPage />, { path: "/deleted" });
  await user.click(await screen.findByRole("checkbox", { name: `Select ${ADA}` }));
  const bar = within(screen.getByRole("toolbar", { name: "Act" }));
  await user.click(bar.getByRole("button", { name: "Restore" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Restore" }));
  const notice = (await dialog.findByRole("link", { name: REVIEW })).closest("[role=status]");
  expect(notice).toHaveTextContent(`sign-in when the review ends, on ${dayShown(endsAt)}`);
  expect(notice).toHaveTextContent(`deletes the account on ${dayShown(endsAt, 30)}`);
  expect(notice).toHaveTextContent("its reviewers can still change the decision");
});

test("Where the reviews cannot be read, what is pending is not known, and a guest can be unblocked all the same", async () => {
  const { testTenant } = await withReview();
  await testTenant.tenant.advance("P15D");
  await testTenant.tenant.conditions({
    faults: [{ kind: "forbidden", method: "GET", pathPrefix: DEFINITIONS }],
  });
  const { dialog, user } = await unblockAda(testTenant);
  expect(
    await dialog.findByText(/is not known: not every review could be read/),
  ).toBeInTheDocument();
  expect(dialog.queryByRole("link", { name: REVIEW })).toBeNull();
  await user.type(dialog.getByRole("textbox", { name: "Reason" }), "Still works with us");
  await user.click(await dialog.findByRole("button", { name: "Unblock 1 guest" }));
  expect(await dialog.findByRole("button", { name: "Close" })).toBeInTheDocument();
  expect((await testTenant.tenant.guestNamed(ADA))?.accountEnabled).toBe(true);
});

test("Where no review deletes accounts, nothing is said and only the list of reviews is asked for", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  await testTenant.tenant.addGuest({ name: ADA, enabled: false });
  const { dialog } = await unblockAda(testTenant);
  const confirm = await dialog.findByRole("button", { name: "Unblock 1 guest" });
  await waitFor(() => {
    expect(confirm).not.toHaveAttribute("aria-disabled", "true");
  });
  // The badge of the navigation counts one's own reviews besides.
  const ofAll = testTenant.sent.filter(
    (each) => each.includes("accessReviews") && !each.includes("filterByCurrentUser"),
  );
  expect(ofAll).toHaveLength(1);
  expect(dialog.queryByText(/denied in|is not known/)).toBeNull();
});
