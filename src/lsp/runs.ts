/** Runs of one piece of work, one at a time: what comes while one runs is done by one more behind it. */
export class Runs {
  readonly #work: () => Promise<void>;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** Something changed. The run begins once what came with it was heard too. */
  start(): void {
    this.#again = true;
    this.#running ??= this.#all();
  }

  /** Done once nothing is left to run. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #all(): Promise<void> {
    try {
      while (this.#again) {
        await Promise.resolve();
        this.#again = false;
        await this.#work();
      }
    } finally {
      this.#running = undefined;
    }
  }
}
