import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { systemClock } from "@/lib/graph/clock";
import { ADA, beside, openReview, shows } from "./testing/open-review";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const nobody = { decision: "NotReviewed", reviewedBy: null };
const deniedByManuel = { decision: "Deny", reviewedBy: "Manuel Ortega" };

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
    expect((await review.decisions())[ADA]?.reviewedBy).not.toBe("Manuel Ortega");
    const approve = within(beside()).getByRole("button", { name: "Approve" });
    await waitFor(() => {
      expect(approve).toHaveAttribute("aria-disabled", "true");
    });
  });

  test("is told in Graph's words to who is no reviewer any more", async () => {
    const { review, user, goTo } = await openReview({}, ({ tenant }) =>
      tenant.conditions({
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
    expect((await review.decisions())[ADA]).toMatchObject(nobody);
  });

  test("does not set aside what another reviewer decided meanwhile; a reviewer who has seen that may", async () => {
    const { review, user, goTo } = await openReview({
      reviewers: ["Manuel Ortega", "Uma Lindqvist"],
    });
    await goTo(ADA);
    await shows(ADA, /Not decided/);
    await review.answerAs("Uma Lindqvist", ADA, "Approve");
    await user.keyboard("d");
    await shows(ADA, /refused/);
    expect(
      await screen.findByText(/Another reviewer has decided it in the meantime: Approve\./),
    ).toBeInTheDocument();
    await shows(ADA, /Approved/);
    expect((await review.decisions())[ADA]).toMatchObject({
      decision: "Approve",
      reviewedBy: "Uma Lindqvist",
    });
    await goTo(ADA);
    await user.keyboard("d");
    await shows(ADA, /Denied.*sent/);
    expect((await review.decisions())[ADA]).toMatchObject(deniedByManuel);
  });

  test("says that the history does not take it, is given again when asked, and is sent then", async () => {
    const { testTenant, review, user, goTo, answersSent } = await openReview();
    testTenant.api.instead = ({ method }) =>
      method === "POST"
        ? Response.json(
            { kind: "invalid", message: "It is too long.", field: null },
            { status: 400 },
          )
        : null;
    await goTo(ADA);
    await user.keyboard("d");
    await shows(ADA, /Not decided.*not sent/);
    expect(screen.getByText("1 answer is not in the review")).toBeInTheDocument();
    expect(
      screen.getAllByText(/The history does not take it: It is too long\./)[0],
    ).toBeInTheDocument();
    expect(answersSent()).toBe(0);
    testTenant.api.instead = () => null;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await shows(ADA, /Denied.*sent/);
    expect((await review.decisions())[ADA]).toMatchObject(deniedByManuel);
  });

  test("is sent by itself once the history answers again, where the line to it was cut, and recorded once", async () => {
    vi.spyOn(systemClock, "sleep").mockResolvedValue();
    const { testTenant, review, user, goTo, answersSent } = await openReview();
    let cuts = 0;
    testTenant.api.instead = ({ method }) => {
      if (method !== "POST" || cuts === 2) return null;
      cuts += 1;
      return Response.error();
    };
    await goTo(ADA);
    await user.keyboard("d");
    await shows(ADA, /Denied.*sent/);
    expect(cuts).toBe(2);
    expect(answersSent()).toBe(1);
    expect((await review.decisions())[ADA]).toMatchObject(deniedByManuel);
    expect(testTenant.api.ledger.operations().map(({ kind }) => kind)).toEqual(["answer-item"]);
    expect(screen.queryByText(/not in the review/)).toBeNull();
  });
});

test("Many at once wait as long as Graph asks, which is said, and each is sent until it is accepted", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { review, user, answersSent } = await openReview({}, ({ tenant }) =>
    tenant.conditions({
      faults: [
        {
          kind: "throttled",
          method: "PATCH",
          pathPrefix: "/identityGovernance/accessReviews/",
          after: 1,
          times: 1,
          retryAfterSeconds: 60,
        },
      ],
    }),
  );
  await user.click(screen.getByRole("checkbox", { name: "Select all that match" }));
  await user.click(await screen.findByRole("button", { name: "Deny selected" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.type(dialog.getByRole("textbox", { name: "Reason" }), "The quay project ended");
  await user.click(dialog.getByRole("button", { name: "Deny (4)" }));
  expect(await dialog.findByText(/Microsoft Graph asks us to wait \d+ s/)).toBeInTheDocument();
  await vi.advanceTimersByTimeAsync(60_000);
  await user.click(await dialog.findByRole("button", { name: "Close" }));
  expect(await screen.findByText("4 of 4 decided")).toBeInTheDocument();
  const decided = Object.values(await review.decisions()).map(({ decision }) => decision);
  expect(decided).toEqual(Array(4).fill("Deny"));
  expect(answersSent()).toBe(5);
});
