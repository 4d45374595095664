import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { patientUser } from "@/components/testing/patient-user";
import { rulesOf } from "@/components/testing/rules-of";
import { CommandBar } from "./command-bar";

const commands = [
  { kind: "open", label: "Open the gate", icon: <span /> },
  { kind: "close", label: "Close the gate", icon: <span /> },
] as const;

test("On a phone the first command is a button, and the others are in a menu, with why they are not possible", async () => {
  vi.spyOn(window, "matchMedia").mockReturnValue({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  } as never);
  const onCommand = vi.fn();
  const three = [...commands, { kind: "paint", label: "Paint the gate", icon: <span /> }] as const;
  render(
    <CommandBar
      label="Gate"
      commands={three}
      whyNot={(kind) => (kind === "close" ? "It is closed." : null)}
      onCommand={onCommand}
    />,
  );
  const user = patientUser();
  expect(screen.getByRole("button", { name: "Open the gate" })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Paint the gate" })).toBeNull();
  await user.click(await screen.findByRole("button", { name: "More actions" }));
  const close = await screen.findByRole("menuitem", { name: /Close the gate/ });
  expect(close).toHaveAttribute("aria-disabled", "true");
  expect(close).toHaveTextContent("It is closed.");
  await user.click(screen.getByRole("menuitem", { name: "Paint the gate" }));
  expect(onCommand.mock.calls).toEqual([["paint"]]);
  vi.restoreAllMocks();
});

test("A command that ends something looks like danger, and only where it can be given", () => {
  const danger = [
    ...commands,
    { kind: "raze", label: "Raze", icon: <span />, danger: true },
  ] as const;
  render(<CommandBar label="Gate" commands={danger} whyNot={() => null} onCommand={vi.fn()} />);
  const colorOf = (name: string) => rulesOf(screen.getByRole("button", { name }));
  expect(colorOf("Raze")).toMatch(
    /:not\(\[aria-disabled="true"\]\) \{ color: var\(--colorStatusDangerF/,
  );
  expect(colorOf("Open the gate")).not.toContain("Danger");
});

test("A command bar gives the command that was pressed, and says of an impossible one why", async () => {
  const onCommand = vi.fn();
  render(
    <CommandBar
      label="Gate"
      commands={commands}
      whyNot={(kind) => (kind === "close" ? "It is closed." : null)}
      onCommand={onCommand}
    />,
  );
  const user = patientUser();
  expect(screen.getByRole("toolbar", { name: "Gate" })).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Open the gate" }));
  expect(onCommand.mock.calls).toEqual([["open"]]);
  const close = screen.getByRole("button", { name: "Close the gate" });
  expect(close).toHaveAttribute("aria-disabled", "true");
  close.focus();
  expect(await screen.findByText("It is closed.")).toBeInTheDocument();
  expect(close).toHaveAccessibleDescription("It is closed.");
  expect(onCommand).toHaveBeenCalledTimes(1);
});
