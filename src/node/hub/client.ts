import type { HubAnswer, HubClient, HubWish } from '../../core/hub/hub-repo.ts';
import { VERSION } from '../../core/version.ts';
import { hubAccess, type Env, type HubAccess } from './auth.ts';
import { Budget, Slots } from './request-budget.ts';
import { HttpCache, licetCacheFolder, type Kept } from './http-cache.ts';
import { send } from './http.ts';
import type { Broken, Incoming } from '../../core/hub/http-exchange.ts';
import {
  failed,
  failureOf,
  PASSING,
  rateLimited,
  waitOf,
  type HubFailure,
} from '../../core/hub/response-status.ts';

/** Told while an answer of a host is waited for. */
export interface Waits {
  readonly while: <T>(host: string, work: () => Promise<T>) => Promise<T>;
}

/** Times in milliseconds. */
export interface HubOptions {
  readonly env: Env;
  /** Files and folders that are judged: a cache that lies in them is not believed. */
  readonly trees?: readonly string[];
  /** All waiting for the network together: 30 seconds. */
  readonly budget?: number;
  /** One request with all its tries, pauses between them aside: 10 seconds. */
  readonly timeout?: number;
  /** Requests at once: 6. */
  readonly atOnce?: number;
  /** Further tries of one request: 2. */
  readonly retries?: number;
  /**
   * Requests of one run, each try counted: 1,000, which is what the Hub grants an account in five minutes.
   */
  readonly requests?: number;
  /** The first pause before a further try, doubled with each: 300. */
  readonly pause?: number;
  readonly waits?: Waits | undefined;
  readonly now?: () => Date;
}

/** Requests in a row that nobody answered, after which nobody is asked again. */
const GIVE_UP = 3;

/**
 * The Hub over `fetch`, as the environment describes it (`HF_ENDPOINT`, `HF_TOKEN`, `HF_HUB_OFFLINE` …).
 * Never throws.
 */
export function hubClient(options: HubOptions): HubClient {
  const client = new Client(options);
  return { get: (path, wish) => client.get(path, wish) };
}

class Client {
  readonly #access: Promise<HubAccess>;
  readonly #cache: HttpCache;
  readonly #budget: Budget;
  readonly #total: number;
  readonly #slots: Slots;
  readonly #timeout: number;
  readonly #retries: number;
  readonly #pause: number;
  readonly #most: number;
  #sent = 0;
  readonly #now: () => Date;
  readonly #waits: Waits | undefined;
  #heard = false;
  #unheard = 0;
  /** A failure that will meet every request, so that it is waited for once. */
  #down: HubFailure | undefined;
  /** Until when the Hub asked to be left alone, on `performance`'s clock. */
  #blocked = 0;

  constructor({
    env,
    trees = [],
    budget = 30_000,
    timeout = 10_000,
    atOnce = 6,
    retries = 2,
    pause = 300,
    requests = 1000,
    now = () => new Date(),
    waits,
  }: HubOptions) {
    this.#waits = waits;
    this.#access = hubAccess(env);
    this.#cache = new HttpCache(licetCacheFolder(env), trees);
    this.#budget = new Budget(budget);
    this.#total = budget;
    this.#slots = new Slots(atOnce);
    this.#timeout = timeout;
    this.#retries = retries;
    this.#pause = pause;
    this.#most = requests;
    this.#now = now;
  }

  async get(path: string, wish: HubWish): Promise<HubAnswer> {
    const access = await this.#access;
    if (access.problem) return failed(access.problem.why, access.problem.detail);
    const key = `${access.endpoint}${path}${wish.from === undefined ? '' : ` ${wish.from}+${wish.limit}`}`;
    const kept = wish.fresh === undefined ? undefined : await this.#cache.load(key, access.token);
    const age = kept === undefined ? 0 : this.#now().getTime() - Date.parse(kept.saved);
    if (kept && age >= 0 && age < (wish.fresh ?? 0)) return this.#told(kept, access);
    if (access.offline !== undefined) return failed('offline', `${access.offline} is set`);
    const ask = () =>
      this.#budget.spend(() => this.#slots.with(() => this.#asked({ path, wish, access, kept, key })));
    return this.#waits === undefined ? ask() : this.#waits.while(new URL(access.endpoint).host, ask);
  }

