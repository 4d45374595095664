import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { MyReviewsPage } from "./my-reviews-page";
import { reviewForManuel } from "./testing/review-for-manuel";

const ADA = "Ada of Partner";
const BEN = "Ben of Partner";
const CLEO = "Cleo of Partner";
const DAN = "Dan of Partner";

type ReviewWanted = Parameters<typeof reviewForManuel>[1];

/** Manuel's page of a review that asks him about four guests. */
async function openReview(
  wanted: ReviewWanted = {},
  before: (given: Awaited<ReturnType<typeof createTestTenant>>) => Promise<unknown> = () =>
    Promise.resolve(),
) {
  const given = await createTestTenant({ consents: "everything" });
  const review = await reviewForManuel(given, wanted);
  await before(given);
  const { user } = await renderPage(given, <MyReviewsPage />, {
    persona: "Manuel Ortega",
    path: review.path,
  });
  await screen.findByText("4 items");
  /** Goes to an item, so that the keys of the list work. */
  const goTo = async (name: string) => {
    await user.click(cell(name));
    expect(await within(beside()).findByRole("heading", { name })).toBeVisible();
  };
  const answersSent = () => given.sent.filter((line) => line.startsWith("PATCH ")).length;
  return { given, review, user, goTo, answersSent };
}

const grid = () => within(screen.getByRole("grid", { name: "Items" }));
/** The cell itself: what is in it is drawn anew when the list is read again. */
function cell(name: string): HTMLElement {
  const found = grid().getByText(name).closest<HTMLElement>("[role=gridcell]");
  if (found === null) throw new Error(`${name} is in no cell`);
  return found;
}
const row = (name: string) => cell(name).closest("[role=row]");
const beside = () => screen.getByRole("complementary", { name: "Item" });
const justification = () => within(beside()).getByRole("textbox", { name: "Justification" });

async function shows(name: string, words: RegExp): Promise<void> {
  await waitFor(() => {
    expect(row(name)).toHaveTextContent(words);
  });
}

async function isAt(name: string): Promise<void> {
  await waitFor(() => {
    expect(cell(name)).toHaveFocus();
  });
}

describe("Deciding by key", () => {
  test("is taken back by Z before it is recorded; later Z leads back, and another key changes it", async () => {
    const { review, user, goTo } = await openReview();
    await goTo(ADA);
    await user.keyboard("dz");
    await isAt(ADA);
    await shows(ADA, /Not decided/);
    expect(screen.getByText("0 of 4 decided")).toBeVisible();
    await user.keyboard("d");
    await shows(ADA, /Denied.*sent/);
    await user.keyboard("z");
    await isAt(ADA);
    await user.keyboard("a");
    await shows(ADA, /Approved.*sent/);
    expect((await review.decisions())[ADA]?.decision).toBe("Approve");
  });

  test("is what the buttons beside the item do, too", async () => {
    const { user, goTo } = await openReview();
    await goTo(BEN);
    await user.click(within(beside()).getByRole("button", { name: "Deny" }));
    await isAt(CLEO);
    await shows(BEN, /Denied.*sent/);
  });

  test("needs a justification to approve where the review asks for one, which is said at the field", async () => {
    const { review, user, goTo } = await openReview({ justificationRequired: true });
    await goTo(ADA);
    await user.keyboard("a");
    expect(justification()).toHaveFocus();
    expect(justification()).toHaveAccessibleDescription(
      /This review asks for a justification with every approval\./,
    );
    expect(screen.getByText("0 of 4 decided")).toBeVisible();
    await user.keyboard("Leads the quay works{Enter}");
    await isAt(BEN);
    await shows(ADA, /Approved/);
    await user.keyboard("d");
    await isAt(CLEO);
    await user.keyboard("w");
    expect(justification()).toHaveFocus();
    await user.keyboard("Same project");
    await user.click(within(beside()).getByRole("checkbox", { name: /^Use it for the following/ }));
    await user.click(justification());
    await user.keyboard("{Escape}");
    await isAt(CLEO);
    await user.keyboard("a");
    await isAt(DAN);
    await user.keyboard("a");
    expect(await screen.findByText("4 answers sent")).toBeVisible();
    expect(await review.decisions()).toMatchObject({
      [ADA]: { decision: "Approve", justification: "Leads the quay works" },
      [BEN]: { decision: "Deny", justification: "" },
      [CLEO]: { decision: "Approve", justification: "Same project" },
      [DAN]: { decision: "Approve", justification: "Same project" },
    });
  });

  test("works for whoever may not read guests; what is not known of them is said, and why", async () => {
    const { review, user, goTo } = await openReview({}, ({ tenant }) =>
      tenant.withdrawConsent("User.Read.All"),
    );
    await shows(ADA, /Not known/);
    await goTo(ADA);
    expect(beside()).toHaveTextContent(
      "so their facts are not shown. You can decide all the same.",
    );
    expect(beside()).toHaveTextContent("Deny. Last signed in on");
    await user.keyboard("d");
    await shows(ADA, /Denied.*sent/);
    expect((await review.decisions())[ADA]?.decision).toBe("Deny");
  });
});

