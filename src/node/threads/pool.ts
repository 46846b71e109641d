import type { Worker } from 'node:worker_threads';

/** How a task ended: with a result, or with the thread that it was given to. */
export type Ended<Result> =
  { readonly is: 'done'; readonly result: Result } | { readonly is: 'died'; readonly why: string };

/** Tasks that lie with a thread: while one is done the next is at hand. */
const AT_HAND = 2;

interface Waiting<Task, Result> {
  readonly task: Task;
  readonly settle: (ended: Ended<Result>) => void;
  readonly refuse: (error: Error) => void;
}

interface Thread<Task, Result> {
  readonly worker: Worker;
  /** Given and not answered, in order: a thread does one after the other. */
  readonly given: Waiting<Task, Result>[];
  ready: boolean;
}

/**
 * Threads that do tasks, each in the order in which they came. One that dies (out of memory, ended by code of
 * a plugin) takes along the task it was at and no other: a new one takes its place.
 */
export class Pool<Task, Result> {
  readonly #size: number;
  readonly #start: () => Worker;
  readonly #threads = new Set<Thread<Task, Result>>();
  readonly #waiting: Waiting<Task, Result>[] = [];
  #broken: Error | undefined;
  #ended = false;

  constructor(size: number, start: () => Worker) {
    this.#size = size;
    this.#start = start;
  }

  /** Throws where threads cannot be started at all. */
  run(task: Task): Promise<Ended<Result>> {
    return new Promise((settle, refuse) => {
      this.#waiting.push({ task, settle, refuse });
      this.#hand();
    });
  }

  /** Ends the threads, whatever they are at. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  /** Hands what waits to the threads with the least at hand; starts another where all are busy. */
  #hand(): void {
    while (this.#waiting.length > 0 && !this.#ended) {
      if (this.#broken) return this.#refuseAll(this.#broken);
      const [least] = [...this.#threads].sort((one, other) => one.given.length - other.given.length);
      const free = least !== undefined && least.given.length === 0;
      const thread = free || this.#threads.size >= this.#size ? least : this.#begin();
      if (thread === undefined || thread.given.length >= AT_HAND) return;
      const next = this.#waiting.shift();
      if (next === undefined) return;
      thread.given.push(next);
      thread.worker.postMessage(next.task);
    }
  }

  #begin(): Thread<Task, Result> {
    const thread: Thread<Task, Result> = { worker: this.#start(), given: [], ready: false };
    this.#threads.add(thread);
    // The first word of a thread is that it is ready, each later one a result.
    thread.worker.on('message', (message: Result) => {
      if (!thread.ready) thread.ready = true;
      else thread.given.shift()?.settle({ is: 'done', result: message });
      this.#hand();
    });
    let why: string | undefined;
    thread.worker.on('error', (error) => (why = saidOf(error)));
    thread.worker.on('exit', (code) => this.#died(thread, why ?? `its thread ended with ${code}`));
    return thread;
  }

  #died(thread: Thread<Task, Result>, why: string): void {
    this.#threads.delete(thread);
    if (this.#ended) return;
    if (!thread.ready) this.#broken = new Error(`a thread could not be started: ${why}`);
    const [at, ...later] = thread.given;
    this.#waiting.unshift(...later);
    if (thread.ready) at?.settle({ is: 'died', why });
    else if (at) this.#waiting.unshift(at);
    this.#hand();
  }

  #refuseAll(error: Error): void {
    for (const { refuse } of this.#waiting.splice(0)) refuse(error);
  }
}

function saidOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'its thread had no memory left'
    : error.message;
}
