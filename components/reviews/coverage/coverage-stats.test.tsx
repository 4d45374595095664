import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { CoverageStats } from "./coverage-stats";

const counts = { guests: 8, covered: 3, ifInactive: 0, planned: 0, none: 5, unreachable: 0 };

const card = (label: string) => screen.getByRole("link", { name: new RegExp(`^${label}`) });

test("Where it could not be read what guests reach, how many are not reviewable is unknown", () => {
  render(<CoverageStats counts={counts} unreachable="Unknown" everybody partial={false} />);
  expect(card("Not reviewable")).toHaveTextContent("Unknown");
  expect(card("Covered")).toHaveTextContent("37% of 8 guests");
});

test("While not all guests are read, the share is of those so far", () => {
  render(<CoverageStats counts={counts} unreachable="…" everybody={false} partial={false} />);
  expect(card("Covered")).toHaveTextContent("of 8 guests so far");
});
