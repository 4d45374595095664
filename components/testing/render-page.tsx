import { render, type RenderResult } from "@testing-library/react";
import { type UserEvent, userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { AddressState } from "@/components/shell/address-state";
import { Console } from "@/components/shell/console";
import { Providers } from "@/components/shell/providers";
import { signedInAs } from "./test-session";
import type { TestTenant } from "./test-tenant";
import { WorkerThread } from "./worker-thread";

export interface RenderedPage extends RenderResult {
  readonly user: UserEvent;
}

/** Renders a page as a persona sees it at an address, with the frame around it, the worker and our own API behind it. */
export async function renderPage(
  given: TestTenant,
  page: ReactNode,
  { persona = "Grace Okafor", path = "/" } = {},
): Promise<RenderedPage> {
  answersFrom(given);
  vi.stubGlobal("Worker", WorkerThread);
  signedInAs(await given.sessionOf(persona));
  window.history.replaceState(null, "", path);
  const user = userEvent.setup({ advanceTimers: advance });
  const rendered = render(
    <Providers
      nonce=""
      theme={{ choice: "light", theme: "light" }}
      settings={given.settings}
      renderedAt={given.api.now()}
    >
      <Console>
        <AddressState>{page}</AddressState>
      </Console>
    </Providers>,
  );
  return { ...rendered, user };
}

let current: TestTenant | undefined;

/** Kept from before tests put a clock of their own in its place. */
const realTimeout = globalThis.setTimeout;
const LOOK_EVERY_MILLISECONDS = 10;
/** Some tests end while their run waits for ever. */
const MOST_LOOKS = 300;

/**
 * Waits until a page that is gone has nothing under way: a reading or a run that goes on would reach into the next test,
 * since modules are shared.
 */
export async function pageRests(): Promise<void> {
  let restful = 0;
  for (let looks = 0; looks < MOST_LOOKS && restful < 2; looks += 1) {
    await new Promise((resolve) => realTimeout(resolve, LOOK_EVERY_MILLISECONDS));
    restful = current?.isBusy() === true ? 0 : restful + 1;
  }
}

/** What is loaded once keeps the `fetch` it found, so that one leads to the tenant of whichever test runs. */
function answersFrom(given: TestTenant): void {
  current = given;
  globalThis.fetch = fetchOfTheTest;
}

const fetchOfTheTest: typeof fetch = (input, init) => {
  if (current === undefined) throw new Error("No page was rendered yet");
  return current.fetch(input, init);
};

/** Typing waits between keys: with a test's own timers nobody else would end that. */
function advance(milliseconds: number): void {
  if (vi.isFakeTimers()) vi.advanceTimersByTime(milliseconds);
}
