/**
 * How much of what cards plainly say is heard, and what is heard that nobody said.
 *
 *   tsx scripts/measure/prose.ts <cases.json> [--missed]   recall by kind and language, false claims
 *   tsx scripts/measure/prose.ts --cards <folder>    every claim of every card, one a line, to compare
 *
 * A case is `{ id, lang, name, files: { "README.md": text }, claims }`; `claims` holds what the text says:
 * `licenses` of `license`, `upstreams` of `model` and `relation`, `limits`, `providers` (beginnings of ids),
 * `fromScratch`, and `allowed`, what may be heard besides. A bar stands between alternatives.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { familyNamed } from '../../src/core/data/families.ts';
import { familyIn } from '../../src/core/extract/prose/family-names.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { cardClaims } from '../../src/core/extract/card/card.ts';
import { loadMarkdown } from '../../src/core/extract/card/markdown.ts';
import { createContext } from '../../src/core/extract/make-context.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import type { Claim } from '../../src/core/model/claim.ts';

interface Case {
  readonly id: string;
  readonly lang: string;
  readonly name?: string;
  readonly files: Readonly<Record<string, string>>;
  readonly claims: {
    readonly licenses?: readonly { readonly license: string }[];
    readonly upstreams?: readonly { readonly model: string; readonly relation: string }[];
    readonly limits?: readonly string[];
    readonly providers?: readonly string[];
    readonly fromScratch?: boolean;
    readonly allowed?: readonly string[];
  };
}
/** A kind of claim, what it says, and whether a case wants it. */
interface Told {
  readonly kind: string;
  readonly words: string;
}

useDataSource(shippedData);
const catalogue = shippedCatalogue();
await loadMarkdown();

async function claimsOf(text: string, name?: string): Promise<Claim[]> {
  const source = { kind: 'text', file: 'README.md', text, bom: false } as const;
  return (await cardClaims(source, createContext(catalogue, name))).filter(({ via }) => via === 'prose');
}

/** A claim that the cases speak of, in one word. */
function told(claim: Claim): Told[] {
  if (claim.kind === 'license') {
    const { identity, about, whose } = claim;
    const id = identity.is === 'known' ? identity.license.id : identity.is;
    return [{ kind: 'license', words: `${id}/${about}/${whose}` }];
  }
  if (claim.kind === 'upstream') {
    const { model, hub, raw, relation } = claim;
    return [{ kind: 'upstream', words: `${hub ? model : raw}=${relation}` }];
  }
  if (claim.kind === 'use-limit') return [{ kind: 'limit', words: claim.limit }];
  if (claim.kind === 'provider') return [{ kind: 'provider', words: claim.provider }];
  return claim.kind === 'from-scratch' ? [{ kind: 'scratch', words: claim.text.slice(0, 40) }] : [];
}

/** Whether a claim names a model: by its id, or a family by a name that begins with the family's. */
const names = (words: string, model: string) => {
  const heard = (words.split('=')[0] ?? '').toLowerCase();
  const said = model.toLowerCase();
  const folded = (name: string) => name.replace(/^.*\/|^meta-|[\s_-]/g, '');
  return (
    heard === said || (!said.includes('/') && folded(heard).replace(/^meta/, '').startsWith(folded(said)))
  );
};

/** The id of a license that a case calls by another name. */
const anyCard = createContext(catalogue, undefined);
function idOf(name: string): string {
  const identity = anyCard.identify(name);
  return identity.is === 'known' ? identity.license.id : name;
}

