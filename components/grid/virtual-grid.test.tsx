import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { type ComponentProps, useState } from "react";
import { describe, expect, test, vi } from "vitest";
import type { GridColumn } from "./column";
import type { GridSort } from "./grid-header";
import { VirtualGrid } from "./virtual-grid";

interface Person {
  readonly id: string;
  readonly city: string;
}

const PEOPLE: readonly Person[] = [
  { id: "Ada", city: "Ghent" },
  { id: "Ben", city: "Bergen" },
  { id: "Cleo", city: "Malmö" },
];

const COLUMNS: readonly GridColumn<Person>[] = [
  { id: "name", label: "Name", width: 100, sortable: true, show: ({ id }) => id },
  { id: "city", label: "City", width: 100, show: ({ city }) => city },
];

type GridProps = ComponentProps<typeof VirtualGrid<Person>> & {
  readonly onExtend: (id: string) => void;
};

/** A grid of three people whose selection and order are kept as a page keeps them. */
function People(props: Partial<GridProps>) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [sort, setSort] = useState<GridSort>({ by: "name", descending: false });
  const rows = sort.descending ? [...PEOPLE].reverse() : PEOPLE;
  return (
    <VirtualGrid
      label="People"
      columns={COLUMNS}
      count={rows.length}
      rowAt={(index) => rows[index]}
      rowId={({ id }) => id}
      rowLabel={({ id }) => id}
      selection={{
        size: chosen.size,
        isAll: chosen.size === PEOPLE.length,
        has: (id) => chosen.has(id),
        toggle: (id) => {
          setChosen(
            (before) =>
              new Set([...before].filter((each) => each !== id).concat(before.has(id) ? [] : id)),
          );
        },
        extendTo: (id) => {
          props.onExtend?.(id);
        },
        toggleAll: () => {
          setChosen((before) => new Set(before.size > 0 ? [] : PEOPLE.map(({ id }) => id)));
        },
      }}
      sort={sort}
      onSort={(by) => {
        setSort((before) => ({ by, descending: before.by === by && !before.descending }));
      }}
      {...props}
    />
  );
}

async function show(props: Partial<GridProps> = {}) {
  const user = userEvent.setup();
  render(<People {...props} />);
  await screen.findByRole("gridcell", { name: "Ada" });
  return user;
}

const cell = (name: string) => screen.getByRole("gridcell", { name });
const header = (name: string) => screen.getByRole("columnheader", { name });
const names = () =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("gridcell")[1]?.textContent);
const selected = () =>
  screen
    .getAllByRole("row", { selected: true })
    .map((row) => within(row).getAllByRole("gridcell")[1]?.textContent);

