import { createEvent, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { BikePage } from "./testing/bike-page";
import { someBike } from "./testing/bikes";
import { queueFixture } from "./testing/queue-fixture";

const BIKES = ["Ada", "Ben", "Cleo"].map((owner) => someBike(owner));

function open(more = "") {
  window.history.pushState(null, "", `/reviews/mine?review=one${more}`);
  const fixture = queueFixture();
  const user = userEvent.setup();
  render(<BikePage fixture={fixture} bikes={BIKES} />);
  return { ...fixture, user };
}

const grid = () => within(screen.getByRole("grid", { name: "Items" }));
const cell = (owner: string) => grid().getByRole("gridcell", { name: owner });
const row = (owner: string) => cell(owner).closest("[role=row]");
const pane = () => within(screen.getByRole("complementary", { name: "Item" }));

/** Presses a button at a time of the page, in milliseconds. */
function pressAt(button: HTMLElement, at: number) {
  const click = createEvent.click(button);
  Object.defineProperty(click, "timeStamp", { value: at });
  fireEvent(button, click);
}

describe("A double press of a decision", () => {
  test("decides about the item it was meant for, and not about the next one unseen", () => {
    const { queue } = open();
    const repair = pane().getByRole("button", { name: "Repair" });
    pressAt(repair, 10_000);
    pressAt(repair, 10_499);
    expect(row("Ada")).toHaveTextContent("repair");
    expect(row("Ben")).toHaveTextContent("undecided");
    pressAt(repair, 10_501);
    expect(row("Ben")).toHaveTextContent("repair");
    expect(queue.view().answers.size).toBe(2);
  });
});

describe("On a phone, where the item lies over the list", () => {
  const wide = window.matchMedia;
  const narrow = () =>
    vi
      .spyOn(window, "matchMedia")
      .mockImplementation((media) => Object.assign(wide(media), { matches: true }));

  test("closing the item leads back to its row", async () => {
    narrow();
    const { user } = open();
    await user.click(cell("Ada"));
    pressAt((await sheet()).getByText("Skip", { selector: "button" }), 20_000);
    pressAt((await sheet()).getByLabelText("Close"), 30_000);
    await waitFor(() => {
      expect(screen.queryByRole("dialog", { hidden: true })).toBeNull();
    });
    await waitFor(() => {
      expect(cell("Ben")).toHaveFocus();
    });
  });

  test("Back closes the item and stays on the page, at the row of the item that was shown last", async () => {
    narrow();
    const { user } = open();
    const before = window.history.length;
    await user.click(cell("Ada"));
    await addressHas("?review=one&item=bike-Ada&open=true");
    // Stepping to the next item is no step back.
    pressAt((await sheet()).getByText("Skip", { selector: "button" }), 20_000);
    await addressHas("?review=one&item=bike-Ben&open=true");
    expect(window.history.length).toBe(before + 1);
    window.history.back();
    await waitFor(() => {
      expect(screen.queryByRole("dialog", { hidden: true })).toBeNull();
    });
    await waitFor(() => {
      expect(cell("Ben")).toHaveFocus();
    });
    await addressHas("?review=one&item=bike-Ben");
  });

  test("its own button leaves no step behind, so that the next Back leaves the page", async () => {
    narrow();
    window.history.pushState(null, "", "/before");
    const { user } = open();
    await user.click(cell("Ada"));
    await addressHas("?review=one&item=bike-Ada&open=true");
    pressAt((await sheet()).getByLabelText("Close"), 30_000);
    await addressHas("?review=one&item=bike-Ada");
    window.history.back();
    await waitFor(() => {
      expect(window.location.pathname).toBe("/before");
    });
  });

  test("a link to an open item is closed by its button, and stays on the page", async () => {
    narrow();
    open("&item=bike-Cleo&open=true");
    expect((await sheet()).getByText("Cleo", { selector: "h2 *" })).toBeInTheDocument();
    pressAt((await sheet()).getByLabelText("Close"), 30_000);
    await addressHas("?review=one&item=bike-Cleo");
    await waitFor(() => {
      expect(cell("Cleo")).toHaveFocus();
    });
  });

  test("the item takes the keys of the list, but for letters that are written", async () => {
    narrow();
    const { user, queue } = open();
    await user.click(cell("Ada"));
    const shows = async (owner: string) => {
      expect((await sheet()).getByText(owner, { selector: "h2 *" })).toBeInTheDocument();
    };
    (await sheet()).getByLabelText("Close").focus();
    await user.keyboard("r");
    await shows("Ben");
    expect(queue.view().answers.get("bike-Ada")).toMatchObject({ decision: "repair" });
    expect((await sheet()).getByText("Repaired: Ada. 2 undecided.")).toBeInTheDocument();
    await user.keyboard("j");
    await shows("Cleo");
    await user.keyboard("k");
    await shows("Ben");
    // It needs a justification: the letters after it are that, until Escape leads back to the keys.
    await user.keyboard("srusty");
    const field = (await sheet()).getByLabelText(/Justification/);
    expect(field).toHaveFocus();
    expect(field).toHaveValue("rusty");
    await user.keyboard("{Escape}");
    await shows("Ben");
    await user.keyboard("z");
    await shows("Ada");
    expect(queue.view().answers.size).toBe(0);
  });

  const addressHas = (query: string) =>
    waitFor(() => {
      expect(window.location.search).toBe(query);
    });
  // The drawer's focus guard hides it from jsdom's accessibility tree.
  const sheet = async () => within(await screen.findByRole("dialog", { hidden: true }));

  test("a decision that lacks its justification leaves the next one's buttons ready", async () => {
    narrow();
    const { user, queue } = open();
    await user.click(cell("Ada"));
    const scrap = async () => (await sheet()).getByRole("button", { name: "Scrap", hidden: true });
    pressAt(await scrap(), 10_000);
    expect(queue.view().answers.size).toBe(0);
    pressAt((await sheet()).getByText("Skip", { selector: "button" }), 11_000);
    expect((await sheet()).getByText("Ben", { selector: "h2 *" })).toBeInTheDocument();
    expect(await scrap()).toHaveAttribute("aria-pressed", "false");
    expect(await scrap()).not.toHaveAttribute("aria-disabled", "true");
    // What a finger leaves behind does not make it look pressed.
    expect(document.querySelector('style[media="(hover: none)"]')).not.toBeNull();
  });

  test("one can skip, and go back to the last decision, which is taken back in time", async () => {
    narrow();
    const { user, queue } = open();
    await user.click(cell("Ada"));
    pressAt((await sheet()).getByText("Repair", { selector: "button" }), 10_000);
    expect((await sheet()).getByText("Ben", { selector: "h2 *" })).toBeInTheDocument();
    pressAt((await sheet()).getByText("Skip", { selector: "button" }), 11_000);
    expect((await sheet()).getByText("Cleo", { selector: "h2 *" })).toBeInTheDocument();
    pressAt((await sheet()).getByText("Previous", { selector: "button" }), 12_000);
    expect((await sheet()).getByText("Ada", { selector: "h2 *" })).toBeInTheDocument();
    expect((await sheet()).getByText("Taken back: Ada.")).toBeInTheDocument();
    expect(queue.view().answers.size).toBe(0);
  });
});
