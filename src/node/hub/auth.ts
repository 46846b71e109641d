import { homedir } from 'node:os';
import { join } from 'node:path';
import { readPlain } from '../fs/plain-file.ts';
import { isLoopback } from './loopback.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** How the Hub is to be reached from this machine. */
export interface HubAccess {
  /** Without a closing slash. */
  readonly endpoint: string;
  /** True for the Hub itself, false for a mirror that `HF_ENDPOINT` names. */
  readonly isHub: boolean;
  readonly token?: string;
  /** Why the token that is set is not sent. */
  readonly withheld?: string;
  /** That a proxy is set which is not used. */
  readonly idle?: string;
  /** The variable that forbids the network. */
  readonly offline?: string;
  /** Why nothing can be asked at all: a setting that cannot be meant. */
  readonly problem?: { readonly why: 'unreachable' | 'bad-token'; readonly detail: string };
}

const HUB = 'https://huggingface.co';
/** Allows the token to go to another machine over plain http, where everybody on the way can read it. */
const HTTP_TOKEN = 'LICET_HTTP_TOKEN';
const TRUE = /^(?:1|on|yes|true)$/i;
/** Longer files are no tokens. */
const TOKEN_FILE_LIMIT = 64 * 1024;

/** As huggingface_hub reads switches (`constants.py`). */
function isOn(env: Env, name: string): boolean {
  return TRUE.test(env[name]?.trim() ?? '');
}

function home(env: Env): string {
  return env['HOME'] || env['USERPROFILE'] || homedir();
}

/** `~` and variables, which huggingface_hub expands in paths. */
function expanded(path: string, env: Env): string {
  return path
    .replace(/^~(?=$|[\\/])/, () => home(env))
    .replace(
      /\$(?:(\w+)|\{(\w+)\})/g,
      (whole, plain: string | undefined, braced: string | undefined) => env[plain ?? braced ?? ''] ?? whole,
    );
}

/** The user's cache folder, as the XDG base directories say. */
export function userCache(env: Env): string {
  return env['XDG_CACHE_HOME'] ? expanded(env['XDG_CACHE_HOME'], env) : join(home(env), '.cache');
}

function hfHome(env: Env): string {
  return env['HF_HOME'] ? expanded(env['HF_HOME'], env) : join(userCache(env), 'huggingface');
}

/**
 * Where huggingface_hub keeps what it downloaded: `HF_HUB_CACHE`, `HUGGINGFACE_HUB_CACHE`, `HF_HOME`, in this
 * order.
 */
export function hubCacheFolder(env: Env): string {
  const said = env['HF_HUB_CACHE'] || env['HUGGINGFACE_HUB_CACHE'];
  return said ? expanded(said, env) : join(hfHome(env), 'hub');
}

/** Endpoint, token and switches, from the environment and the token file. Never throws. */
export async function hubAccess(env: Env): Promise<HubAccess> {
  const offline = ['HF_HUB_OFFLINE', 'TRANSFORMERS_OFFLINE'].find((name) => isOn(env, name));
  const endpoint = endpointOf(env['HF_ENDPOINT']?.trim() ?? '');
  const idle = idleProxy(env, endpoint ?? HUB);
  const switches = { ...(offline === undefined ? {} : { offline }), ...(idle === undefined ? {} : { idle }) };
  if (endpoint === undefined)
    return {
      endpoint: HUB,
      isHub: true,
      ...switches,
      problem: { why: 'unreachable', detail: 'HF_ENDPOINT is no plain http address' },
    };
  const access = { endpoint, isHub: endpoint === HUB, ...switches };
  const token = tokenOf(env);
  if (token === undefined) return access;
  // Anything else cannot stand in a header, and the error of the runtime would repeat it.
  if (!/^[\x21-\x7e]{1,4096}$/.test(token))
    return {
      ...access,
      problem: { why: 'bad-token', detail: 'HF_TOKEN holds characters that no token has' },
    };
  if (!isConfidential(endpoint) && !isOn(env, HTTP_TOKEN))
    return { ...access, withheld: `the token was not sent over plain http (${HTTP_TOKEN}=1 sends it)` };
  return { ...access, token };
}

/** Whether nobody on the way can read along: https, or this machine itself. */
function isConfidential(endpoint: string): boolean {
  const url = new URL(endpoint);
  return url.protocol === 'https:' || isLoopback(url);
}

/**
 * Node's `fetch` takes no notice of a proxy of the environment unless it is told to, which Node before 22.21
 * cannot be.
 */
function idleProxy(env: Env, endpoint: string): string | undefined {
  const { protocol } = new URL(endpoint);
  const set = [protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY', 'ALL_PROXY']
    .flatMap((name) => [name, name.toLowerCase()])
    .find((name) => env[name]?.trim());
  if (
    set === undefined ||
    env['NODE_USE_ENV_PROXY'] === '1' ||
    /--use-env-proxy\b/.test(env['NODE_OPTIONS'] ?? '')
  )
    return undefined;
  return `${set} is set, which Node uses only with NODE_USE_ENV_PROXY=1, from Node 22.21 or 24 on`;
}

/** undefined for what is no http address, or carries a name, a password or a query. */
function endpointOf(said: string): string | undefined {
  if (said === '') return HUB;
  try {
    const url = new URL(said);
    if (
      !/^https?:$/.test(url.protocol) ||
      url.username !== '' ||
      url.password !== '' ||
      url.search !== '' ||
      url.hash !== ''
    )
      return undefined;
    // The short host is the same site and only redirects, which would cost the token.
    if (/^(?:www\.)?(?:hf\.co|huggingface\.co)$/.test(url.host)) return HUB;
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  } catch {
    return undefined;
  }
}

/** `HF_TOKEN`, its old name, the token file; none where implicit tokens are switched off. */
function tokenOf(env: Env): string | undefined {
  if (isOn(env, 'HF_HUB_DISABLE_IMPLICIT_TOKEN')) return undefined;
  const said = env['HF_TOKEN']?.trim() || env['HUGGING_FACE_HUB_TOKEN']?.trim();
  if (said) return said;
  const path = env['HF_TOKEN_PATH'] ? expanded(env['HF_TOKEN_PATH'], env) : join(hfHome(env), 'token');
  const read = readPlain(path, TOKEN_FILE_LIMIT);
  // No file is the usual case; one that cannot be read helps nobody either.
  return read.is === 'read' ? read.bytes.toString('utf8').trim() || undefined : undefined;
}
