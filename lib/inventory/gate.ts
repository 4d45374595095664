/** Holds back a reading between two pages while it is shut. */
export class Gate {
  #waiting: (() => void)[] = [];
  #shut = false;

  get isShut(): boolean {
    return this.#shut;
  }

  shut(): void {
    this.#shut = true;
  }

  open(): void {
    this.#shut = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const goOn of waiting) goOn();
  }

  /** Resolves at once while open, else when opened. */
  async passed(): Promise<void> {
    while (this.#shut) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
  }
}
