import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTls } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.md': 'text/markdown',
  '.bin': 'application/octet-stream',
};

export interface Served {
  readonly url: string;
  /** Each answer: its path, and its bytes as they went over the line. */
  readonly sent: { readonly path: string; readonly bytes: number }[];
  readonly close: () => void;
}

function listening(server: Server | ReturnType<typeof createTls>): Promise<number> {
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)),
  );
}

/** The built files as GitHub Pages sends them: text packed, the rest as it is, under a path of its own. */
export async function pageServer(folder: string): Promise<Served> {
  const sent: { path: string; bytes: number }[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname.replace(/^\/licet\/(?=.|$)/, '/');
    const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    try {
      if (!file.startsWith(folder)) throw new Error('outside');
      const plain = readFileSync(file);
      const packs = extname(file) !== '.bin';
      const body = packs ? gzipSync(plain, { level: 9 }) : plain;
      sent.push({ path, bytes: body.length });
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        ...(packs ? { 'content-encoding': 'gzip' } : {}),
      });
      response.end(body);
    } catch {
      sent.push({ path: `404 ${path}`, bytes: 0 });
      response.writeHead(404).end();
    }
  });
  const port = await listening(server);
  return { url: `http://127.0.0.1:${port}/licet/`, sent, close: () => server.close() };
}

/** What the loopback Hub answers to a path; undefined for no answer at all. */
export type Answer =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: string | Uint8Array;
    }
  | undefined;

export interface Hub {
  readonly port: number;
  readonly seen: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  answer: (path: string) => Answer;
  readonly close: () => void;
}

/** As the Hub exposes them to pages of other origins. */
const EXPOSED =
  'X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link,Accept-Ranges,' +
  'Content-Range,RateLimit,Retry-After';

/** A Hub on this machine, over TLS under the Hub's own name, with CORS as the real one has it. */
export async function hubServer(): Promise<Hub> {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const name = ['-subj', '/CN=huggingface.co', '-addext', 'subjectAltName=DNS:huggingface.co'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...name],
    { stdio: 'ignore' },
  );
  const seen: Hub['seen'] = [];
  const hub = { seen, answer: (): Answer => undefined } as unknown as Hub & { port: number };
  const server = createTls({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) =>
    reply(request, response),
  );
  rmSync(folder, { recursive: true });
  function reply(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/';
    const cors = {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-expose-headers': EXPOSED,
      vary: 'Origin',
    };
    if (request.method === 'OPTIONS') {
      response.writeHead(204, { ...cors, 'access-control-allow-headers': 'range' }).end();
      return;
    }
    seen.push({ path, headers: request.headers });
    const answer = hub.answer(path);
    if (answer === undefined) return;
    const whole = Buffer.from(answer.body);
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (answer.status !== 200 || from === undefined) {
      response.writeHead(answer.status, { 'content-length': whole.length, ...cors, ...answer.headers });
      response.end(whole);
      return;
    }
    const part = whole.subarray(Number(from), Number(to) + 1);
    response.writeHead(206, {
      ...cors,
      'content-type': 'text/plain',
      'content-length': part.length,
      'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${whole.length}`,
      ...answer.headers,
    });
    response.end(part);
  }
  return Object.assign(hub, { port: await listening(server), close: () => server.close() });
}

export interface Proxy {
  readonly url: string;
  /** Every host that was asked for. */
  readonly asked: string[];
  readonly close: () => void;
}

/** A proxy that refuses whatever is not the Hub, and leads the Hub's name to the loopback one. */
export async function refusingProxy(hub: Hub): Promise<Proxy> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    const host = request.url ?? '';
    asked.push(host);
    if (host !== 'huggingface.co:443') {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const through = connect(hub.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    for (const one of [socket, through]) one.on('error', () => one.destroy());
  });
  const port = await listening(server);
  return { url: `http://127.0.0.1:${port}`, asked, close: () => server.close() };
}
