import { frontMatter } from '../../extract/card/front-matter.ts';
import { shownText } from '../../extract/card/shown-text.ts';
import { sameText } from '../../license/texts/text-id.ts';
import type { ClaimOf } from '../../model/claim.ts';
import type { License } from '../../model/license.ts';
import type { Place } from '../../model/place.ts';
import type { TextSource } from '../../model/source.ts';
import { lately } from '../../text/kept.ts';
import { PatternSet } from '../../text/patterns/pattern-set.ts';
import { deniesPhrase, holdsSentence, normalizePhrase, showsPhrase } from '../../text/phrase-search.ts';
import { computedOnce } from './computed-once.ts';
import { besideTexts, LEGAL } from './legal-files.ts';
import { claimsOf, type Material } from './material.ts';

/** What the repository holds: its files, its card, and what stands in them. */
export interface FileFacts {
  /** The paths of all files, relative to the repository, sorted. */
  readonly paths: readonly string[];
  /** Whether one of these files is there; case does not count. */
  readonly has: (...paths: readonly string[]) => boolean;
  /** The model card; undefined where there is none. */
  readonly card: TextSource | undefined;
  /** In which state the card's front matter is: present, absent, empty, broken. */
  readonly frontMatter: ClaimOf<'card'> | undefined;
  /** The card's first heading, and where it stands. */
  readonly title: CardTitle | undefined;
  /** The file NOTICE at the root. */
  readonly notice: TextSource | undefined;
  /** Whether a file, the card or the repository's name is evidence that it holds a model. */
  readonly holdsModel: boolean;
  /** Whether a file by its name holds a use policy. */
  readonly hasUsePolicy: boolean;
  /**
   * Whether the card shows a sentence: headings, links and badges count; code, comments and what is denied
   * do not.
   */
  readonly cardShows: (sentence: string) => boolean;
  /** Whether the card says of a phrase that it does not hold: "not built with X". */
  readonly cardDenies: (phrase: string) => boolean;
  /**
   * Whether the card, even in a code fence, or a license or notice file includes a sentence; case, quotes, ©
   * and spacing do not count.
   */
  readonly includesText: (sentence: string) => boolean;
  /** The same outside of license texts, which quote the notice that they ask for. */
  readonly includesNotice: (sentence: string) => boolean;
  /** The files that hold a license's text, exactly or with changes. */
  readonly licenseTexts: (license: License) => readonly ClaimOf<'license-text'>[];
  /** Whether the card or a legal file links to the text of a license. */
  readonly linksToLicense: (license: License) => boolean;
}

/** The card's first heading. */
export interface CardTitle {
  readonly text: string;
  readonly place: Place;
}

const USE_POLICY = new PatternSet([
  [
    '(?:^|/)(?:prohibited[_-]|acceptable[_-])?use[_-]?(?:age)?[_-]?(?:policy|restrictions?)[^/]*$',
    ['use'],
    ['policy', 'restriction'],
  ],
]);

const MODEL_FILE = new PatternSet([
  [
    '(?:^|/)(?:config|adapter_config|model_index|modules)\\.json$',
    ['config.json', 'model_index.json', 'modules.json'],
  ],
  ['(?:^|/)mergekit[\\w-]*\\.ya?ml$', ['mergekit']],
  ['(?:^|/)modelfile$', ['modelfile']],
  [
    '\\.(?:safetensors|gguf|ggml|onnx|pt|pth|ckpt|bin|h5|msgpack|tflite|nemo|mlmodel|pkl|joblib)$',
    [
      '.safetensors',
      '.gg',
      '.onnx',
      '.pt',
      '.ckpt',
      '.bin',
      '.h5',
      '.msgpack',
      '.tflite',
      '.nemo',
      '.mlmodel',
      '.pkl',
      '.joblib',
    ],
  ],
]);