/** Of an open model that made data an upstream is claimed; the cases say who gives it. */
const MAKERS: Readonly<Record<string, string>> = {
  Qwen: 'alibaba',
  'meta-llama': 'meta',
  'deepseek-ai': 'deepseek',
  mistralai: 'mistral',
  google: 'google',
  microsoft: 'microsoft',
};
const familyOf = (words: string) => {
  const name = (words.split('=')[0] ?? '').replace(/^.*\//, '');
  const family = familyIn(name);
  return family === undefined ? undefined : familyNamed(family);
};

/** What the cases call otherwise: data of a teacher are its outputs, and what is derived says no more. */
const CALLED: Readonly<Record<string, string>> = { distilled: 'outputs', derived: 'unsaid' };

const cells = new Map<string, { hit: number; all: number }>();
const missed: string[] = [];
const invented: string[] = [];

function count(one: Case, kind: string, isHeard: boolean, what: string): void {
  const key = `${kind}\t${one.lang}`;
  const cell = cells.get(key) ?? { hit: 0, all: 0 };
  cells.set(key, { hit: cell.hit + Number(isHeard), all: cell.all + 1 });
  if (!isHeard) missed.push(`${one.id} ${kind} ${what}`);
}

function score(one: Case, heard: Told[]): void {
  /** Takes what a wanted claim was heard as, however often a card says it. */
  const take = (kind: string, fits: (words: string) => boolean, isEither = false) => {
    const got = heard.find((told) => told.kind === kind && fits(told.words))?.words;
    for (let at = heard.length - 1; at >= 0 && got !== undefined; at -= 1) {
      const { kind: is, words = '' } = heard[at] ?? {};
      if (is === kind && (words === got || (isEither && fits(words)))) heard.splice(at, 1);
    }
    return got;
  };
  const {
    licenses = [],
    upstreams = [],
    limits = [],
    providers = [],
    fromScratch,
    allowed = [],
  } = one.claims;
  for (const { license } of licenses) {
    const ids = license.split('|').flatMap((id) => [id, idOf(id)]);
    const is = (words: string) => ids.some((id) => words.startsWith(`${id}/`));
    count(one, 'license', take('license', is) !== undefined, license);
  }
  for (const { model, relation } of upstreams) {
    const got = take('upstream', (words) => model.split('|').some((name) => names(words, name)));
    count(one, 'upstream', got !== undefined, model);
    if (relation !== 'unsaid')
      count(
        one,
        'relation',
        relation.split('|').some((one) => (CALLED[one] ?? one) === got?.split('=').at(-1)),
        `${model}=${relation}`,
      );
  }
  for (const limit of limits) {
    const kind = limit === 'commercial-by-consent' ? 'consent' : 'limit';
    const is = (words: string) => limit.split('|').includes(words);
    count(one, kind, take('limit', is, true) !== undefined, limit);
  }
  for (const provider of providers) {
    const is = (words: string) => provider.split('|').some((id) => words.startsWith(id));
    const isMaker = (words: string) =>
      words.endsWith('=outputs') && is(MAKERS[familyOf(words)?.owner ?? ''] ?? '');
    const got = take('provider', is) ?? take('upstream', isMaker, true);
    count(one, 'provider', got !== undefined, provider);
  }
  if (fromScratch) count(one, 'scratch', take('scratch', () => true, true) !== undefined, '');
  // A license of neither model, code nor data is heard as such: a paper's, a tool's.
  for (const { kind, words } of heard.filter(({ words: said }) => !said.includes('/other/')))
    if (!allowed.some((may) => isAllowed(may, kind, words))) invented.push(`${one.id} ${kind} ${words}`);
}

/**
 * `N` and `C` allow a limit, `S` from scratch, `L:id/about` a license, `LU:id` one of an upstream, `U:id` an
 * upstream, `P:id` a provider.
 */
function isAllowed(may: string, kind: string, words: string): boolean {
  if (may === 'N' || may === 'C' || may === 'R') return kind === 'limit';
  if (may === 'S') return kind === 'scratch';
  const [, mark, name = ''] = /^(LU|L|U|P):([^=]*)/.exec(may) ?? [];
  if (mark === 'P') return kind === 'provider' && words.startsWith(name);
  if (mark === 'U') return kind === 'upstream' && names(words, name);
  return kind === 'license' && (mark === 'LU' ? words.endsWith('/upstream') : words.startsWith(name));
}

async function recall(file: string, isVerbose: boolean): Promise<void> {
  const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly Case[];
  for (const one of cases) score(one, (await claimsOf(one.files['README.md'] ?? '', one.name)).flatMap(told));
  const langs = [...new Set(cases.map(({ lang }) => lang))];
  console.log(['claim   ', ...langs.map((lang) => lang.padStart(12))].join(' '));
  for (const kind of ['license', 'upstream', 'relation', 'limit', 'consent', 'provider', 'scratch', 'all'])
    console.log(
      [
        kind.padEnd(8),
        ...langs.map((lang) => shown(kind === 'all' ? sum(lang) : cells.get(`${kind}\t${lang}`))),
      ].join(' '),
    );
  console.log(`${invented.length} false claims in ${cases.length} cards`);
  for (const one of invented) console.log(`    ${one}`);
  if (isVerbose) for (const one of missed) console.log(`missed  ${one}`);
}

const shown = (cell: { readonly hit: number; readonly all: number } | undefined) =>
  (cell ? `${cell.hit}/${cell.all} ${Math.floor((100 * cell.hit) / cell.all)}%` : '-').padStart(12);

/** All claims of a language; the relation is part of its upstream. */
function sum(lang: string): { readonly hit: number; readonly all: number } {
  let [hit, all] = [0, 0];
  for (const [key, cell] of cells)
    if (key.endsWith(`\t${lang}`) && !key.startsWith('relation'))
      [hit, all] = [hit + cell.hit, all + cell.all];
  return { hit, all };
}

/** `owner/name<TAB>kind<TAB>what<TAB>the words`, sorted: two runs are compared with `diff`. */
async function list(folder: string): Promise<void> {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('README.md')) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    // `owner/name`, in two folders or in one, `owner--name`.
    const [owner = '', own = ''] = path.split(/[\\/]/).slice(-3, -1);
    const name = own.includes('--') ? own.replace('--', '/') : `${owner}/${own}`;
    const lines = (await claimsOf(text, name)).flatMap((claim) => {
      const { start, end } = 'start' in claim.place ? claim.place : { start: 0, end: 0 };
      const line = text.slice(text.lastIndexOf('\n', start) + 1, start + 160 > end ? start + 160 : end);
      return told(claim).map(
        ({ kind, words }) => `${path}\t${kind}\t${words}\t${line.replace(/\s+/g, ' ').slice(0, 300)}`,
      );
    });
    for (const line of [...new Set(lines)].sort()) console.log(line);
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cards: { type: 'string' }, missed: { type: 'boolean', default: false } },
});
const [file] = positionals;
if (values.cards !== undefined) await list(values.cards);
else if (file !== undefined) await recall(file, values.missed);
else {
  console.error('prose: name a file of cases, or a folder with --cards');
  process.exitCode = 2;
}
