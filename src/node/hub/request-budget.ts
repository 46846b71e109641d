/**
 * Time that may be spent waiting for the network, all requests together, in milliseconds. Only time during
 * which at least one request is under way counts, so that work between requests takes nothing away.
 */
export class Budget {
  readonly total: number;
  readonly #clock: () => number;
  #spent = 0;
  #active = 0;
  #since = 0;

  constructor(total: number, clock: () => number = () => performance.now()) {
    this.total = total;
    this.#clock = clock;
  }

  /** Milliseconds that remain; never less than 0. */
  left(): number {
    const running = this.#active > 0 ? this.#clock() - this.#since : 0;
    return Math.max(0, this.total - this.#spent - running);
  }

  async spend<T>(work: () => Promise<T>): Promise<T> {
    if (this.#active === 0) this.#since = this.#clock();
    this.#active += 1;
    try {
      return await work();
    } finally {
      this.#active -= 1;
      if (this.#active === 0) this.#spent += this.#clock() - this.#since;
    }
  }
}

/** At most so many pieces of work at once; the others wait in line. */
export class Slots {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async with<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((go) => this.#line.push(go));
    try {
      return await work();
    } finally {
      // The place is handed on, not given back, so that nobody can slip in between.
      const next = this.#line.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