  #told({ body, next, saved }: Kept, access: HubAccess): HubAnswer {
    return {
      is: 'ok',
      body,
      date: saved.slice(0, 10),
      ...(next === undefined ? {} : { next }),
      ...(access.isHub ? {} : { host: new URL(access.endpoint).host }),
    };
  }

  async #asked(ask: Ask): Promise<HubAnswer> {
    const hasToken = ask.access.token !== undefined;
    let spent = 0;
    for (let tries = 0; ; tries += 1) {
      const barred = this.#down ?? (await this.#barred(hasToken));
      if (barred) return barred;
      const left = this.#budget.left();
      if (left < 1) return failed('unreachable', `the ${this.#total / 1000} s for the Hub are used up`);
      if (this.#sent >= this.#most)
        return failed('unreachable', `the ${this.#most} requests of a run to the Hub are used up`);
      this.#sent += 1;
      const start = performance.now();
      const came = await send({ ...this.#outgoing(ask), timeout: Math.min(this.#timeout - spent, left) });
      spent += performance.now() - start;
      const last = tries >= this.#retries || this.#timeout - spent < 1;
      if (came.is === 'broken') {
        if (came.again && !last && (await this.#wait(this.#pause * 2 ** tries))) continue;
        return this.#broke(came, ask.access, Math.max(1, Math.round(spent / 1000)));
      }
      this.#heard = true;
      this.#unheard = 0;
      if (came.status === 429) {
        const seconds = waitOf(came.headers, this.#now());
        // Whether the wait fits is seen at the head of the loop, for this request and all others.
        this.#blocked = Math.max(this.#blocked, performance.now() + (seconds ?? 1) * 1000);
        if (tries === 0) continue;
        return rateLimited(seconds, hasToken);
      }
      if (
        PASSING.has(came.status) &&
        !last &&
        (await this.#wait(
          Math.max(this.#pause * 2 ** tries, (waitOf(came.headers, this.#now()) ?? 0) * 1000),
        ))
      )
        continue;
      return this.#answered(came, ask);
    }
  }

  #outgoing({ path, wish, access, kept }: Ask) {
    const headers = {
      'user-agent': `licet/${VERSION}`,
      ...(wish.from === undefined
        ? { accept: 'application/json' }
        : { range: `bytes=${wish.from}-${wish.from + wish.limit - 1}`, 'accept-encoding': 'identity' }),
      ...(kept?.etag === undefined ? {} : { 'if-none-match': kept.etag }),
    };
    return {
      url: `${access.endpoint}${path}`,
      token: access.token,
      headers,
      limit: wish.limit,
      from: wish.from,
      size: wish.size,
    };
  }

  async #answered(came: Incoming, { wish, access, kept, key }: Ask): Promise<HubAnswer> {
    const saved = this.#now().toISOString();
    if (came.status === 304 && kept?.etag !== undefined)
      return this.#keep({ ...kept, saved }, wish, access, key);
    if (came.status !== 200 && came.status !== 206) {
      const failure = failureOf(came, access.token !== undefined);
      if (failure.why === 'bad-token') this.#down = failure;
      return access.withheld === undefined
        ? failure
        : { ...failure, detail: `${failure.detail}; ${access.withheld}` };
    }
    // A page of some proxy or login, sent as a success, must not become a fact.
    const said = wish.from === undefined ? jsonIn(came.body) : undefined;
    if (said?.is === 'none') return failed('unreachable', "the answer is not JSON, so it is not the Hub's");
    const etag = came.headers.get('etag');
    const next = nextPage(came.headers.get('link') ?? '', access.endpoint);
    return this.#keep(
      { body: came.body, saved, ...(etag === null ? {} : { etag }), ...(next === undefined ? {} : { next }) },
      said?.is === 'other' ? { ...wish, fresh: undefined } : wish,
      access,
      key,
    );
  }

  async #keep(answer: Kept, wish: HubWish, access: HubAccess, key: string): Promise<HubAnswer> {
    if (wish.fresh !== undefined) await this.#cache.save(key, access.token, answer);
    return this.#told(answer, access);
  }

  #broke({ detail, unheard, slow }: Broken, { idle }: HubAccess, seconds: number): HubFailure {
    const said = slow ? `${detail} in ${seconds} s` : detail;
    const failure = failed('unreachable', unheard && idle !== undefined ? `${said}; ${idle}` : said);
    if (unheard) this.#unheard += 1;
    if (unheard && (!this.#heard || this.#unheard >= GIVE_UP)) this.#down = failure;
    return failure;
  }

  /** Waits while the Hub asked to; a failure where that is longer than there is time. */
  async #barred(hasToken: boolean): Promise<HubFailure | undefined> {
    const wait = this.#blocked - performance.now();
    if (wait <= 0) return undefined;
    return (await this.#wait(wait)) ? undefined : rateLimited(Math.ceil(wait / 1000), hasToken);
  }

  /** False, at once, where the time does not suffice. */
  async #wait(milliseconds: number): Promise<boolean> {
    if (milliseconds >= this.#budget.left()) return false;
    await new Promise((go) => setTimeout(go, milliseconds));
    return true;
  }
}

interface Ask {
  readonly path: string;
  readonly wish: HubWish;
  readonly access: HubAccess;
  readonly kept: Kept | undefined;
  readonly key: string;
}

/**
 * `hub`: a record or a list, as the Hub's are; `other`: JSON that somebody else may have sent, which is not
 * kept.
 */
function jsonIn(body: Uint8Array): { readonly is: 'none' | 'hub' | 'other' } {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    const isHub =
      Array.isArray(value) ||
      (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string');
    return { is: isHub ? 'hub' : 'other' };
  } catch {
    return { is: 'none' };
  }
}

/**
 * The path of the next page. Its host is left away: a mirror hands on the Hub's own, and a token goes nowhere
 * else.
 */
function nextPage(link: string, endpoint: string): string | undefined {
  const target = /<(https?:\/\/[^>\s]{1,4000})>;\s*rel="next"/.exec(link)?.[1];
  if (target === undefined) return undefined;
  try {
    const { pathname, search } = new URL(target);
    const folder = new URL(endpoint).pathname.replace(/\/$/, '');
    const isBelow = folder !== '' && pathname.startsWith(`${folder}/`);
    return `${isBelow ? pathname.slice(folder.length) : pathname}${search}`;
  } catch {
    return undefined;
  }
}
