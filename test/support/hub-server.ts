import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

/** A model as the Hub has it. */
export interface ServedModel {
  readonly cardData?: Readonly<Record<string, unknown>>;
  readonly tags?: readonly string[];
  readonly sha?: string;
  /** ISO 8601: by it the list of all models is sorted. */
  readonly lastModified?: string;
  readonly gated?: false | 'auto' | 'manual';
  /** Seen only with the right token. */
  readonly private?: boolean;
  readonly disabled?: boolean;
  /** Answers 307 with a relative address, as for a repository that moved. */
  readonly movedTo?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** SHA-256 of files that lie in LFS. */
  readonly lfs?: Readonly<Record<string, string>>;
  /** Files per page of the tree; with it, the record has no file list of its own. */
  readonly page?: number;
  /** Milliseconds before the record is answered. */
  readonly delay?: number;
}

/** How a request may be answered instead: a status with headers and body, or trouble on the line. */
export type Play =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** `drip`: a byte now and then; `cut`: half an answer; `endless`: no end; `silent`: no answer. */
  | 'drip'
  | 'cut'
  | 'endless'
  | 'silent';

export interface Seen {
  readonly path: string;
  readonly token: string | undefined;
  readonly headers: IncomingMessage['headers'];
}

export interface HubServer {
  /** For `HF_ENDPOINT`. */
  readonly url: string;
  /** Every request, in order. */
  readonly seen: Seen[];
  /** The most requests that were under way at once. */
  readonly most: () => number;
  /** What is served, by id; `datasets/…` and `spaces/…` too. May be changed while it runs. */
  readonly models: Record<string, ServedModel>;
  /** The next answers to addresses that contain `part`, one each; the last one stays when `always`. */
  play(part: string, plays: readonly Play[], always?: boolean): void;
}

export const SHA = '0f3c2a1b4d5e6f708192a3b4c5d6e7f801234567';
export const GOOD_TOKEN = 'hf_good';

interface Script {
  readonly part: string;
  readonly plays: Play[];
  readonly always: boolean;
}

