import { expose } from "comlink";
import { WorkerInventory } from "@/lib/inventory/worker-inventory";
import { fetchOfTheTab } from "./page-at-rest";

/** The tab's worker in this thread: its messages are copied as those of a worker are. */
export class WorkerThread {
  readonly #page: MessagePort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.#page = port1;
    expose(new WorkerInventory(fetchOfTheTab), port2);
    port1.start();
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#page.postMessage(message, transfer);
  }

  addEventListener(type: string, listener: (event: MessageEvent) => void): void {
    this.#page.addEventListener(type as "message", listener);
  }

  removeEventListener(type: string, listener: (event: MessageEvent) => void): void {
    this.#page.removeEventListener(type as "message", listener);
  }
}
