import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
import { systemClock } from "@/lib/graph/clock";
import { pressInVain } from "@/components/testing/patient-user";
import { newReviewDraftStorage } from "@/lib/services/tab-drafts";
import { makeReview } from "../testing/make-review";
import { NewReviewPage } from "./new-review-page";
import { SOME_DRAFT } from "./testing/some-draft";

vi.setConfig({ testTimeout: 60_000 });
// A run waits between its looks at the directory; here nothing lags.
beforeEach(() => {
  vi.spyOn(systemClock, "sleep").mockResolvedValue();
});
afterEach(() => {
  sessionStorage.clear();
  vi.restoreAllMocks();
});

const DEFINITIONS = "/identityGovernance/accessReviews/definitions";

async function openTemplate(fixture: TestTenant, template: string) {
  const path = `/reviews/new?template=${template}`;
  const { user } = await renderPage(fixture, <NewReviewPage />, { path });
  const beside = await screen.findByRole("complementary", { name: "Summary and checks" });
  const goToConsequence = async () => {
    const steps = screen.getByRole("navigation", { name: "Steps" });
    await user.click(within(steps).getByRole("button", { name: /Consequence/ }));
  };
  return { user, beside, goToConsequence };
}

/** Something that is waited for until a test ends the waiting. */
function held() {
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { over, end };
}

const textOf = (body: unknown) => (typeof body === "string" ? body : "");

const createButton = () => screen.getByRole("button", { name: "Create review" });

describe("Without the licence nothing is sent", () => {
  test("it is said beside the forms and at the button which one a review needs", async () => {
    const fixture = await createTestTenant({ consents: "everything", licence: "P1" });
    const { beside, goToConsequence } = await openTemplate(fixture, "quarterly-deny");
    await waitFor(() => {
      expect(beside).toHaveTextContent(
        "Fix first: Access reviews need Microsoft Entra ID P2 or ID Governance",
      );
    });
    await goToConsequence();
    expect(createButton()).toHaveAttribute("aria-disabled", "true");
    expect(createButton()).toHaveAccessibleDescription(/^Solve this first: Access/);
  });

  test("it is said that reviewing inactive guests is billed, and needs a licence of its own", async () => {
    const fixture = await createTestTenant({ consents: "everything", licence: "P2" });
    const { beside } = await openTemplate(fixture, "inactive-guests");
    await waitFor(() => {
      expect(beside).toHaveTextContent(
        "Reviews of inactive guests are billed: $0.75 for each guest",
      );
      expect(beside).toHaveTextContent("a month on average");
      expect(beside).toHaveTextContent(
        "Fix first: Reviews of inactive guests need Microsoft Entra ID Governance",
      );
    });
  });
});

test("A running review of the same guests is said before a second one is created, and groups without owner lead to the fallback reviewers", async () => {
  const fixture = await createTestTenant({ consents: "everything" });
  const { tenant } = fixture;
  const ada = await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  const quay = await tenant.addGroup({ name: "Quay", kind: "team", owners: [], members: [ada.id] });
  await makeReview(fixture, { name: "Each quarter", groupId: quay.id });
  const { user, beside } = await openTemplate(fixture, "quarterly-deny");
  await waitFor(() => {
    expect(beside).toHaveTextContent(
      "The guest in scope is already part of the review “Each quarter”: reviewers would decide on the same access twice.",
    );
  });
  expect(beside).toHaveTextContent(
    "1 group has no owner and no fallback reviewer, so all guests there get the default decision: Quay.",
  );
  await user.click(within(beside).getByRole("button", { name: "Fallback reviewers" }));
  await screen.findByRole("heading", { level: 2, name: /Reviewers$/ });
  const fallback = screen.getByRole("combobox", { name: /^Fallback reviewers/ });
  await expect.poll(() => document.activeElement).toBe(fallback);
});

test("A review can start empty: nothing is chosen for it", async () => {
  const fixture = await createTestTenant({ consents: "everything" });
  const { user } = await renderPage(fixture, <NewReviewPage />, { path: "/reviews/new" });
  await user.click(await screen.findByRole("button", { name: /^Empty review/ }));
  expect(await screen.findByRole("textbox", { name: /^Name/ })).toHaveValue("");
});

test("After a refusal the draft is still there, and is created once the cause is gone", async () => {
  const fixture = await createTestTenant({ consents: "everything" });
  const { tenant } = fixture;
  const ada = await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  const owners = [tenant.persona("Uma Lindqvist").username];
  await tenant.addGroup({ name: "Quay", kind: "team", owners, members: [ada.id] });
  await tenant.conditions({
    faults: [{ kind: "missing-licence", method: "POST", pathPrefix: DEFINITIONS, times: 1 }],
  });
  const { user, goToConsequence } = await openTemplate(fixture, "quarterly-deny");
  await goToConsequence();
  const confirm = async () => {
    await waitFor(() => {
      expect(createButton()).not.toHaveAttribute("aria-disabled", "true");
    });
    await user.click(createButton());
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByRole("textbox", { name: "Reason" }), "Agreed");
    await user.click(within(dialog).getByRole("button", { name: "Create review" }));
    const close = await within(dialog).findByRole("button", { name: "Close" });
    const outcomes = within(dialog).getByRole("list", { name: "Outcomes" }).textContent;
    await user.click(close);
    return outcomes;
  };
  expect(await confirm()).toMatch(/The review was not created\..*doesn't have premium license/);
  expect(await tenant.reviews()).toEqual([]);
  expect(screen.getByRole("heading", { level: 2, name: /Consequence$/ })).toBeInTheDocument();
  expect(await confirm()).toContain("Done");
  await screen.findByRole("heading", { level: 1, name: "Review created" });
  expect((await tenant.reviews()).map(({ name }) => name)).toEqual([
    "Quarterly guest access review",
  ]);
});

