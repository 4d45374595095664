import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import {
  ADA,
  BEN,
  beside,
  cell,
  CLEO,
  DAN,
  grid,
  isAt,
  justification,
  openReview,
  shows,
} from "./testing/open-review";

describe("Deciding by key", () => {
  test("is taken back by Z before it is recorded; later Z leads back, and another key changes it", async () => {
    const { review, user, goTo } = await openReview();
    await goTo(ADA);
    await user.keyboard("dz");
    await isAt(ADA);
    await shows(ADA, /Not decided/);
    expect(screen.getByText("0 of 4 decided")).toBeInTheDocument();
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
    const { review, user, goTo } = await openReview({
      settings: { justificationRequiredOnApproval: true },
    });
    await goTo(ADA);
    await user.keyboard("a");
    expect(justification()).toHaveFocus();
    expect(justification()).toHaveAccessibleDescription(
      /This review asks for a justification with every approval\./,
    );
    expect(screen.getByText("0 of 4 decided")).toBeInTheDocument();
    await user.keyboard("Leads the quay works{Enter}");
    await isAt(BEN);
    await shows(ADA, /Approved/);
    await user.keyboard("d");
    await isAt(CLEO);
    await user.keyboard("w");
    expect(justification()).toHaveFocus();
    await user.keyboard("Same project");
    await user.click(within(beside()).getByRole("checkbox", { name: /^Reuse for the next/ }));
    await user.click(justification());
    await user.keyboard("{Escape}");
    await isAt(CLEO);
    await user.keyboard("a");
    await isAt(DAN);
    await user.keyboard("a");
    expect(await screen.findByText("4 answers sent")).toBeInTheDocument();
    expect(await review.decisions()).toMatchObject({
      [ADA]: { decision: "Approve", justification: "Leads the quay works" },
      [BEN]: { decision: "Deny", justification: "" },
      [CLEO]: { decision: "Approve", justification: "Same project" },
      [DAN]: { decision: "Approve", justification: "Same project" },
    });
  });

  test("never cuts a long justification off: it is said at the field, and nothing is sent", async () => {
    const { user, goTo, answersSent } = await openReview();
    await goTo(ADA);
    const long = "a".repeat(1_240);
    await user.click(justification());
    await user.paste(long);
    expect(justification()).toHaveValue(long);
    expect(justification()).toHaveAccessibleDescription(
      /Use at most 1,000 characters: it has 1,240\./,
    );
    await user.click(within(beside()).getByRole("button", { name: "Deny" }));
    expect(justification()).toHaveFocus();
    expect(screen.getByText("0 of 4 decided")).toBeInTheDocument();
    expect(answersSent()).toBe(0);
  });

  test("works without the right to read guests; what is not known of them is said, and why", async () => {
    const { review, user, goTo } = await openReview({}, ({ tenant }) =>
      tenant.withdrawConsent("User.Read.All"),
    );
    await shows(ADA, /Not known/);
    await goTo(ADA);
    expect(beside()).toHaveTextContent("so no facts about them are shown. You can still decide.");
    expect(beside()).toHaveTextContent("Deny. Last signed in on");
    await user.keyboard("d");
    await shows(ADA, /Denied.*sent/);
    expect((await review.decisions())[ADA]?.decision).toBe("Deny");
  });
});

test("A reviewer without a reporting role sees Unknown, why, and what Entra recommends, and decides", async () => {
  const { review, user, goTo } = await openReview({}, ({ tenant }) =>
    tenant.conditions({
      faults: [{ kind: "forbidden", pathPrefix: "/users", queryContains: "signInActivity" }],
    }),
  );
  await shows(ADA, /Unknown.*Unreadable/);
  await goTo(ADA);
  expect(beside()).toHaveTextContent("Sign-ins could not be read, so the standing is unknown.");
  expect(beside()).toHaveTextContent("Last successful sign-inCould not be read");
  expect(beside()).toHaveTextContent(
    /only to people with a directory role such as Reports Reader.*says nothing about this guest/,
  );
  expect(beside()).toHaveTextContent("Deny. Last signed in on");
  await user.keyboard("d");
  await shows(ADA, /Denied.*sent/);
  expect((await review.decisions())[ADA]?.decision).toBe("Deny");
});

describe("A list that is filtered", () => {
  test("is a link, and what is decided stays in view until the filter is asked anew", async () => {
    const { user, goTo } = await openReview();
    const filter = within(screen.getByRole("group", { name: "Decision" }));
    await user.click(filter.getByRole("button", { name: "Not decided (4)" }));
    await waitFor(() => {
      expect(window.location.search).toContain("decision=NotReviewed");
    });
    await goTo(ADA);
    await user.keyboard("d");
    await shows(ADA, /Denied/);
    expect(filter.getByRole("button", { name: "Denied (1)" })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Hide 1 that no longer matches" }));
    expect(grid().queryByText(ADA)).toBeNull();
    expect(cell(BEN)).toBeInTheDocument();
    expect(await screen.findByText("1 answer sent")).toBeInTheDocument();
  });

  test("shows the same to a person who follows its link", async () => {
    await openReview({}, undefined, "&q=da&decision=NotReviewed&sort=guest&order=desc");
    expect(screen.getByText("2 of 4 items match")).toBeInTheDocument();
    const names = grid().getAllByText(/ of Partner$/);
    expect(names.map(({ textContent }) => textContent)).toEqual([DAN, ADA]);
    expect(
      screen.getByRole("button", { name: "Not decided (4)", pressed: true }),
    ).toBeInTheDocument();
  });

  test("takes letters in the search for letters: nothing is decided by them", async () => {
    const { user, answersSent } = await openReview();
    await user.type(screen.getByRole("searchbox", { name: "Search items" }), "dad");
    expect(await screen.findByText("Nothing matches")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Clear the filters" }));
    expect(await screen.findByText("4 items")).toBeInTheDocument();
    expect(screen.getByText("0 of 4 decided")).toBeInTheDocument();
    expect(answersSent()).toBe(0);
  });
});

test("In a review of two stages its reviewer is told when the stage ends, and that others follow", async () => {
  await openReview({ stageDays: [3, 7] });
  expect(await screen.findByText(/Stage 1 of 2: Ends in (2|3) days/)).toBeInTheDocument();
  expect(screen.getByText(/After this stage, other reviewers decide/)).toBeInTheDocument();
});
