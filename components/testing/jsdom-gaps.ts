// What browsers have and jsdom lacks, for every component test. Sizes are those of a desktop: without them a virtual
// grid shows no row.
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { forgetAddressUpdates } from "./address-updates";
import { pageRests, testIsOver } from "./page-at-rest";
import { watchSleeps } from "./real-sleeps";
import { sessionOfTheTest } from "./test-session";

const WIDTH = 1_440;
const HEIGHT = 900;

Object.defineProperties(HTMLElement.prototype, {
  clientWidth: { configurable: true, get: () => WIDTH },
  clientHeight: { configurable: true, get: () => HEIGHT },
  offsetWidth: { configurable: true, get: () => WIDTH },
  offsetHeight: { configurable: true, get: () => HEIGHT },
});

Object.defineProperty(Blob.prototype, "text", {
  configurable: true,
  value(this: Blob) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => {
        resolve(reader.result);
      };
      reader.onerror = () => {
        reject(reader.error ?? new Error("It was not read."));
      };
      reader.readAsText(this);
    });
  },
});

class Observer {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
  takeRecords = () => [];
}

vi.stubGlobal("ResizeObserver", Observer);
vi.stubGlobal("IntersectionObserver", Observer);
vi.stubGlobal("matchMedia", (media: string) => ({
  media,
  matches: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
}));
vi.stubGlobal("reportError", (error: unknown) => {
  throw error;
});
// jsdom matches every rule of every style sheet for each element that a query looks at: seconds on a page of Fluent.
window.getComputedStyle = (element) => (element as HTMLElement).style;
// Fluent hides from screen readers what is beside the dialog with the focus. Where nothing is laid out it sometimes takes a
// dialog that has just opened for another one's neighbor; a hidden dialog has no name to find it by.
HTMLElement.prototype.setAttribute = function (name, value) {
  if (name === "aria-hidden" && this.getAttribute("role") === "dialog") return;
  Element.prototype.setAttribute.call(this, name, value);
};
HTMLElement.prototype.scrollIntoView = () => undefined;
HTMLElement.prototype.scrollTo = () => undefined;

// Next's router needs Next's server; the address is the window's own.
vi.mock("next/navigation", () => ({
  usePathname: () => window.location.pathname,
  useRouter: () => ({
    push: (to: string) => {
      window.history.pushState(null, "", to);
    },
    replace: (to: string) => {
      window.history.replaceState(null, "", to);
    },
    prefetch: () => undefined,
    refresh: () => undefined,
  }),
  useSearchParams: () => new URLSearchParams(window.location.search),
  useServerInsertedHTML: () => undefined,
}));
vi.mock("nuqs/adapters/next/app", async () => await import("nuqs/adapters/react"));

// MSAL works with pages of the authority; here the tokens come from the authority without pages.
vi.mock("@/lib/identity/msal-session", () => ({ MsalSession: sessionOfTheTest }));

watchSleeps();

afterEach(async () => {
  cleanup();
  try {
    await pageRests();
    forgetAddressUpdates();
  } finally {
    testIsOver();
  }
  window.sessionStorage.clear();
  window.localStorage.clear();
});

// A failed query names what it looked for; a page of markup below that helps nobody.
configure({
  asyncUtilTimeout: 30_000,
  // Whether something is shown is for the browser to say: without style sheets nobody here knows.
  defaultHidden: true,
  getElementError: (message) =>
    new Error(`${message ?? "Not found"}\nThe page says: ${textOfThePage()}`),
});

function textOfThePage(): string {
  const shown = document.querySelector("[role=dialog]") ?? document.body;
  return shown.textContent.replace(/\s+/g, " ").slice(0, 2_000);
}
