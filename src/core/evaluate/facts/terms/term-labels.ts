import type { ClaimOf } from '../../../model/claim.ts';
import type { License, Term } from '../../../model/license.ts';
import type { Failure } from '../../../model/lineage.ts';
import type { Relation } from '../../../model/relation.ts';

const figure = (value: number) =>
  value >= 1_000_000 && value % 1_000_000 === 0 ? `${value / 1_000_000} million` : String(value);

/**
 * Each kind of term in a few words, as they stand after "drops". A new kind does not compile until it is
 * here.
 */
const LABELS: { readonly [K in Term['kind']]: (term: Extract<Term, { kind: K }>) => string } = {
  'include-license': () => 'the license copy',
  notice: () => 'the notice',
  phrase: ({ texts }) => `the phrase "${texts[0] ?? ''}"`,
  'name-prefix': ({ text }) => `the name prefix "${text}"`,
  'name-avoid': ({ text }) => `the bar on a name that leads with "${text}"`,
  'mark-changes': () => 'the statement of changes',
  'same-license': () => 'the same-license duty',
  'pass-on-restrictions': () => 'the duty to pass on use restrictions',
  'keep-notices': () => 'the retained notices',
  'keep-copyright': () => 'the retained copyright line',
  credit: () => 'the credit',
  acknowledge: () => 'the acknowledgement',
  'disclose-source': () => 'the source duty',
  'network-source': () => 'the source duty over a network',
  'no-further-restrictions': () => 'the bar on further restrictions',
  'no-conflicting-terms': () => 'the bar on conflicting terms',
  'keep-model-card': () => 'the model card duty',
  'product-display': ({ texts }) =>
    `the display of ${texts[0] === undefined ? "the model's name" : `"${texts[0]}"`}`,
  'disclose-ai-output': () => 'the disclosure of AI output',
  'content-filter': () => 'the content filter',
  'no-endorsement': () => 'the no-endorsement clause',
  advertise: () => 'the acknowledgement in advertising',
  'patent-termination': () => 'the end of rights for patent suits',
  assent: () => 'the express assent',
  'keep-original': () => 'the original kept alongside',
  'choice-of-law': () => 'the choice of law',
  'non-commercial': () => 'the non-commercial limit',
  'research-only': () => 'the research-only limit',
  'no-commercial-distribution': () => 'the limit on commercial distribution',
  'no-redistribution': () => 'the bar on redistribution',
  'no-derivatives': () => 'the bar on derivatives',
  'no-hosting': () => 'the bar on hosting',
  'no-training-on-outputs': () => 'the limit on training with outputs',
  'no-competing-use': () => 'the limit on competing use',
  'use-policy': () => 'the use policy',
  'monthly-users': ({ above }) => `the limit of ${figure(above)} monthly users`,
  revenue: ({ above, currency }) => `the revenue limit of ${figure(above)} ${currency}`,
  territory: ({ excludes }) => `the territory limit (${excludes.join(', ')})`,
  registration: () => 'the registration',
  'field-of-use': () => 'the barred uses',
  'computational-use-only': () => 'the limit to computational use',
};

/** A term in a few words. */
export function label(term: Term): string {
  const words: (term: never) => string = LABELS[term.kind];
  return words(term as never);
}

/** A section as reports show it: `§1.b.i`, but `Attachment A` as it is. */
export function section(text: string): string {
  return /^[\d(]|^[ivxlIVXL]+[.(]/.test(text) ? `§${text}` : text;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  return items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;
}

/**
 * What the front matter says to declare a license, in Markdown. A license outside the Hub's list is `other`
 * with a name.
 */
export function declaration(license: License): string {
  const [hub] = license.hub;
  const spelled =
    'names' in license
      ? (license.names as readonly string[]).find((name) => /^[a-z0-9][a-z0-9.-]+$/.test(name))
      : undefined;
  return hub === undefined
    ? `\`license: other\` with \`license_name: ` +
        `${spelled === undefined || spelled.startsWith(license.id) ? license.id : spelled}\` and ` +
        `\`license_link\``
    : `\`license: ${hub}\``;
}

/** How this repository stands to an upstream, as a noun. */
export const RELATION_WORDS: Readonly<Record<Relation | 'unsaid', string>> = {
  copy: 'copy',
  finetune: 'fine-tune',
  merge: 'merge',
  quantized: 'quantized',
  adapter: 'adapter',
  component: 'component',
  outputs: 'outputs',
  dataset: 'dataset',
  code: 'code',
  unsaid: 'relation unspecified',
};

/** Why nothing is known of an upstream, and what to do about it. */
export const FAILURE_WORDS: Readonly<Record<Failure, { readonly why: string; readonly hint: string }>> = {
  offline: {
    why: 'it is not in the snapshot and licet is offline',
    hint: 'Run with `--online`, or record the fact under `facts` in the config',
  },
  'not-found': { why: 'the Hub has no such model', hint: 'Correct the id' },
  'private-or-missing': {
    why: 'the Hub shows it to nobody without access: missing, renamed or private',
    hint: 'Check the id, or set `HF_TOKEN`',
  },
  gated: {
    why: 'it is gated and access was not granted',
    hint: 'Ask for access and set `HF_TOKEN`, or record the fact under `facts` in the config',
  },
  disabled: { why: 'the Hub disabled it', hint: 'Record the fact under `facts` in the config' },
  'bad-token': { why: 'the Hub refused the token', hint: 'Renew `HF_TOKEN`' },
  'rate-limited': {
    why: 'the Hub asked to wait',
    hint: 'Try again later, or set `HF_TOKEN` for a higher limit',
  },
  unreachable: { why: 'the Hub could not be reached', hint: 'Check the network, or `HF_ENDPOINT`' },
  'no-license': {
    why: 'it declares no license',
    hint: 'Ask its owner, or record the fact under `facts` in the config',
  },
  'not-a-hub-id': { why: 'it is named by no Hub id', hint: 'Name the exact model in `base_model`' },
};

/** What a text says of the use of its model, to stand behind other words. */
export const LIMIT_WORDS: Readonly<Record<ClaimOf<'use-limit'>['limit'], string>> = {
  'non-commercial': 'the text allows non-commercial use only',
  'research-only': 'the text allows research only',
  'commercial-by-consent': 'the text asks for consent to commercial use',
};
