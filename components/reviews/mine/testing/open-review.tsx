import { screen, waitFor, within } from "@testing-library/react";
import { expect } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { MyReviewsPage } from "../my-reviews-page";
import { reviewForManuel } from "./review-for-manuel";

export const ADA = "Ada of Partner";
export const BEN = "Ben of Partner";
export const CLEO = "Cleo of Partner";
export const DAN = "Dan of Partner";

type ReviewWanted = Parameters<typeof reviewForManuel>[1];

/** Manuel's page of a review that asks him about four guests, with more in its address where that is given. */
export async function openReview(
  options: ReviewWanted = {},
  before: (testTenant: Awaited<ReturnType<typeof createTestTenant>>) => Promise<unknown> = () =>
    Promise.resolve(),
  more = "",
) {
  const testTenant = await createTestTenant({ consents: "everything" });
  const review = await reviewForManuel(testTenant, options);
  await before(testTenant);
  const { user } = await renderPage(testTenant, <MyReviewsPage />, {
    persona: "Manuel Ortega",
    path: `${review.path}${more}`,
  });
  await screen.findByText(/\b4 items\b/);
  /** Goes to an item, so that the keys of the list work. */
  const goTo = async (name: string) => {
    await user.click(cell(name));
    expect(await within(beside()).findByRole("heading", { name })).toBeInTheDocument();
  };
  const answersSent = () => testTenant.sent.filter((line) => line.startsWith("PATCH ")).length;
  return { testTenant, review, user, goTo, answersSent };
}

export const grid = () => within(screen.getByRole("grid", { name: "Items" }));
/** The cell itself: what is in it is drawn anew when the list is read again. */
export function cell(name: string): HTMLElement {
  const found = grid().getByText(name).closest<HTMLElement>("[role=gridcell]");
  if (found === null) throw new Error(`${name} is in no cell`);
  return found;
}
export const row = (name: string) => cell(name).closest("[role=row]");
export const beside = () => screen.getByRole("complementary", { name: "Item" });
export const justification = () => within(beside()).getByRole("textbox", { name: "Justification" });

/** Waits until the row of a guest says so. */
export async function shows(name: string, words: RegExp): Promise<void> {
  await waitFor(() => {
    expect(row(name)).toHaveTextContent(words);
  });
}

/** Waits until the focus is on the name of a guest in the list. */
export async function isAt(name: string): Promise<void> {
  await waitFor(() => {
    expect(cell(name)).toHaveFocus();
  });
}
