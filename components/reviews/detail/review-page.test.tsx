import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
import { systemClock } from "@/lib/graph/clock";
import { DEFINITIONS, makeReview, sendAs } from "../testing/make-review";
import { ReviewPage } from "./review-page";

vi.setConfig({ testTimeout: 60_000 });
// A run waits between its looks at the directory; here nothing lags.
beforeEach(() => {
  vi.spyOn(systemClock, "sleep").mockResolvedValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const WRITE = "AccessReview.ReadWrite.All";

async function withReview(options: Partial<Parameters<typeof makeReview>[1]> = {}) {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant } = testTenant;
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago", groups: ["Quay"] });
  await tenant.addGuest({ name: "Ben of Partner", lastSeen: "2 days ago", groups: ["Quay"] });
  const group = (await tenant.groups()).find(({ displayName }) => displayName === "Quay");
  const made = await makeReview(testTenant, {
    name: "Quarterly",
    groupId: group?.id ?? "",
    ...options,
  });
  return { testTenant, ...made };
}

const open = async (testTenant: TestTenant, reviewId: string, query = "") => {
  const path = `/reviews/${reviewId}${query}`;
  const page = await renderPage(testTenant, <ReviewPage reviewId={reviewId} />, { path });
  await screen.findByRole("heading", { level: 1, name: "Quarterly" });
  return page;
};

/** A command of a bar, once what it depends on was read. */
const command = async (bar: "Review" | "Instance", name: string) =>
  within(await screen.findByRole("toolbar", { name: bar })).getByRole("button", { name });

const openDialog = () => screen.findByRole("dialog");
const reasonIn = (inside: HTMLElement) =>
  within(inside).getByRole<HTMLTextAreaElement>("textbox", { name: "Reason" });
const write = (field: HTMLElement, value: string) => {
  fireEvent.change(field, { target: { value } });
};
const listIn = (inside: HTMLElement, name: string) => within(inside).findByRole("list", { name });

test("Decisions of which a page cannot be read are said to be incomplete, and read to the end when tried again", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  await testTenant.tenant.addCrowd({ name: "Crowd", groups: 1, guestsEach: 250 });
  const crowd = (await testTenant.tenant.groups()).find(
    ({ memberIds }) => memberIds.length === 250,
  );
  const { reviewId, instanceId } = await makeReview(testTenant, {
    name: "Quarterly",
    groupId: crowd?.id ?? "",
  });
  const pathPrefix = `${DEFINITIONS}/${reviewId}/instances/${instanceId}/decisions`;
  await testTenant.tenant.conditions({
    faults: [{ kind: "forbidden", method: "GET", pathPrefix, after: 2 }],
  });
  const { user } = await open(testTenant, reviewId);
  await screen.findByText(/^What is shown is not complete/);
  // Which reading met the refusal decides how many came before it.
  expect(screen.getByText(/^\d+ of \d+ decisions\.$/)).not.toHaveTextContent("250");
  await testTenant.tenant.conditions({ faults: [] });
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("250 of 250 decisions.");
  expect(screen.queryByText(/^What is shown is not complete/)).toBeNull();
});

describe("What Microsoft Entra recommends", () => {
  test("a reviewer sees before it is sent, and takes over", async () => {
    const { testTenant, reviewId } = await withReview({ reviewers: ["Grace Okafor"] });
    const { user } = await open(testTenant, reviewId);
    await waitFor(async () => {
      expect(await command("Instance", "Accept recommendations")).not.toHaveAttribute(
        "aria-disabled",
      );
    });
    await user.click(await command("Instance", "Accept recommendations"));
    const dialog = await openDialog();
    const lines = within(await listIn(dialog, "What is decided")).getAllByRole("listitem");
    expect(lines.map(({ textContent }) => textContent).sort()).toEqual([
      expect.stringMatching(/^Ada.*Deny/),
      expect.stringMatching(/^Ben.*Approve/),
    ]);
    write(reasonIn(dialog), "Looked through the list");
    await user.click(within(dialog).getByRole("button", { name: "Accept recommendations" }));
    await within(dialog).findByText("Done");
    await user.click(await within(dialog).findByRole("button", { name: "Close" }));
    await screen.findByText("Everything is decided.");
  });

  test("nobody else takes over, whatever role they have", async () => {
    const { testTenant, reviewId } = await withReview();
    await open(testTenant, reviewId);
    await waitFor(async () => {
      const accept = await command("Instance", "Accept recommendations");
      expect(accept).toHaveAttribute("aria-disabled", "true");
      expect(accept).toHaveAccessibleDescription(/^Only reviewers decide/);
    });
  });
});

test("Before an instance is ended it is listed who keeps the access although denied", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant } = testTenant;
  const ada = await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await tenant.addGroup({ name: "Inner circle", members: [ada.id] });
  const outer = await tenant.addGroup({ name: "Quay", members: ["Inner circle"] });
  const { reviewId } = await makeReview(testTenant, { name: "Quarterly", groupId: outer.id });
  const { user } = await open(testTenant, reviewId);
  await user.click(await command("Instance", "End now"));
  expect(await listIn(await openDialog(), "Who keeps access although denied")).toHaveTextContent(
    /Ada of Partner.*through a nested group/,
  );
  expect(await openDialog()).toHaveTextContent(
    /Default decision: Deny\. Anyone without a decision/,
  );
});

