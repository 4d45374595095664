import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { GATHER_MILLISECONDS } from "./answer-queue";
import { BikePage, type BikePageProps } from "./testing/bike-page";
import { someBike } from "./testing/bikes";
import { DONE, operationOf, queueFixture, REFUSED } from "./testing/queue-fixture";

const BIKES = ["Ada", "Ben", "Cleo"].map((owner) => someBike(owner));

function open(props: Partial<BikePageProps> = {}) {
  window.history.pushState(null, "", "/reviews/mine?review=one");
  const fixture = queueFixture();
  const user = userEvent.setup();
  const page = (more: Partial<BikePageProps> = {}) => (
    <BikePage fixture={fixture} bikes={BIKES} {...props} {...more} />
  );
  const { rerender } = render(page());
  const show = (more: Partial<BikePageProps>) => {
    rerender(page(more));
  };
  return { ...fixture, user, show };
}

const grid = () => within(screen.getByRole("grid", { name: "Items" }));
const cell = (owner: string) => grid().getByRole("gridcell", { name: owner });
const row = (owner: string) => cell(owner).closest("[role=row]");
const pane = () => within(screen.getByRole("complementary", { name: "Item" }));
const field = () => pane().getByRole("textbox", { name: "Justification" });

describe("An inbox of whatever is to be decided", () => {
  test("begins with the first undecided item, and says beside the list what there is to know", () => {
    open({ bikes: [someBike("Ada", { decision: "repair" }), ...BIKES.slice(1)] });
    expect(pane().getByRole("heading", { name: "Ben" })).toBeInTheDocument();
    expect(pane().getByText("Stands in harbor")).toBeInTheDocument();
  });

  test("is decided by its own keys, each of which leads to the next undecided item", async () => {
    const { user, queue } = open();
    await user.click(cell("Ada"));
    await user.keyboard("r");
    expect(cell("Ben")).toHaveFocus();
    expect(row("Ada")).toHaveTextContent("repair, answered here");
    expect(screen.getByText("Repaired: Ada. 2 undecided.")).toBeInTheDocument();
    await user.keyboard("r");
    expect(cell("Cleo")).toHaveFocus();
    const answers = [...queue.view().answers.values()];
    expect(answers.map(({ item, decision }) => [item.owner, decision])).toEqual([
      ["Ada", "repair"],
      ["Ben", "repair"],
    ]);
  });

  test("is decided by the buttons beside the list, too", async () => {
    const { user } = open();
    await user.click(pane().getByRole("button", { name: "Repair" }));
    expect(row("Ada")).toHaveTextContent("repair");
    expect(pane().getByRole("heading", { name: "Ben" })).toBeInTheDocument();
  });

  test("takes a decision back by Z, and says when there is none to go back to", async () => {
    const { user, queue } = open();
    await user.click(cell("Ada"));
    await user.keyboard("rz");
    expect(cell("Ada")).toHaveFocus();
    expect(row("Ada")).toHaveTextContent("undecided");
    expect(screen.getByText("Taken back: Ada.")).toBeInTheDocument();
    expect(queue.view().answers.size).toBe(0);
    await user.keyboard("z");
    expect(screen.getByText("There is no earlier decision to go back to.")).toBeInTheDocument();
  });

  test("leads back by Z to what is sent already, which another key changes", async () => {
    const { user, pass, runs } = open();
    await user.click(cell("Ada"));
    await user.keyboard("r");
    await pass(GATHER_MILLISECONDS);
    await user.keyboard("z");
    expect(cell("Ada")).toHaveFocus();
    expect(screen.getByText(/^Back at Ada\. The answer is recorded/)).toBeInTheDocument();
    expect(runs).toHaveLength(1);
  });

  test("walks by J, K and N, explains its keys, and leaves other letters alone", async () => {
    const onHelp = vi.fn();
    const { user, queue } = open({
      bikes: [
        BIKES[0] ?? someBike("Ada"),
        someBike("Ben", { decision: "repair" }),
        someBike("Cleo"),
      ],
      onHelp,
    });
    await user.click(cell("Ada"));
    await user.keyboard("j");
    expect(cell("Ben")).toHaveFocus();
    await user.keyboard("k");
    expect(cell("Ada")).toHaveFocus();
    await user.keyboard("n");
    expect(cell("Cleo")).toHaveFocus();
    await user.keyboard("dx?");
    expect(onHelp).toHaveBeenCalledOnce();
    expect(queue.view().answers.size).toBe(0);
  });

  test("says that nothing else is undecided", async () => {
    const { user } = open({ bikes: [someBike("Ada")] });
    await user.click(cell("Ada"));
    await user.keyboard("n");
    expect(screen.getByText("Nothing else is undecided.")).toBeInTheDocument();
  });

  test("asks for the justification that a decision needs, and goes on with it", async () => {
    const { user, queue } = open();
    await user.click(cell("Ada"));
    await user.keyboard("s");
    expect(field()).toHaveFocus();
    expect(field()).toHaveAccessibleDescription(/Say why it is scrapped\./);
    expect(queue.view().answers.size).toBe(0);
    await user.keyboard("Rusty{Enter}");
    expect(cell("Ben")).toHaveFocus();
    expect(queue.view().answers.get("bike-Ada")).toMatchObject({
      decision: "scrap",
      justification: "Rusty",
    });
    expect(field()).toHaveValue("");
  });

  test("uses one justification for the items that follow where somebody wants that", async () => {
    const { user, queue } = open();
    await user.type(field(), "Flooded");
    await user.click(pane().getByRole("checkbox", { name: /next guests/ }));
    await user.click(cell("Ada"));
    await user.keyboard("ss");
    expect([...queue.view().answers.values()].map(({ justification }) => justification)).toEqual([
      "Flooded",
      "Flooded",
    ]);
  });

  test("says why nothing can be decided, and decides nothing", async () => {
    const { user, queue } = open({ whyNot: "The workshop is closed." });
    await user.click(cell("Ada"));
    await user.keyboard("r");
    expect(
      screen.getByText("The workshop is closed.", { selector: "[role=status]" }),
    ).toBeInTheDocument();
    expect(pane().getByRole("button", { name: "Repair" })).toHaveAttribute("aria-disabled", "true");
    expect(queue.view().answers.size).toBe(0);
  });

  test("keeps what is decided in view until the list is refreshed", async () => {
    const { user } = open({ onlyUndecided: true });
    await user.click(cell("Ada"));
    await user.keyboard("r");
    expect(row("Ada")).toHaveTextContent("repair");
    await user.click(screen.getByRole("button", { name: "Hide 1 that no longer matches" }));
    expect(grid().queryByRole("gridcell", { name: "Ada" })).toBeNull();
    expect(cell("Ben")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /no longer/ })).toBeNull();
  });

  test("stays at the active item, with the focus, when its row moves", async () => {
    const { user, show } = open();
    await user.click(cell("Ben"));
    show({ bikes: [...BIKES].reverse(), onlyUndecided: true });
    await waitFor(() => {
      expect(cell("Ben")).toHaveFocus();
    });
    await user.keyboard("j");
    expect(cell("Ada")).toHaveFocus();
  });

  test("believes a later list, and lets go of the answer that it shows", async () => {
    const { user, pass, runs, show, queue } = open();
    await user.click(cell("Ada"));
    await user.keyboard("r");
    await pass(GATHER_MILLISECONDS);
    runs[0]?.tell({ kind: "operation", operationId: operationOf(runs[0], 0), state: DONE });
    runs[0]?.end();
    await waitFor(() => {
      expect(queue.view().busy).toBe(false);
    });
    const later = [someBike("Ada", { decision: "repair" }), ...BIKES.slice(1)];
    show({ bikes: later, readAt: GATHER_MILLISECONDS + 1 });
    await waitFor(() => {
      expect(row("Ada")).toHaveTextContent(/repair$/);
    });
    expect(queue.view().answers.size).toBe(0);
  });

  test("has items read again after a refusal, once nothing is under way any more", async () => {
    const onNotAccepted = vi.fn();
    const onRefused = vi.fn();
    const { user, pass, runs } = open({ onNotAccepted, onRefused });
    await user.click(cell("Ada"));
    await user.keyboard("r");
    await pass(GATHER_MILLISECONDS);
    runs[0]?.tell({ kind: "operation", operationId: operationOf(runs[0], 0), state: REFUSED });
    await pass(100);
    await waitFor(() => {
      expect(onNotAccepted).toHaveBeenCalledOnce();
    });
    expect(row("Ada")).toHaveTextContent("undecided");
    expect(onRefused).not.toHaveBeenCalled();
    runs[0]?.end();
    await waitFor(() => {
      expect(onRefused).toHaveBeenCalledOnce();
    });
  });
});