/** A Hub on this machine, with the statuses and headers of the real one; gone when the test is over. */
export async function hubServer(models: Record<string, ServedModel> = {}): Promise<HubServer> {
  const seen: Seen[] = [];
  const scripts: Script[] = [];
  let now = 0;
  let most = 0;
  const server = createServer((request, response) => {
    now += 1;
    most = Math.max(most, now);
    response.on('close', () => (now -= 1));
    const path = request.url ?? '/';
    const token = request.headers.authorization?.replace(/^Bearer /, '');
    seen.push({ path, token, headers: request.headers });
    const script = scripts.find(({ part, plays }) => path.includes(part) && plays.length > 0);
    const play =
      script && (script.always && script.plays.length === 1 ? script.plays[0] : script.plays.shift());
    if (play) perform(play, response);
    else serve(models, path, token, request, response);
  });
  const url = await listen(server);
  return {
    url,
    seen,
    models,
    most: () => most,
    play: (part, plays, always = false) => void scripts.push({ part, plays: [...plays], always }),
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

/** An address on which nobody listens. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 1}`;
}

function perform(play: Play, response: ServerResponse): void {
  if (typeof play === 'object') {
    response.writeHead(play.status, { 'content-type': 'application/json', ...play.headers });
    response.end(play.body ?? '{"error":"played"}');
    return;
  }
  if (play === 'silent') return;
  response.writeHead(200, {
    'content-type': 'application/json',
    ...(play === 'cut' ? { 'content-length': '1000' } : {}),
  });
  if (play === 'cut') {
    response.write('{"id":"acme/half"');
    setTimeout(() => response.destroy(), 20);
    return;
  }
  if (play === 'drip') {
    const timer = setInterval(() => response.write(' '), 30);
    response.on('close', () => clearInterval(timer));
    return;
  }
  const chunk = Buffer.alloc(256 * 1024, 0x20);
  const pour = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', pour);
  pour();
}

function refuse(response: ServerResponse, status: number, code: string | undefined, message: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(code === undefined ? {} : { 'x-error-code': code }),
    'x-error-message': message,
  });
  response.end(JSON.stringify({ error: message }));
}

function send(
  response: ServerResponse,
  value: unknown,
  request: IncomingMessage,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = JSON.stringify(value);
  const sum = [...body].reduce((total, char) => (total * 31 + char.charCodeAt(0)) >>> 0, 7);
  const etag = `W/"${body.length.toString(16)}-${sum}"`;
  const common = {
    etag,
    'content-type': 'application/json; charset=utf-8',
    ratelimit: '"api";r=499;t=200',
    ...headers,
  };
  if (request.headers['if-none-match'] === etag) response.writeHead(304, common).end();
  else response.writeHead(200, common).end(body);
}

function serve(
  models: Readonly<Record<string, ServedModel>>,
  path: string,
  token: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const url = new URL(path, 'http://hub');
  if (url.pathname === '/api/models') return serveList(models, url, request, response);
  const api = new RegExp(
    String.raw`^\/api\/(?:models|(datasets|spaces))\/([\w.-]+(?:\/(?!revision\/|` +
      String.raw`tree\/)[\w.-]+)?)(?:\/(revision|tree)\/([^/]+))?$`,
  ).exec(url.pathname);
  const file =
    /^\/((?:datasets\/|spaces\/)?[\w.-]+(?:\/(?!resolve\/)[\w.-]+)?)\/resolve\/([^/]+)\/(.+)$/.exec(
      url.pathname,
    );
  const id = api ? `${api[1] === undefined ? '' : `${api[1]}/`}${api[2]}` : (file?.[1] ?? '');
  const model = openTo(token, models[id], response);
  if (model === undefined) return;
  if (model.movedTo !== undefined)
    return void response.writeHead(307, { location: path.replace(id, model.movedTo) }).end();
  const sha = model.sha ?? SHA;
  const revision = decodeURIComponent(api?.[4] ?? file?.[2] ?? 'main');
  if (!['main', sha].includes(revision))
    return refuse(response, 404, 'RevisionNotFound', `Invalid rev id: ${revision}`);
  if (file) return serveFile(model, decodeURIComponent(file[3] ?? ''), token, request, response);
  if (api?.[3] === 'tree') return serveTree(model, url, request, response);
  setTimeout(() => send(response, recordOf(id, model, sha, url), request), model.delay ?? 0);
}

/** Models in a page of the list of all: few, so that tests turn pages. */
const LIST_PAGE = 2;

/** The list of all models, the last changed first. */
function serveList(
  models: Readonly<Record<string, ServedModel>>,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const from = Number(url.searchParams.get('cursor') ?? '0');
  const all = Object.entries(models)
    .filter(([, { movedTo }]) => movedTo === undefined)
    .sort(([, a], [, b]) => ((a.lastModified ?? '') < (b.lastModified ?? '') ? 1 : -1));
  const next = new URL(url);
  next.searchParams.set('cursor', String(from + LIST_PAGE));
  const link = `<https://huggingface.co${next.pathname}${next.search}>; rel="next"`;
  send(
    response,
    all.slice(from, from + LIST_PAGE).map(([id, model]) => recordOf(id, model, model.sha ?? SHA, url)),
    request,
    from + LIST_PAGE < all.length ? { link } : {},
  );
}

/** The model where a token may see it; else the refusal is sent. */
function openTo(
  token: string | undefined,
  model: ServedModel | undefined,
  response: ServerResponse,
): ServedModel | undefined {
  if (token !== undefined && token !== GOOD_TOKEN)
    refuse(response, 401, undefined, 'Invalid credentials in Authorization header');
  else if (!model || (model.private && token === undefined))
    refuse(response, token === undefined ? 401 : 404, 'RepoNotFound', 'Repository not found');
  else if (model.movedTo === undefined && model.disabled)
    refuse(response, 403, undefined, 'Access to this resource is disabled.');
  else return model;
  return undefined;
}

function recordOf(id: string, model: ServedModel, sha: string, url: URL): Readonly<Record<string, unknown>> {
  const siblings = Object.entries(model.files ?? {}).map(([rfilename, text]) => ({
    rfilename,
    size: Buffer.byteLength(text),
    ...(model.lfs?.[rfilename] === undefined
      ? {}
      : { lfs: { sha256: model.lfs[rfilename], size: Buffer.byteLength(text), pointerSize: 135 } }),
  }));
  const whole: Readonly<Record<string, unknown>> = {
    id: id.replace(/^(?:datasets|spaces)\//, ''),
    sha,
    gated: model.gated ?? false,
    private: model.private ?? false,
    tags: model.tags ?? [],
    ...(model.lastModified === undefined ? {} : { lastModified: model.lastModified }),
    ...(model.cardData === undefined ? {} : { cardData: model.cardData }),
    ...(model.page === undefined ? { siblings } : {}),
  };
  const wanted = url.searchParams.getAll('expand');
  return wanted.length === 0
    ? whole
    : Object.fromEntries(Object.entries(whole).filter(([key]) => key === 'id' || wanted.includes(key)));
}

function serveTree(model: ServedModel, url: URL, request: IncomingMessage, response: ServerResponse): void {
  const page = model.page ?? 1000;
  const from = Number(url.searchParams.get('cursor') ?? '0');
  const files = Object.entries(model.files ?? {}).map(([path, text]) => ({
    type: 'file',
    path,
    size: Buffer.byteLength(text),
    oid: 'x',
    ...(model.lfs?.[path] === undefined
      ? {}
      : { lfs: { oid: model.lfs[path], size: Buffer.byteLength(text), pointerSize: 135 } }),
  }));
  // As the Hub does behind a mirror: the next page's address names the Hub's own host.
  const link =
    `<https://huggingface.co${url.pathname}?recursive=true&expand=false&cursor=${from + page}>; ` +
    'rel="next"';
  send(
    response,
    [{ type: 'directory', path: 'folder', size: 0 }, ...files.slice(from, from + page)],
    request,
    from + page < files.length ? { link } : {},
  );
}

function serveFile(
  model: ServedModel,
  path: string,
  token: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const text = model.files?.[path];
  if (text === undefined) return refuse(response, 404, 'EntryNotFound', 'Entry not found');
  if (model.gated && token === undefined)
    return refuse(response, 401, 'GatedRepo', 'Access to this model is restricted');
  const bytes = Buffer.from(text);
  const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  if (request.headers.range === undefined)
    return void response.writeHead(200, { 'content-type': 'text/plain' }).end(bytes);
  if (Number(from) >= bytes.length)
    return void response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
  const end = Math.min(bytes.length, to === '' ? bytes.length : Number(to) + 1);
  response
    .writeHead(206, {
      'content-type': 'text/plain',
      'content-range': `bytes ${from}-${end - 1}/${bytes.length}`,
      etag: '"f"',
    })
    .end(bytes.subarray(Number(from), end));
}
