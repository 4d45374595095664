import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ClockNotice } from "./clock-notice";

const MINUTE = 60_000;

test.each([
  [24 * 60, "about 24 hours fast"],
  [-24 * 60, "about 24 hours slow"],
  [7, "about 7 minutes fast"],
])(
  "A computer's clock that is wrong by %i minutes is told of, and can be waved away",
  async (by, words) => {
    render(<ClockNotice now={() => Date.now() - by * MINUTE} />);
    expect(screen.getByText(new RegExp(words))).toBeInTheDocument();
    await userEvent.setup().click(screen.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByText(/clock/)).toBeNull();
  },
);

test("A clock that is wrong by minutes that change nothing is not told of", () => {
  const { container } = render(<ClockNotice now={() => Date.now() - 4 * MINUTE} />);
  expect(container).toBeEmptyDOMElement();
});
