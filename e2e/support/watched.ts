import type { BrowserContext } from "@playwright/test";

declare global {
  interface Window {
    violation?: (text: string) => void;
  }
}

/** The console errors and network origins of all browsers of a test. */
export class Watch {
  /** Uncaught errors of pages and violations of their content security policy. */
  readonly complaints: string[] = [];
  readonly origins = new Set<string>();

  /** Watches the pages that a browser opens from now on. */
  async over(context: BrowserContext): Promise<void> {
    watches.set(context, this);
    context.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== "data:" && protocol !== "blob:") this.origins.add(origin);
    });
    context.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) this.complaints.push(message.text());
    });
    context.on("weberror", (error) => {
      this.complaints.push(String(error.error()));
    });
    await context.exposeFunction("violation", (text: string) => {
      this.complaints.push(text);
    });
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        window.violation?.(
          `${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`,
        );
      });
    });
  }
}

const watches = new WeakMap<BrowserContext, Watch>();

/** What watches this browser, so that another one of the same test is watched too. */
export function watchOf(context: BrowserContext): Watch {
  const watch = watches.get(context);
  if (watch === undefined) throw new Error("Nobody watches this browser");
  return watch;
}
