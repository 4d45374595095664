import { render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { patientUser } from "@/components/testing/patient-user";
import { FilterBar } from "./filter-bar";
import { FilterSelect } from "./filter-select";
import { FilterToggles } from "./filter-toggles";

const SEARCH = { label: "Search fruit", placeholder: "Name" };
const LIST = { text: "", search: () => undefined };
const COLORS = ["red", "green"].map((value) => ({ value, word: value.toUpperCase() }));

function FruitFilters() {
  const [colors, setColors] = useState<readonly string[]>(["red"]);
  return (
    <FilterBar label="Filter the fruit" list={LIST} search={SEARCH}>
      <FilterSelect
        label="Size"
        any="Any size"
        value="small"
        options={[{ value: "small", word: "Small fruit" }]}
        onChange={() => undefined}
      />
      <FilterToggles label="Color" options={COLORS} values={colors} onChange={setColors} />
    </FilterBar>
  );
}

const isNarrow = (matches: boolean) =>
  vi.spyOn(window, "matchMedia").mockReturnValue({
    matches,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  } as never);

afterEach(() => {
  vi.restoreAllMocks();
});

test("On a phone the filters are behind one button that counts those in force, which are named", async () => {
  isNarrow(true);
  render(<FruitFilters />);
  const user = patientUser();
  expect(screen.getByRole("searchbox", { name: "Search fruit" })).toBeInTheDocument();
  const button = await screen.findByRole("button", { name: "Filters (2)" });
  expect(button).toHaveAttribute("aria-expanded", "false");
  expect(screen.getByText("Small fruit · RED")).toBeInTheDocument();
  await user.click(button);
  expect(button).toHaveAttribute("aria-expanded", "true");
  expect(screen.queryByText("Small fruit · RED"), "the filters say it themselves").toBeNull();
  await user.click(screen.getByRole("button", { name: "GREEN" }));
  await user.click(await screen.findByRole("button", { name: "Filters (3)" }));
  expect(screen.getByText("Small fruit · RED · GREEN")).toBeInTheDocument();
});

test("On a wide screen the filters stand beside the search", () => {
  isNarrow(false);
  render(<FruitFilters />);
  expect(screen.getByRole("combobox", { name: "Size" })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Filters/ })).toBeNull();
});

test("A list without filters has no button for them on a phone", () => {
  isNarrow(true);
  render(<FilterBar label="Filter the nuts" list={LIST} search={SEARCH} />);
  expect(screen.queryByRole("button", { name: /^Filters/ })).toBeNull();
});