test("Who comes back from the consent page cannot confirm before the reviews have their names and were checked", async () => {
  const fixture = await createTestTenant({ consents: "everything" });
  const { tenant } = fixture;
  const ada = await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  const add = (name: string) => tenant.addGroup({ name, kind: "team", members: [ada.id] });
  const groupIds = [(await add("Quay")).id, (await add("Harbour")).id];
  const { account } = await fixture.sessionOf("Grace Okafor");
  newReviewDraftStorage.save(account, {
    source: "quarterly-deny",
    draft: {
      ...SOME_DRAFT,
      scope: { kind: "groups", groupIds, inactiveDays: null },
      stages: SOME_DRAFT.stages.map((stage) => ({
        ...stage,
        fallbackIds: [account.userId],
      })),
    },
    reason: "The contract has ended",
    exception: null,
  });
  const names = held();
  const members = held();
  const fetch: typeof fixture.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    const request = `${url} ${textOf(init?.body)}`;
    if (/groups.[^ ]*.\$select=id,displayName"/.test(request)) await names.over;
    else if (request.includes("transitiveMembers")) await members.over;
    return fixture.fetch(input, init);
  };
  const path = "/reviews/new?template=quarterly-deny&step=consequence";
  const { user } = await renderPage({ ...fixture, fetch }, <NewReviewPage />, { path });

  const dialog = await screen.findByRole("dialog");
  const confirm = within(dialog).getByRole("button", { name: "Create review (2)" });
  const waitsFor = (words: string) =>
    waitFor(() => {
      expect(dialog).toHaveTextContent(words);
      expect(confirm).toHaveAttribute("aria-disabled", "true");
    });
  await waitsFor("What it would do is still being checked.");
  expect(dialog).not.toHaveTextContent("Not checked");
  members.end();
  await waitsFor("The names of the groups and people are still being read.");
  await pressInVain(user, confirm);
  names.end();
  await waitFor(() => {
    expect(confirm).not.toHaveAttribute("aria-disabled", "true");
  });
  expect(await tenant.reviews()).toEqual([]);
  await user.click(confirm);
  await waitFor(() => {
    expect(within(dialog).getByRole("list", { name: "Outcomes" })).toHaveTextContent(/Done.*Done/);
  });
  expect((await tenant.reviews()).map(({ name }) => name).sort()).toEqual([
    "Quarterly guest review: Harbour",
    "Quarterly guest review: Quay",
  ]);
});

test("A review that would take access from a break-glass account asks why, and the history keeps the answer", async () => {
  const fixture = await createTestTenant({ consents: "everything" });
  const { tenant, api } = fixture;
  const ada = await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  const owners = [tenant.persona("Uma Lindqvist").username];
  await tenant.addGroup({ name: "Quay", kind: "team", owners, members: [ada.id] });
  const protectedAccounts = [{ id: ada.id, because: "break-glass" as const }];
  api.policy = { ...api.policy, policy: { ...api.policy.policy, protectedAccounts } };
  const { user, beside, goToConsequence } = await openTemplate(fixture, "quarterly-deny");
  await goToConsequence();
  await waitFor(() => {
    expect(beside).toHaveTextContent(
      "Fix first: 1 protected account may lose access if nobody answers: Ada of Partner (break-glass).",
    );
  });
  expect(createButton()).toHaveAccessibleDescription(/^Solve this first: 1 protected account/);
  const why = screen.getByRole("textbox", { name: "Why may protected accounts lose access?" });
  await user.type(why, "Ada has left");
  await waitFor(() => {
    expect(createButton()).not.toHaveAttribute("aria-disabled", "true");
  });
  await user.click(createButton());
  const dialog = await screen.findByRole("dialog");
  expect(dialog).toHaveTextContent(/With your exception.*Ada of Partner \(break-glass\)/);
  await user.type(within(dialog).getByRole("textbox", { name: "Reason" }), "Agreed");
  await user.click(within(dialog).getByRole("button", { name: "Create review" }));
  await waitFor(() => {
    expect(within(dialog).getByRole("list", { name: "Outcomes" })).toHaveTextContent(/Done/);
  });
  expect(api.ledger.operations().map(({ reason }) => reason)).toEqual([
    `Agreed (exception for protected accounts ${ada.id}: Ada has left)`,
  ]);
});

test("A review that may take access from somebody who may activate a directory role is not created unasked", async () => {
  const fixture = await createTestTenant({ consents: "everything" });
  const { tenant } = fixture;
  const ada = await tenant.addGuest({
    name: "Ada of Partner",
    lastSeen: "200 days ago",
    eligibleFor: ["User Administrator"],
  });
  const owners = [tenant.persona("Uma Lindqvist").username];
  await tenant.addGroup({ name: "Quay", kind: "team", owners, members: [ada.id] });
  const { beside, goToConsequence } = await openTemplate(fixture, "quarterly-deny");
  await waitFor(() => {
    expect(beside).toHaveTextContent(
      "1 protected account may lose access if nobody answers: Ada of Partner (eligible for a directory role).",
    );
  });
  await goToConsequence();
  expect(createButton()).toHaveAttribute("aria-disabled", "true");
});
