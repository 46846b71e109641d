import type { Claim } from '../../model/claim.ts';
import { weakest } from '../../model/confidence.ts';
import type { Place } from '../../model/place.ts';
import type { TextSource } from '../../model/source.ts';
import type { Context } from '../context.ts';
import { frontMatter, withoutResults } from './front-matter.ts';
import { keyClaims } from './card-keys.ts';
import { parseYaml } from '../configs/located-data.ts';
import { gateClaims, proseClaims } from '../prose/prose.ts';

/**
 * What a model card says: its front matter, then its text. The Markdown parser is loaded only where a text
 * can hold a claim.
 */
export async function cardClaims(source: TextSource, context: Context): Promise<Claim[]> {
  const front = frontClaims(source, context);
  const bases = front.flatMap((claim) => (claim.kind === 'upstream' && claim.hub ? [claim.model] : []));
  const body = await proseClaims(source, frontMatter(source.text).bodyStart, { ...context, bases });
  return withTemplates([...front, ...(await gateClaims(source, front, context)), ...body]);
}

/** What a further card may say anew; its keys, blanks and links are the card's own affair. */
const TOLD: ReadonlySet<Claim['kind']> = new Set([
  'license',
  'upstream',
  'use-limit',
  'from-scratch',
  'split-licensing',
  'provider',
  'dataset',
  'form',
]);

/**
 * What a card beside the card says, `MODEL_CARD.md` or one in another language. The Hub reads none of its
 * front matter, so that is as good as its text.
 */
export async function furtherCardClaims(source: TextSource, context: Context): Promise<Claim[]> {
  const claims = await cardClaims(source, context);
  return claims.flatMap((claim): Claim[] => {
    if (!TOLD.has(claim.kind)) return [];
    return claim.via === 'front-matter'
      ? [{ ...claim, via: 'prose', confidence: weakest(claim.confidence, 'likely') }]
      : [claim];
  });
}

/** The front matter's claims, the state of the block first. */
export function frontClaims(source: TextSource, context: Context): Claim[] {
  const { file, text } = source;
  const block = frontMatter(text);
  const place = { file, ...block.at };
  const card = { kind: 'card', via: 'front-matter', confidence: 'certain' } as const;
  const bom = source.bom && block.state === 'present' ? [byteOrderMark(place)] : [];
  if (block.state !== 'present' || !block.yaml)
    return [{ ...card, place, state: block.state, detail: block.detail, recovered: false }, ...bom];

  const ends: Claim[] =
    block.detail === ''
      ? []
      : [
          {
            kind: 'unreadable',
            place,
            confidence: 'likely',
            via: 'front-matter',
            what: block.detail,
            hint: 'Save the file with plain line ends',
          },
        ];
  const { docs, problem, problemAt, runsOnAt, isBeyondLimits } = parseYaml({
    file,
    base: block.yaml.start,
    text: withoutResults(text.slice(block.yaml.start, block.yaml.end)).replace(/\r(?=\r)/g, ' '),
  });
  const [root] = docs;
  if (!problem) ends.push(...tabClaims(source, block.yaml));
  if (runsOnAt !== undefined) {
    const spot = Math.min(Math.max(runsOnAt, place.start), text.length);
    ends.push({
      kind: 'unreadable',
      place: { file, start: spot, end: spot },
      confidence: 'likely',
      via: 'front-matter',
      what: 'Quoted text runs on at the start of a line, which strict YAML readers refuse',
      hint: 'Indent its lines, or write them as a block behind `|`',
    });
  }
  if (problem) {
    const recovered = root?.is === 'map' && root.entries.length > 0;
    const broken: Claim = {
      ...card,
      place: problemAt === undefined ? place : restOfLine(source, Math.max(problemAt, place.start)),
      state: isBeyondLimits ? 'unreadable' : 'broken',
      detail: `Front matter ${problem.what}${problem.hint === undefined ? '' : `: ${problem.hint}`}`,
      recovered,
    };
    return [broken, ...(recovered ? keyClaims(root, context) : []), ...bom, ...ends];
  }
  if (root === undefined || (root.is === 'scalar' && root.value === null))
    return [{ ...card, place, state: 'empty', detail: 'Front matter is empty', recovered: false }, ...bom];
  if (root.is !== 'map')
    return [
      {
        ...card,
        place: root.place,
        state: 'not-a-mapping',
        detail: 'Front matter is no mapping of keys to values',
        recovered: false,
      },
      ...bom,
    ];
  return [
    { ...card, place, state: 'present', detail: '', recovered: true },
    ...keyClaims(root, context),
    ...bom,
    ...ends,
  ];
}

/** Where text stands in a file. */
type Span = Extract<Place, { start: number }>;

const byteOrderMark = (place: Span): Claim => ({
  kind: 'unreadable',
  place,
  confidence: 'certain',
  via: 'front-matter',
  what: `"${place.file}" begins with a byte order mark: huggingface_hub reads no metadata from it`,
  hint: 'Save the file as UTF-8 without a byte order mark',
});

/** From an offset to the end of its line. */
function restOfLine({ file, text }: TextSource, offset: number): Span {
  const start = Math.min(offset, text.length);
  return { file, start, end: start + (/[\r\n]|$/.exec(text.slice(start))?.index ?? 0) };
}

/**
 * A tab between the signs of a line at the margin, where Python's reader ends in an error (YAML 1.1: only
 * blanks part tokens). Quoted values, comments and what stands indented within a block may hold tabs.
 */
const TAB = /^(?:-|[\w.-]+:)(?: *| +[^\s"'#|>[{&!][^\r\n"'#\t]*)\t/m;

function tabClaims(
  { file, text }: TextSource,
  yaml: { readonly start: number; readonly end: number },
): Claim[] {
  const hit = TAB.exec(text.slice(yaml.start, yaml.end));
  if (!hit) return [];
  const end = yaml.start + hit.index + hit[0].length;
  return [
    {
      kind: 'unreadable',
      place: { file, start: end - 1, end },
      confidence: 'certain',
      via: 'front-matter',
      what: 'A tab stands where YAML takes only blanks: huggingface_hub reads no metadata from this card',
      hint: 'Write a blank in place of the tab',
    },
  ];
}

/** A license that a tool's template writes into every card, told by the template's other words. */
function withTemplates(claims: Claim[]): Claim[] {
  const tools = new Set(
    claims.flatMap((claim) => (claim.kind === 'form' && claim.via === 'template' ? [claim.tool] : [])),
  );
  const kept = claims.filter(
    (claim) => !(claim.kind === 'form' && claim.via === 'template' && DEFAULTS.has(claim.tool)),
  );
  return kept.map((claim) => {
    if (claim.kind !== 'license' || claim.via !== 'front-matter') return claim;
    const tool = [...tools].find((one) => DEFAULTS.get(one) === claim.raw);
    return tool === undefined ? claim : { ...claim, template: tool };
  });
}

/** What tools write when nobody chose (unsloth `save.py`, autotrain-advanced `utils.py`). */
const DEFAULTS = new Map([
  ['Unsloth', 'apache-2.0'],
  ['AutoTrain', 'other'],
]);
