import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { rulesOf } from "@/components/testing/rules-of";
import { GoneAt } from "./deleted-columns";

test("In a narrow list the days that are left stand below the date, and neither breaks", () => {
  const now = Date.UTC(2026, 10, 30);
  render(<GoneAt goneAt={Date.UTC(2026, 11, 29)} now={now} />);
  const days = screen.getByText("(29 days)");
  expect(rulesOf(days)).toContain("white-space: nowrap");
  expect(days.previousElementSibling).toHaveTextContent("2026");
  expect(rulesOf(days.previousElementSibling ?? document.body)).toContain("white-space: nowrap");
});
