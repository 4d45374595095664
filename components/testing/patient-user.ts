import { waitFor } from "@testing-library/react";
import { type UserEvent, userEvent } from "@testing-library/user-event";
import { vi } from "vitest";

/**
 * Somebody who presses a button once it can be pressed, as a person waits for one that is grey. A page reads what a
 * button needs while the button is there already, and a test that pressed it too early would pass or fail by chance.
 */
export function patientUser(): UserEvent {
  const user = userEvent.setup({ advanceTimers: advance });
  return {
    ...user,
    click: async (element) => {
      await waitFor(() => {
        if (isDisabled(element)) throw new Error(`It stays disabled: ${element.textContent}`);
      });
      await user.click(element);
    },
  };
}

/** Presses what cannot be pressed, to show that nothing comes of it. */
export async function pressInVain(user: UserEvent, element: Element): Promise<void> {
  if (!isDisabled(element)) throw new Error(`It can be pressed: ${element.textContent}`);
  await user.pointer({ keys: "[MouseLeft]", target: element });
}

function isDisabled(element: Element): boolean {
  return element.matches("[aria-disabled=true], :disabled");
}

/** Typing waits between keys: with a test's own timers nobody else would end that. */
function advance(milliseconds: number): void {
  if (vi.isFakeTimers()) vi.advanceTimersByTime(milliseconds);
}
