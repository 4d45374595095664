import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ApiError } from "@/lib/contract/api-error";
import { GraphError } from "@/lib/graph/graph-error";
import * as catchAll from "@/lib/queries/catch-all";
import { CatchAllChoice } from "./catch-all-choice";

afterEach(() => {
  vi.restoreAllMocks();
});

function show(answer: { readonly data?: unknown; readonly error?: Error }) {
  const { data, error = null } = answer;
  const query = { data, error, isSuccess: data !== undefined, isFetching: false, refetch: vi.fn() };
  vi.spyOn(catchAll, "useCatchAllGroup").mockReturnValue(query as never);
  const onChoose = vi.fn();
  render(
    <FluentProvider theme={webLightTheme}>
      <CatchAllChoice chosen={[]} onChoose={onChoose} />
    </FluentProvider>,
  );
  return onChoose;
}
const buttons = () => screen.queryAllByRole("button").map(({ textContent }) => textContent);

test("The group that the history proves is chosen by its id", () => {
  const onChoose = show({ data: { groupId: "proven", displayName: "Renamed" } });
  fireEvent.click(screen.getByRole("button", { name: "Choose the catch-all group" }));
  expect(onChoose).toHaveBeenCalledWith("proven");
});

test("Only once it is known that there is none, one is to be created", () => {
  show({ data: null });
  expect(screen.getByText(/Create a catch-all group for them/)).toBeInTheDocument();
});

test("Nothing is said while it is being looked for", () => {
  show({});
  expect(screen.queryByText(/catch-all group/)).toBeNull();
});

test.each([
  [new ApiError("unavailable", "x"), /isn't known\. The history didn't answer\./],
  [new GraphError("forbidden", "x"), /isn't known\. Your directory roles do not let you read it\./],
  [new GraphError("not-found", "x"), /was just created, and the directory doesn't show it yet/],
])("Why it is not known is said: %s", (error, said) => {
  show({ error });
  expect(screen.getByText(said)).toBeInTheDocument();
  expect(buttons()).toEqual(["Try again"]);
});
