import type { License } from '../../core/model/license.ts';
import type { HubClient } from '../../core/hub/hub-repo.ts';
import { decode } from '../../core/read/decode-text.ts';
import { VERSION } from '../../core/version.ts';
import { hubAccess, type Env } from './auth.ts';
import { send } from './http.ts';
import { Budget } from './request-budget.ts';

/** A text that was brought, or why not. */
export type Page =
  { readonly is: 'text'; readonly text: string } | { readonly is: 'none'; readonly why: string };

/** License texts are short; what is longer is something else. */
const LONGEST = 512 * 1024;
const TIMEOUT = 10_000;
/** Milliseconds of waiting for all texts of a run together. */
const TOTAL = 30_000;
/** Addresses that are tried for one license. */
const MOST = 3;

const none = (why: string): Page => ({ is: 'none', why });

const spdxText = (id: string) =>
  `https://raw.githubusercontent.com/spdx/license-list-data/main/text/${id}.txt`;

/**
 * The address at which the maker of a license has its plain text, where the address that people cite shows a
 * page around it; the address itself where nothing better is known.
 */
export function plainAddress(url: string): string {
  const address = /^https?:\/\//.test(url) ? url : `https://${url}`;
  const [, host = '', path = ''] = /^https?:\/\/(?:www\.)?([^/]+)\/?(.*)$/.exec(address) ?? [];
  if (host === 'github.com' && path.includes('/blob/'))
    return `https://raw.githubusercontent.com/${path.replace('/blob/', '/')}`;
  if (host === 'huggingface.co' && path.includes('/blob/'))
    return `https://huggingface.co/${path.replace('/blob/', '/resolve/')}`;
  if (host === 'spdx.org') return spdxText(path.replace(/^licenses\//, '').replace(/\.html$/, ''));
  if (host === 'apache.org' && /^licenses\/LICENSE-[\d.]+$/.test(path)) return `${address}.txt`;
  if (host === 'gnu.org') return address.replace(/(?:\.(?:en\.)?html)?(?:#.*)?$/, '.txt');
  if (host === 'creativecommons.org')
    return `https://${host}/${path.replace(/\/(?:deed|legalcode)?(?:\.\w+)*$/, '')}/legalcode.txt`;
  return address;
}

/**
 * The text of a license from the address that its data names; addresses of the Hub go through the client,
 * with the user's token.
 */
export async function licensePage(
  { url, ...license }: License,
  env: Env,
  client: HubClient,
  budget = pageBudget(),
): Promise<Page> {
  const others =
    'urls' in license
      ? (license.urls as readonly string[]).filter(
          (one) => plainAddress(one) !== `https://${one}` || one.endsWith('.txt'),
        )
      : [];
  const addresses = [...new Set([...(url === undefined ? [] : [url]), ...others].map(plainAddress))].slice(
    0,
    MOST,
  );
  let first: Page | undefined;
  for (const address of addresses) {
    const hub = /^https:\/\/huggingface\.co\/(.+\/resolve\/.+)$/.exec(address)?.[1];
    const page = hub === undefined ? await pageAt(address, env, budget) : await fileOn(client, hub);
    if (page.is === 'text') return page;
    first ??= page;
  }
  return first ?? none('no address of it is on record');
}

async function fileOn(client: HubClient, path: string): Promise<Page> {
  const answer = await client.get(`/${path}`, { from: 0, limit: LONGEST });
  return answer.is === 'failed'
    ? none(`${path.split('/resolve/')[0] ?? path} on the Hub: ${answer.detail ?? answer.why}`)
    : textIn(answer.body, `huggingface.co/${path}`);
}

/** The waiting that a run may do for license texts. */
export const pageBudget = () => new Budget(TOTAL);

/** One GET without token or cookie, of bounded size and time. Never throws. */
export async function pageAt(address: string, env: Env, budget = pageBudget()): Promise<Page> {
  const { offline } = await hubAccess(env);
  if (offline !== undefined) return none(`${offline} is set`);
  if (!URL.canParse(address)) return none(`"${address}" is no address`);
  const left = budget.left();
  if (left < 1) return none(`the ${budget.total / 1000} s for license texts are used up`);
  const out = {
    url: address,
    token: undefined,
    headers: {
      'user-agent': `licet/${VERSION}`,
      accept: 'text/plain, */*;q=0.1',
      'accept-encoding': 'identity',
    },
    limit: LONGEST,
    from: undefined,
    framed: true,
    timeout: Math.min(TIMEOUT, left),
  };
  const came = await budget.spend(() => send(out));
  if (came.is === 'broken') return none(came.detail);
  return came.status === 200 ? textIn(came.body, address) : none(`${address} answers ${came.status}`);
}

function textIn(body: Uint8Array, address: string): Page {
  const { text, binary } = decode(body);
  if (binary || text.startsWith('%PDF')) return none(`${address} is no text file`);
  return /^\s*<(?:!doctype|html|\?xml|head|body)/i.test(text)
    ? none(`${address} is a web page, not the plain text`)
    : { is: 'text', text };
}
