import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { CommandButton } from "./command-button";
import { ToastHost } from "./toast-host";

const WHY_NOT = "You have read-only access.";

function show(state: {
  readonly whyNot: string | null;
  readonly disabled?: boolean;
  readonly belowForm?: boolean;
}) {
  const onClick = vi.fn();
  render(
    <FluentProvider theme={webLightTheme}>
      <CommandButton {...state} onClick={onClick}>
        Block
      </CommandButton>
      <ToastHost />
    </FluentProvider>,
  );
  return {
    onClick,
    user: userEvent.setup(),
    button: screen.getByRole("button", { name: "Block" }),
  };
}

test("A command that is not available says why where it is pressed: a finger shows no tooltip", async () => {
  const { user, button, onClick } = show({ whyNot: WHY_NOT });
  expect(button).toHaveAccessibleDescription(WHY_NOT);
  await user.pointer({ keys: "[TouchA]", target: button });
  expect(await screen.findByText("“Block” is not available")).toBeInTheDocument();
  expect(screen.getAllByText(WHY_NOT).length).toBeGreaterThan(0);
  expect(onClick).not.toHaveBeenCalled();
});

test("It says so to the keyboard too", async () => {
  const { user, button, onClick } = show({ whyNot: WHY_NOT });
  button.focus();
  await user.keyboard("{Enter}");
  expect(await screen.findByText("“Block” is not available")).toBeInTheDocument();
  expect(onClick).not.toHaveBeenCalled();
});

test("A command that is available, or disabled without a reason, says nothing", async () => {
  const { user, button, onClick } = show({ whyNot: null });
  await user.click(button);
  expect(onClick).toHaveBeenCalledTimes(1);
  expect(screen.queryByText(/is not available/)).toBeNull();
});

test("Below a form it says why without a tooltip, which would cover the field above it", async () => {
  const { user, button } = show({ whyNot: WHY_NOT, belowForm: true });
  expect(button).toHaveAccessibleDescription(WHY_NOT);
  await user.hover(button);
  expect(button).toHaveAttribute("title", WHY_NOT);
  expect(screen.queryByRole("tooltip", { hidden: true })).toBeNull();
});