describe("A list that is filtered", () => {
  test("is a link, and what is decided stays in view until the filter is asked anew", async () => {
    const { user, goTo } = await openReview();
    const filter = within(screen.getByRole("group", { name: "My decision" }));
    await user.click(filter.getByRole("button", { name: "Not decided (4)" }));
    await waitFor(() => {
      expect(window.location.search).toContain("decision=NotReviewed");
    });
    await goTo(ADA);
    await user.keyboard("d");
    await shows(ADA, /Denied/);
    expect(filter.getByRole("button", { name: "Denied (1)" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Leave out 1 that no longer match" }));
    expect(grid().queryByText(ADA)).toBeNull();
    expect(cell(BEN)).toBeVisible();
    expect(await screen.findByText("1 answer sent")).toBeVisible();
  });

  test("takes letters in the search for letters: nothing is decided by them", async () => {
    const { user, answersSent } = await openReview();
    await user.type(screen.getByRole("searchbox", { name: "Search items" }), "dad");
    expect(await screen.findByText("Nothing matches")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Clear the filters" }));
    expect(await screen.findByText("4 items")).toBeVisible();
    expect(screen.getByText("0 of 4 decided")).toBeVisible();
    expect(answersSent()).toBe(0);
  });
});

test("In a review of two stages its reviewer is told when the stage ends, and that others follow", async () => {
  await openReview({ stageDays: [3, 7] });
  expect(await screen.findByText(/Stage 1 of 2: Ends in (2|3) days/)).toBeVisible();
  expect(screen.getByText(/After this stage others decide/)).toBeVisible();
});

describe("An answer that is not in the review", () => {
  test("is told in its row when the instance has ended, and nobody can decide in it any more", async () => {
    const { review, user, goTo, answersSent } = await openReview();
    await goTo(ADA);
    await review.stop();
    await user.keyboard("d");
    await shows(ADA, /refused/);
    await user.keyboard("z");
    expect(beside()).toHaveTextContent(
      /Your answer is not in the review\. The instance is not in progress/,
    );
    expect(answersSent()).toBe(0);
    const approve = within(beside()).getByRole("button", { name: "Approve" });
    await waitFor(() => {
      expect(approve).toHaveAttribute("aria-disabled", "true");
    });
  });

  test("is told in Graph's words to who is no reviewer any more", async () => {
    const { review, user, goTo } = await openReview({}, ({ tenant }) =>
      tenant.weather({
        faults: [
          {
            kind: "forbidden",
            method: "PATCH",
            pathPrefix: "/identityGovernance/accessReviews/",
            times: 1,
          },
        ],
      }),
    );
    await goTo(ADA);
    await user.keyboard("d");
    await shows(ADA, /Not decided.*refused/);
    await user.keyboard("z");
    expect(beside()).toHaveTextContent(/Your answer is not in the review\..*403/);
    expect((await review.decisions())[ADA]?.decision).toBe("NotReviewed");
  });

  test("does not set aside what another reviewer decided meanwhile; whoever has seen that may", async () => {
    const { review, user, goTo } = await openReview({
      reviewers: ["Manuel Ortega", "Uma Lindqvist"],
    });
    await goTo(ADA);
    await shows(ADA, /Not decided/);
    await review.answerAs("Uma Lindqvist", ADA, "Approve");
    await user.keyboard("d");
    await shows(ADA, /refused/);
    expect(
      await screen.findByText(/Another reviewer has decided it meanwhile: Approve\./),
    ).toBeVisible();
    await shows(ADA, /Approved/);
    expect((await review.decisions())[ADA]?.decision).toBe("Approve");
    await goTo(ADA);
    await user.keyboard("d");
    await shows(ADA, /Denied.*sent/);
    expect((await review.decisions())[ADA]?.decision).toBe("Deny");
  });

  test("says that the history cannot be written, is given again when asked, and is sent then", async () => {
    const { given, review, user, goTo, answersSent } = await openReview();
    given.api.instead = ({ method }) =>
      method === "POST"
        ? Response.json({ kind: "invalid", message: "Away", field: null }, { status: 400 })
        : null;
    await goTo(ADA);
    await user.keyboard("d");
    await shows(ADA, /Not decided.*not sent/);
    expect(screen.getByText("1 answer is not in the review")).toBeVisible();
    expect(
      screen.getAllByText(/The history cannot be written, so nothing more was sent\./)[0],
    ).toBeVisible();
    expect(answersSent()).toBe(0);
    given.api.instead = () => null;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await shows(ADA, /Denied.*sent/);
    expect((await review.decisions())[ADA]?.decision).toBe("Deny");
  });
});

test("Many at once wait as long as Graph asks, which is said, and each is sent until it is accepted", async () => {
  const { review, user, answersSent } = await openReview({}, ({ tenant }) =>
    tenant.weather({
      faults: [
        {
          kind: "throttled",
          method: "PATCH",
          pathPrefix: "/identityGovernance/accessReviews/",
          after: 1,
          times: 1,
          retryAfterSeconds: 2,
        },
      ],
    }),
  );
  await user.click(screen.getByRole("checkbox", { name: "Select all that match" }));
  await user.click(await screen.findByRole("button", { name: "Deny selected" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.type(dialog.getByRole("textbox", { name: "Reason" }), "The quay project ended");
  await user.click(dialog.getByRole("button", { name: "Deny (4)" }));
  expect(await dialog.findByText(/Microsoft Graph asks us to wait/)).toBeVisible();
  await user.click(await dialog.findByRole("button", { name: "Close" }));
  expect(await screen.findByText("4 of 4 decided")).toBeVisible();
  const decided = Object.values(await review.decisions()).map(({ decision }) => decision);
  expect(decided).toEqual(Array(4).fill("Deny"));
  expect(answersSent()).toBe(5);
});
