import { fireEvent, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, test } from "vitest";
import { HistoryFilterBar } from "./history-filter-bar";
import { type HistoryFilters, NO_FILTERS } from "./history-filters";

const GUEST = "7c1a9be2-3d54-4c8f-a6b0-1e2f3d4c5b6a";

/** The bar with filters that are kept as a page keeps them; gives back how to read them. */
function showBar(fields: Partial<HistoryFilters> = {}) {
  let current: HistoryFilters = { ...NO_FILTERS, ...fields };
  function Kept() {
    const [filters, setFilters] = useState(current);
    current = filters;
    return (
      <HistoryFilterBar
        filters={filters}
        onChange={(change) => {
          setFilters({ ...filters, ...change });
        }}
      />
    );
  }
  render(<Kept />);
  return { user: userEvent.setup(), filters: () => current };
}

const choice = (label: string) => screen.getByRole("combobox", { name: label });

describe("The filters of the history", () => {
  test("are a decision and an outcome, and Any takes each away again", async () => {
    const { user, filters } = showBar();
    await user.selectOptions(choice("Operation"), "Block sign-in");
    await user.selectOptions(choice("Outcome"), "Refused");
    expect(filters()).toEqual({ ...NO_FILTERS, kind: "block", result: "refused" });
    await user.selectOptions(choice("Operation"), "Any");
    expect(filters()).toEqual({ ...NO_FILTERS, result: "refused" });
  });

  test("are days, and an emptied field asks for none", () => {
    const { filters } = showBar();
    fireEvent.change(screen.getByLabelText("From"), { target: { value: "2026-11-01" } });
    fireEvent.change(screen.getByLabelText("To"), { target: { value: "2026-11-20" } });
    expect(filters()).toEqual({ ...NO_FILTERS, from: "2026-11-01", to: "2026-11-20" });
    fireEvent.change(screen.getByLabelText("From"), { target: { value: "" } });
    expect(filters()).toEqual({ ...NO_FILTERS, to: "2026-11-20" });
  });

  test("that came by a link can only be taken away, each by itself", async () => {
    const { user, filters } = showBar({ guest: GUEST, plan: GUEST });
    expect(screen.queryByRole("button", { name: "One person's only" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "One guest only" }));
    expect(filters()).toEqual({ ...NO_FILTERS, plan: GUEST });
    expect(screen.queryByRole("button", { name: "One guest only" })).toBeNull();
  });

  test("are cleared all at once, where there is one", async () => {
    const { user, filters } = showBar({ actor: GUEST, kind: "keep", from: "2026-11-01" });
    await user.click(screen.getByRole("button", { name: "Clear all" }));
    expect(filters()).toEqual(NO_FILTERS);
    expect(screen.queryByRole("button", { name: "Clear all" })).toBeNull();
  });
});
