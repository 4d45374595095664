import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { fireEvent, render, screen, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { ObjectPicker } from "./object-picker";

const OPTIONS = [
  { id: "1", name: "Quay", detail: "Team" },
  { id: "2", name: "Harbour" },
  { id: "3", name: null },
];
const onChange = vi.fn();
const onSearch = vi.fn();

function show(part: {
  selectedIds?: readonly string[];
  single?: boolean;
  options?: typeof OPTIONS;
}) {
  onChange.mockClear();
  render(
    <FluentProvider theme={webLightTheme}>
      <ObjectPicker
        label="Groups"
        options={OPTIONS}
        selectedIds={[]}
        nameOf={(id) => OPTIONS.find((each) => each.id === id)?.name ?? null}
        empty="No group found"
        {...{ onSearch, onChange }}
        {...part}
      />
    </FluentProvider>,
  );
  const input = screen.getByRole("combobox", { name: /Groups/ });
  fireEvent.change(input, { target: { value: "qu" } });
  return input;
}

const SELECTED = "Groups: chosen";

/** The options that are offered; what is selected is a list of options too. */
function offered(): readonly HTMLElement[] {
  const selected = screen.queryByRole("listbox", { name: SELECTED });
  return screen.getAllByRole("option").filter((option) => selected?.contains(option) !== true);
}

const choose = (text: RegExp) => {
  const option = offered().find(({ textContent }) => text.test(textContent));
  if (option === undefined) throw new Error(`${String(text)} is not offered.`);
  fireEvent.click(option);
};

describe("An object picker", () => {
  test("opens its list for pasted text, and offers what is not selected yet", () => {
    show({ selectedIds: ["2"] });
    expect(onSearch).toHaveBeenCalledWith("qu");
    expect(offered().map(({ textContent }) => textContent)).toEqual(["QuayTeam", "3"]);
  });

  test("adds what is chosen and clears the text", () => {
    const input = show({ selectedIds: ["2"] });
    choose(/^Quay/);
    expect(onChange).toHaveBeenCalledWith(["2", "1"]);
    expect(input).toHaveValue("");
    expect(onSearch).toHaveBeenLastCalledWith("");
  });

  test("replaces the one that is selected where only one can be", () => {
    show({ selectedIds: ["2"], single: true });
    choose(/^Quay/);
    expect(onChange).toHaveBeenCalledWith(["1"]);
  });

  test("says that there is nothing, which cannot be chosen", () => {
    show({ options: [] });
    choose(/^No group found$/);
    expect(onChange).not.toHaveBeenCalled();
  });

  test("shows the id of a selected object without a known name", () => {
    show({ selectedIds: ["3"] });
    const selected = screen.getByRole("listbox", { name: SELECTED });
    expect(within(selected).getByText("3")).toBeInTheDocument();
  });
});
