import type { Instant } from "@/lib/domain/time";
import { openGraph } from "@/lib/graph/client";
import { clockSetTo } from "@/lib/graph/clock-set-to";
import type { GetToken } from "@/lib/graph/graph-middleware";
import { GuestInventory } from "./guest-inventory";
import { graphReader } from "./guest-reader";
import type { GuestRow, Inventory, Neighbors, Overview, QueryAnswer } from "./inventory";
import type { Report } from "./progress-report";

/** The inventory as the worker offers it: the page opens it with its services; requests before that wait. */
export class WorkerInventory implements Inventory {
  /** Nothing is judged before it is set. */
  #now: () => Instant = () => Date.now();
  #isOpen: (inventory: GuestInventory) => void = () => undefined;
  #inner = new Promise<GuestInventory>((resolve) => {
    this.#isOpen = resolve;
  });

  constructor(private readonly fetch?: typeof globalThis.fetch) {}

  /** Tokens are asked of the page each time and kept nowhere here; the server's time goes on here by itself. */
  open(
    root: string,
    token: GetToken,
    onReport: (report: Report) => void,
    serverNow: Instant,
  ): void {
    const onWait = (seconds: number) => {
      inventory.waits(seconds);
    };
    const graph = openGraph({ root, token, onWait, ...(this.fetch && { fetch: this.fetch }) });
    const inventory = new GuestInventory({
      reader: graphReader(graph),
      onReport,
      now: () => this.#now(),
    });
    this.#now = clockSetTo(serverNow);
    this.#isOpen(inventory);
    this.#inner = Promise.resolve(inventory);
  }

  /** Sets the clock by which guests are judged to the server's time. */
  async setClock(serverNow: Instant): Promise<void> {
    this.#now = clockSetTo(serverNow);
    (await this.#inner).judgeAnew();
  }

  async start(...args: Parameters<Inventory["start"]>): Promise<void> {
    await (await this.#inner).start(...args);
  }

  async again(): Promise<void> {
    await (await this.#inner).again();
  }

  async pause(): Promise<void> {
    await (await this.#inner).pause();
  }

  async resume(): Promise<void> {
    await (await this.#inner).resume();
  }

  async judgeBy(...args: Parameters<Inventory["judgeBy"]>): Promise<void> {
    await (await this.#inner).judgeBy(...args);
  }

  async setOf(...args: Parameters<Inventory["setOf"]>): Promise<void> {
    await (await this.#inner).setOf(...args);
  }

  async query(...args: Parameters<Inventory["query"]>): Promise<QueryAnswer> {
    return (await this.#inner).query(...args);
  }

  async window(...args: Parameters<Inventory["window"]>): Promise<readonly GuestRow[]> {
    return (await this.#inner).window(...args);
  }

  async ids(...args: Parameters<Inventory["ids"]>): Promise<readonly string[]> {
    return (await this.#inner).ids(...args);
  }

  async neighbors(...args: Parameters<Inventory["neighbors"]>): Promise<Neighbors | null> {
    return (await this.#inner).neighbors(...args);
  }

  async rows(...args: Parameters<Inventory["rows"]>): Promise<readonly GuestRow[]> {
    return (await this.#inner).rows(...args);
  }

  async overview(): Promise<Overview> {
    return (await this.#inner).overview();
  }

  async amend(...args: Parameters<Inventory["amend"]>): Promise<void> {
    await (await this.#inner).amend(...args);
  }

  async clear(): Promise<void> {
    await (await this.#inner).clear();
  }
}
