import { render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, test, vi } from "vitest";
import { BikePage, type BikePageProps } from "./testing/bike-page";
import { someBike } from "./testing/bikes";
import { queueFixture } from "./testing/queue-fixture";

const BIKES = ["Ada", "Ben"].map((owner) => someBike(owner));

function open(beside: ReactNode = null) {
  window.history.pushState(null, "", "/reviews/mine?review=one");
  const fixture = queueFixture();
  const page = (props: Partial<BikePageProps> = {}) => (
    <>
      {beside}
      <BikePage fixture={fixture} bikes={BIKES} {...props} />
    </>
  );
  const { rerender } = render(page({ reading: true }));
  return {
    isRead: () => {
      rerender(page());
    },
  };
}

const cell = (owner: string) => screen.getByRole("gridcell", { name: owner });

describe("A person who arrives at a list of items", () => {
  test("is at the first undecided item once the list is read, so that the keys work at once", async () => {
    const { isRead } = open();
    expect(document.body).toHaveFocus();
    isRead();
    await waitFor(() => {
      expect(cell("Ada")).toHaveFocus();
    });
  });

  test("stays where they have turned to meanwhile", () => {
    const { isRead } = open(<button type="button">Refresh</button>);
    screen.getByRole("button", { name: "Refresh" }).focus();
    isRead();
    expect(screen.getByRole("button", { name: "Refresh" })).toHaveFocus();
  });

  test("is not led out of a dialog", () => {
    const { isRead } = open(<div role="dialog" aria-modal="true" aria-label="Plan" />);
    isRead();
    expect(document.body).toHaveFocus();
  });

  test("on a phone begins at the top of the page: there the list is opened by touch", () => {
    const wide = window.matchMedia;
    vi.spyOn(window, "matchMedia").mockImplementation((media) =>
      Object.assign(wide(media), { matches: true }),
    );
    const { isRead } = open();
    isRead();
    expect(document.body).toHaveFocus();
    vi.restoreAllMocks();
  });
});