/** What the files of a repository tell; their texts are folded once, at the first question. */
export function fileFacts(material: Material): FileFacts {
  const { repo, sources, claims } = material;
  const card = sources.find(
    (source): source is TextSource => source.kind === 'text' && source.file === repo.card,
  );
  const texts = computedOnce<FoldedTexts>(foldedTexts(material));
  return computedOnce<FileFacts>({
    paths: () => repo.files,
    has: () => {
      const lower = new Set(repo.files.map((file) => file.toLowerCase()));
      return (...paths) => paths.some((path) => lower.has(path.toLowerCase()));
    },
    card: () => card,
    frontMatter: () => claims.find((claim) => claim.kind === 'card'),
    title: () => card && titleOf(card),
    notice: () =>
      sources.find(
        (source): source is TextSource =>
          source.kind === 'text' && /^notice(?:\.(?:txt|md))?$/i.test(source.file),
      ),
    holdsModel: () => holdsModel(material),
    hasUsePolicy: () => repo.files.some((file) => USE_POLICY.test(file)),
    cardShows: () => (sentence) => texts.shown.some((text) => showsPhrase(text, sentence)),
    cardDenies: () => (phrase) => texts.shown.some((text) => deniesPhrase(text, phrase)),
    includesText: () => (sentence) => texts.legal.some((text) => holdsSentence(text, sentence)),
    includesNotice: () => (sentence) => texts.notices.some((text) => holdsSentence(text, sentence)),
    licenseTexts: () => (license) =>
      claimsOf(claims, 'license-text').filter(({ match }) =>
        match.hits.some((hit) => sameText(hit.id, license.id)),
      ),
    linksToLicense: () => (license) =>
      addressesOf(license).some((url) => texts.lower.some((text) => text.includes(url.toLowerCase()))),
  });
}

/** The texts of card and legal files, folded for each kind of question. */
interface FoldedTexts {
  readonly shown: readonly string[];
  readonly legal: readonly string[];
  readonly notices: readonly string[];
  /** As they stand but for case: an address is looked for in them. */
  readonly lower: readonly string[];
}

function foldedTexts({ repo, sources, claims }: Material) {
  const isCard = (file: string) => file === repo.card;
  const isLegal = (file: string) => isCard(file) || LEGAL.test(file);
  const held = (keep: (file: string) => boolean) =>
    sources.filter((source): source is TextSource => source.kind === 'text' && keep(source.file));
  const cards = (code: boolean) =>
    held(isCard).map(({ text }) => normalizePhrase(shownText(text, code).text));
  // What a notice words may be set as code; what is to be shown may not.
  const withCode = computedOnce<{ readonly cards: readonly string[] }>({ cards: () => cards(true) });
  const beside = (own: (source: TextSource) => string) => [
    ...withCode.cards,
    ...held((file) => LEGAL.test(file) && !isCard(file)).map((source) => normalizePhrase(own(source))),
  ];
  return {
    shown: () => cards(false),
    legal: () => beside(({ text }) => text),
    notices: () => beside((source) => besideTexts(source, claims)),
    lower: () => held(isLegal).map(({ text }) => lowerCase(text)),
  };
}

const lowerCase = lately((text) => text.toLowerCase(), 8);

/** Where the text of a license stands; the catalogue knows more addresses than the license itself. */
function addressesOf(license: License): readonly string[] {
  const further = 'urls' in license ? (license.urls as readonly string[]) : [];
  return license.url === undefined ? further : [license.url.replace(/^https:\/\//, ''), ...further];
}

function titleOf({ file, text }: TextSource): CardTitle | undefined {
  // Within the front matter the mark begins a comment.
  const body = frontMatter(text).bodyStart;
  const found = /^#[ \t]+([^\n]{1,200})/m.exec(text.slice(body));
  if (found?.[1] === undefined) return undefined;
  const start = body + found.index;
  return { text: found[1].trim(), place: { file, start, end: start + found[0].trimEnd().length } };
}

function holdsModel({ repo, claims, name }: Material): boolean {
  return (
    repo.files.some((file) => MODEL_FILE.test(file)) ||
    claims.some(
      (claim) => claim.kind === 'key' || (claim.kind === 'upstream' && claim.confidence === 'certain'),
    ) ||
    name.from === 'flag' ||
    name.from === 'hub' ||
    name.from === 'remote'
  );
}
