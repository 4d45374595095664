import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { patientUser } from "@/components/testing/patient-user";
import { SelectionStatus } from "./selection-bar";

test("Selected rows that a filter hides are counted, and are shown or unselected", async () => {
  const hidden = { count: 1, unselect: vi.fn(), show: vi.fn() };
  const onClear = vi.fn();
  const { rerender } = render(<SelectionStatus count={3} hidden={hidden} onClear={onClear} />);
  expect(screen.getByRole("status")).toHaveTextContent(
    "3 selected, 1 of them hidden by the filter",
  );
  const user = patientUser();
  await user.click(screen.getByRole("button", { name: "Clear the filters" }));
  await user.click(screen.getByRole("button", { name: "Unselect hidden" }));
  expect([hidden.show, hidden.unselect, onClear].map(({ mock }) => mock.calls.length)).toEqual([
    1, 1, 0,
  ]);
  rerender(<SelectionStatus count={3} hidden={{ ...hidden, show: null }} onClear={onClear} />);
  expect(screen.getByRole("status"), "no filter is blamed where there is none").toHaveTextContent(
    "3 selected, 1 of them not in this list",
  );
  expect(screen.queryByRole("button", { name: "Clear the filters" })).toBeNull();
  rerender(<SelectionStatus count={3} hidden={{ ...hidden, count: 0 }} onClear={onClear} />);
  expect(screen.getByRole("status")).toHaveTextContent(/^3 selected$/);
});