test("Applied is amber once a look at the groups shows who was denied and has access still", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant } = testTenant;
  const ada = await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await tenant.addGroup({ name: "Inner circle", members: [ada.id] });
  const outer = await tenant.addGroup({ name: "Quay", members: ["Inner circle"] });
  const review = { name: "Quarterly", groupId: outer.id, days: 1 };
  const { reviewId } = await makeReview(testTenant, review);
  await tenant.advance("P3D");
  await open(testTenant, reviewId, "?tab=results");
  await screen.findByText("1 denied: 0 lost access, 1 still has it.");
  const head = screen.getByRole("heading", { level: 2, name: /Quay/ }).parentElement;
  expect(within(head ?? document.body).getByText("Applied, 1 not")).toHaveAccessibleDescription(
    /1 denied guest still has access\.$/,
  );
});

test("The headings of a review's settings stand right below its title", async () => {
  const { testTenant, reviewId } = await withReview();
  await open(testTenant, reviewId, "?tab=settings");
  const levels = within(screen.getByRole("tabpanel", { name: "Settings" }))
    .getAllByRole("heading")
    .map(({ tagName }) => tagName);
  expect(new Set(levels)).toEqual(new Set(["H2"]));
});

describe("Who leaves for a permission comes back to what was asked", () => {
  /** What becomes of the page on the way to the consent page and back. */
  async function leaveAndComeBack(testTenant: TestTenant, reviewId: string, unmount: () => void) {
    const address = window.location.search;
    unmount();
    await testTenant.tenant.grantConsent(WRITE);
    await open(testTenant, reviewId, address);
    return openDialog();
  }

  test("with the reason that was written", async () => {
    const { testTenant, reviewId } = await withReview();
    await testTenant.tenant.withdrawConsent(WRITE);
    const { user, unmount } = await open(testTenant, reviewId);
    await user.click(await command("Instance", "Reset decisions"));
    const dialog = await openDialog();
    write(reasonIn(dialog), "The owners have changed");
    await user.click(await within(dialog).findByRole("button", { name: "Give permission" }));
    const again = await leaveAndComeBack(testTenant, reviewId, unmount);
    expect(reasonIn(again)).toHaveValue("The owners have changed");
    await within(again).findByText("0 decisions are taken back");
  });

  test("with the change alone, and is told what somebody else has changed since", async () => {
    const { testTenant, reviewId } = await withReview({ settings: { recurrence } });
    await testTenant.tenant.withdrawConsent(WRITE);
    const { user, unmount } = await open(testTenant, reviewId);
    await user.click(await command("Review", "Edit future instances"));
    const dialog = await openDialog();
    write(within(dialog).getByLabelText("Length of an instance"), "7");
    write(reasonIn(dialog), "Two weeks were too long");
    await user.click(await within(dialog).findByRole("button", { name: "Give permission" }));
    await testTenant.tenant.grantConsent(WRITE);
    await switchRemindersOff(testTenant, reviewId);
    const again = await leaveAndComeBack(testTenant, reviewId, unmount);
    expect(await listIn(again, "What someone else changed")).toHaveTextContent(/^Reminders/);
    expect(await listIn(again, "What changes")).toHaveTextContent(/^Lasts.*7 days$/);
    expect(reasonIn(again)).toHaveValue("Two weeks were too long");
  });
});

const recurrence = {
  pattern: { type: "absoluteMonthly", interval: 3, dayOfMonth: 20 },
  range: { type: "noEnd", startDate: "2027-01-20" },
};

/** What a colleague does meanwhile. */
async function switchRemindersOff(testTenant: TestTenant, reviewId: string): Promise<void> {
  const path = `${DEFINITIONS}/${reviewId}`;
  const review = (await sendAs(testTenant, "Grace Okafor", ["GET", path])) as {
    readonly settings: object;
  };
  const settings = { ...review.settings, reminderNotificationsEnabled: false };
  await sendAs(testTenant, "Grace Okafor", ["PUT", path], { ...review, settings });
}

test("What somebody else changed of a review meanwhile is not overwritten, and both changes hold after another look", async () => {
  const { testTenant, reviewId } = await withReview({ settings: { recurrence } });
  const settings = async () => {
    const review = (await testTenant.tenant.reviews()).find(({ id }) => id === reviewId);
    return review?.definition.settings;
  };
  const { user } = await open(testTenant, reviewId);
  await user.click(await command("Review", "Edit future instances"));
  const dialog = await openDialog();
  expect(within(dialog).getByText("No changes yet.")).toBeInTheDocument();
  write(within(dialog).getByLabelText("Length of an instance"), "7");
  write(reasonIn(dialog), "Two weeks were too long");
  await switchRemindersOff(testTenant, reviewId);
  const press = async (name: string) =>
    user.click(await within(dialog).findByRole("button", { name }));
  await press("Change review");
  await within(dialog).findByText("Refused");
  expect(await listIn(dialog, "Outcomes")).toHaveTextContent(
    /Refused.*The review stays as it was\. Somebody changed it in the meantime.*: reminders\./,
  );
  expect(await settings()).toMatchObject({
    instanceDurationInDays: 14,
    reminderNotificationsEnabled: false,
  });
  await press("Look again");
  expect(await listIn(dialog, "What someone else changed")).toHaveTextContent(
    /^Reminders on → off$/,
  );
  expect(within(dialog).getByRole("group", { name: "Changed meanwhile" })).toHaveFocus();
  expect(await listIn(dialog, "What changes")).toHaveTextContent(/^Lasts.*7 days$/);
  expect(reasonIn(dialog)).toHaveValue("Two weeks were too long");
  await press("Change review");
  await within(dialog).findByText("Done");
  expect(await settings()).toMatchObject({
    instanceDurationInDays: 7,
    reminderNotificationsEnabled: false,
  });
});