describe("A grid", () => {
  test("says by which column it is sorted, and is turned around by a click or by Enter and Space", async () => {
    const user = await show();
    expect(header("Name")).toHaveAttribute("aria-sort", "ascending");
    expect(header("City")).not.toHaveAttribute("aria-sort");
    await user.click(header("Name"));
    expect(header("Name")).toHaveAttribute("aria-sort", "descending");
    expect(names()).toEqual(["Cleo", "Ben", "Ada"]);
    await user.keyboard("{Enter}");
    expect(names()).toEqual(["Ada", "Ben", "Cleo"]);
    await user.keyboard(" ");
    expect(names()).toEqual(["Cleo", "Ben", "Ada"]);
  });

  test("is not sorted by a column that has no order", async () => {
    const user = await show();
    await user.click(header("City"));
    await user.keyboard("{Enter}");
    expect(header("Name")).toHaveAttribute("aria-sort", "ascending");
  });

  test("has one stop for Tab, which the arrows and Home and End move", async () => {
    const user = await show();
    await user.tab();
    expect(header("Selection")).toHaveFocus();
    await user.keyboard("{ArrowDown}{ArrowRight}");
    expect(cell("Ada")).toHaveFocus();
    await user.keyboard("{ArrowDown}{End}");
    expect(cell("Bergen")).toHaveFocus();
    await user.keyboard("{Home}");
    expect(document.activeElement).toContainElement(
      screen.getByRole("checkbox", { name: "Select Ben" }),
    );
    await user.tab();
    expect(document.body).toHaveFocus();
    await user.tab({ shift: true });
    expect(document.activeElement).toContainElement(
      screen.getByRole("checkbox", { name: "Select Ben" }),
    );
  });

  test("selects a row by Space, and all that match by Ctrl+A", async () => {
    const user = await show();
    await user.click(cell("Ben"));
    await user.keyboard(" ");
    expect(selected()).toEqual(["Ben"]);
    const all = screen.getByRole("checkbox", { name: "Select all that match" });
    expect(all).toBePartiallyChecked();
    await user.keyboard(" {Control>}a{/Control}");
    expect(selected()).toEqual(["Ada", "Ben", "Cleo"]);
    expect(all).toBeChecked();
  });

  test("opens a row by Enter or a click, but not by the click that selects it", async () => {
    const onOpen = vi.fn();
    const user = await show({ onOpen });
    await user.click(screen.getByRole("checkbox", { name: "Select Cleo" }));
    expect(selected()).toEqual(["Cleo"]);
    expect(onOpen).not.toHaveBeenCalled();
    await user.click(cell("Ghent"));
    await user.keyboard("{ArrowDown}{Enter}");
    expect(onOpen.mock.calls).toEqual([[PEOPLE[0]], [PEOPLE[1]]]);
  });

  test("chooses a range by a click with Shift, by Shift and Space, and by Shift and an arrow", async () => {
    const onExtend = vi.fn();
    const onOpen = vi.fn();
    const user = await show({ onExtend, onOpen });
    await user.click(screen.getByRole("checkbox", { name: "Select Ada" }));
    await user.keyboard("{Shift>}");
    await user.click(screen.getByRole("checkbox", { name: "Select Cleo" }));
    await user.keyboard("{/Shift}");
    expect(onExtend.mock.calls).toEqual([["Cleo"]]);
    expect(selected(), "the click itself toggles nothing").toEqual(["Ada"]);
    expect(onOpen).not.toHaveBeenCalled();
    await user.click(cell("Ada"));
    await user.keyboard("{ArrowDown}{Shift>} {/Shift}");
    expect(onExtend).toHaveBeenLastCalledWith("Ben");
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    expect(onExtend).toHaveBeenLastCalledWith("Cleo");
    expect(cell("Cleo")).toHaveFocus();
  });

  test.each([
    ["Enter opens a row.", { onOpen: () => undefined }],
    [null, {}],
  ])("says %j of what Enter does, where something opens", async (words, props) => {
    await show(props);
    expect(screen.getByRole("grid").getAttribute("aria-description")).toBe(words);
  });

  test("draws a cell once, however often the grid is drawn", async () => {
    const draw = vi.fn(({ city }: Person) => city);
    const columns = COLUMNS.map((column) =>
      column.id === "city" ? { ...column, show: draw } : column,
    );
    const user = await show({ columns });
    await user.click(cell("Ada"));
    await user.keyboard("{ArrowDown}{ArrowDown} ");
    expect(draw).toHaveBeenCalledTimes(PEOPLE.length);
  });

  test("names the text that its cell cuts, and no other", async () => {
    const user = await show();
    const text = within(cell("Bergen")).getByText("Bergen");
    await user.hover(text);
    expect(text).not.toHaveAttribute("title");
    Object.defineProperty(text, "scrollWidth", { value: 10_000 });
    await user.unhover(text);
    await user.hover(text);
    expect(text).toHaveAttribute("title", "Bergen");
  });

  test("gives a page the keys of a row first, and keeps from those it takes", async () => {
    const taken = vi.fn((event: { key: string; preventDefault: () => void }) => {
      if (event.key === " ") event.preventDefault();
    });
    const user = await show({ onRowKey: taken });
    await user.click(cell("Ada"));
    await user.keyboard(" d{ArrowDown}");
    expect(taken.mock.calls.map(([event]) => event.key)).toEqual([" ", "d", "ArrowDown"]);
    expect(screen.queryAllByRole("row", { selected: true })).toEqual([]);
    expect(cell("Ben")).toHaveFocus();
  });
});

test("On paper a grid says how many of its rows are there, where that is not all", () => {
  const { rerender } = render(<People count={500} />);
  expect(screen.getByText(/^Printed: \d+ of 500 rows/)).toHaveAttribute("data-print-only");
  rerender(<People />);
  expect(screen.queryByText(/^Printed:/)).toBeNull();
});
