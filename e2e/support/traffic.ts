import { expect, type Page, type Request } from "@playwright/test";
import { SIMULATOR } from "./origins.ts";

/** A page counts as finished reading after this time without a request. */
const QUIET_MILLISECONDS = 1_500;

/** The traffic between a page, with its workers, and Graph from now on. */
export class Traffic {
  #requests = 0;
  #inner = 0;
  #refused = 0;
  #open = new Set<Request>();
  #lastAt = Date.now();

  constructor(page: Page) {
    page.on("request", (request) => {
      if (!request.url().startsWith(`${SIMULATOR}/v1.0/`)) return;
      this.#requests += 1;
      this.#inner += readingsIn(request);
      this.#open.add(request);
      this.#lastAt = Date.now();
    });
    page.on("requestfinished", (request) => void this.#close(request));
    page.on("requestfailed", (request) => void this.#close(request));
  }

  /** What was counted so far: a batch is one request, and each reading in it is one of all readings. */
  get counted() {
    return { requests: this.#requests, readings: this.#inner, refused: this.#refused };
  }

  /** Waits until everything was answered and nothing follows. */
  async quiet(timeout = 120_000): Promise<void> {
    const isQuiet = () => this.#open.size === 0 && Date.now() - this.#lastAt > QUIET_MILLISECONDS;
    await expect.poll(isQuiet, { timeout, intervals: [250] }).toBe(true);
  }

  async #close(request: Request): Promise<void> {
    if (!this.#open.has(request)) return;
    const response = await request.response();
    if (response?.status() === 429) this.#refused += 1;
    if (response?.ok() === true && isBatch(request)) {
      const { responses } = (await response.json()) as { responses: { status: number }[] };
      this.#refused += responses.filter(({ status }) => status === 429).length;
    }
    this.#open.delete(request);
    this.#lastAt = Date.now();
  }
}

const isBatch = (request: Request) => request.url().endsWith("/$batch");

/** https://learn.microsoft.com/graph/json-batching */
function readingsIn(request: Request): number {
  if (!isBatch(request)) return 1;
  return (request.postDataJSON() as { requests: unknown[] }).requests.length;
}
