import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { SearchText } from "./search-text";

test("The address follows what is typed, and the box follows the address", async () => {
  const onSearch = vi.fn<(text: string | null) => void>();
  const search = (text: string) => (
    <SearchText label="Search guests" placeholder="Name" text={text} onSearch={onSearch} />
  );
  const { rerender } = render(search(""));
  const box = screen.getByRole("searchbox", { name: "Search guests" });
  const user = userEvent.setup();
  await user.type(box, "ada");
  expect(onSearch).toHaveBeenLastCalledWith("ada");
  await user.clear(box);
  expect(onSearch).toHaveBeenLastCalledWith(null);
  rerender(search("ben"));
  expect(box).toHaveProperty("value", "ben");
});
