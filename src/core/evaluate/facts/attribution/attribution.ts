import type { Claim, ClaimOf } from '../../../model/claim.ts';
import type { Obligation } from '../../../model/finding.ts';
import type { Ancestor, CopyrightLine } from '../../../model/lineage.ts';
import { printable } from '../../../text/outgoing.ts';
import type { Source } from '../../../model/source.ts';
import { frontMatter } from '../../../extract/card/front-matter.ts';
import { shownText } from '../../../extract/card/shown-text.ts';
import { calledIn } from '../../../data/usual-names.ts';
import { canonicalId } from '../../../data/model-aliases.ts';
import { sameOwner, ownerOf } from '../../../data/owners.ts';
import { normalizePhrase } from '../../../text/phrase-search.ts';
import { namesPart } from './named-parts.ts';
import { LEGAL } from '../legal-files.ts';
import { kept } from '../../../text/kept.ts';
import { PatternSet } from '../../../text/patterns/pattern-set.ts';
import { latePattern } from '../../../text/patterns/late-pattern.ts';

type UpstreamClaim = ClaimOf<'upstream'>;

/** What card and legal files say about upstreams, as rules ask for it. */
export interface Attribution {
  /**
   * Whether card, front matter or a legal file names a model: by id or, where that is long enough to be no
   * chance, by its name alone.
   */
  names(model: string): boolean;
  /** Whether they lead to it too: by the id, which is its address on the Hub, or by a link on its name. */
  links(model: string): boolean;
  /** Whether the text itself names a model or leads to it; the front matter, which few readers see, aside. */
  namesInText(model: string): boolean;
  /** Whether they name a part of which no id is known: "Qwen2.5-VL", "other audio encoder". */
  namesPart(model: string): boolean;
  /**
   * Whether card, NOTICE or code tell that something was changed: a relation, a training, a conversion, in
   * words or in metadata.
   */
  readonly tellsChange: boolean;
  /** Whether card or legal files speak of use restrictions: a policy, a clause or a link. */
  readonly tellsRestrictions: boolean;
  /**
   * Towers, encoders and tokenizers that a config takes from elsewhere and nothing names; one for each model.
   */
  readonly components: readonly UpstreamClaim[];
}

const CHANGE = latePattern(
  () =>
    new RegExp(
      [
        String.raw`\b(?:${[
          String.raw`fine-?\s?tun|post-?train|pre-?train|train(?:ed|ing)`,
          String.raw`quanti[sz]|merg(?:e|ed|ing)|adapt(?:er|ed|ation)|lora\b`,
          'modif|chang|convert|conversion|distill|prun',
          'derived|derivative|based on|built (?:on|upon)',
          'alignment|aligned|instruct|abliterat|imatrix|gguf',
        ].join('|')})`,
        '微调|微調|训练|訓練|修改|量化',
        String.raw`파인튜닝|미세\s?조정|학습|변경|수정|양자화`,
        'ファインチューニング|学習|変更|量子化|继续预训练',
      ].join('|'),
      'i',
    ),
);
const RESTRICTIONS = latePattern(
  () =>
    new RegExp(
      [
        String.raw`\b(?:${[
          'use[- ](?:based )?restrictions?|prohibited[- ]uses?|acceptable[- ]use',
          'use[_ -]polic(?:y|ies)|usage polic(?:y|ies)',
          'restricted uses?|out[- ]of[- ]scope|attachment a',
        ].join('|')})\b`,
        String.raw`이용\s?제한|금지된?\s?사용|使用限制|禁止用途|利用制限`,
      ].join('|'),
      'i',
    ),
);
const tellsChange = kept((paragraph) => CHANGE().test(paragraph));
const tellsRestrictions = kept((paragraph) => RESTRICTIONS().test(paragraph));
/** Whether a text tells something in one of its paragraphs: no words stand over the end of one. */
const tells = (one: (paragraph: string) => boolean, text: string) => text.split('\n\n').some(one);

const TOLD_BY_METADATA: ReadonlySet<string> = new Set(['finetune', 'merge', 'quantized', 'adapter']);

/** A link in Markdown or HTML with its words, or a bare address. */
const LINK =
  /\[[^\]\n]{1,200}\]\([^)\s]{1,500}|<a\b[^<>]{1,500}>[^<>]{1,200}|https?:\/\/[^\s<>")\]]{1,500}/gi;

const squeezed = (text: string) => text.toLowerCase().replace(/[^a-z0-9./]/g, '');

/** Builds the answers; texts are folded at the first question. */
export function attributionOf(
  claims: readonly Claim[],
  sources: readonly Source[],
  card: string,
  owner: string | undefined,
): Attribution {
  const textFrom = (cardStart: (text: string) => number) =>
    sources
      .flatMap((source) =>
        source.kind === 'text' && (source.file === card || LEGAL.test(source.file))
          ? [source.file === card ? source.text.slice(cardStart(source.text)) : source.text]
          : [],
      )
      .join('\n');
  let said: string | undefined;
  const text = () => (said ??= textFrom(() => 0));
  let folded: string | undefined;
  const holdsId = (id: string) => (folded ??= squeezed(text())).includes(squeezed(id));
  let body: string | undefined;
  const bodyHolds = (id: string) =>
    (body ??= squeezed(textFrom((whole) => frontMatter(whole).bodyStart))).includes(squeezed(id));
  const shown = () =>
    sources
      .flatMap((source) =>
        source.kind === 'text' && (source.file === card || LEGAL.test(source.file))
          ? [source.file === card ? shownText(source.text).text : source.text]
          : [],
      )
      .join('\n');
  const namesOf = (model: string) => {
    const bare = model.slice(model.indexOf('/') + 1);
    return [model, canonicalId(model), ...(bare.length >= 6 && /\d|-/.test(bare) ? [bare] : [])];
  };
  const names = (model: string) => namesOf(model).some(holdsId);
  const links = (model: string) => {
    if ([model, canonicalId(model)].some(holdsId)) return true;
    const bare = squeezed(model.slice(model.indexOf('/') + 1));
    return [...text().matchAll(LINK)].some(([link]) => squeezed(link).includes(bare));
  };
  return {
    names,
    links,
    namesInText: (model) => namesOf(model).some(bodyHolds),
    namesPart: (model) => namesPart(text(), model),
    get tellsChange() {
      return (
        claims.some(
          (claim) =>
            (claim.kind === 'upstream' &&
              claim.via === 'front-matter' &&
              TOLD_BY_METADATA.has(claim.relation)) ||
            (claim.kind === 'form' && claim.relation === 'quantized'),
        ) || tells(tellsChange, shown())
      );
    },
    get tellsRestrictions() {
      return tells(tellsRestrictions, shown());
    },
    get components() {
      const found = claims.filter(
        (claim): claim is UpstreamClaim =>
          claim.kind === 'upstream' &&
          claim.relation === 'component' &&
          claim.via !== 'prose' &&
          claim.via !== 'front-matter' &&
          (claim.hub || claim.via === 'remote-code') &&
          !sameOwner(ownerOf(claim.model), owner),
      );
      return found.filter(
        (claim, index) =>
          !names(claim.model) &&
          !(claim.hub ? calledIn(text(), claim.model) : namesPart(text(), claim.model)) &&
          found.findIndex((other) => other.model === claim.model) === index,
      );
    },
  };
}

/**
 * A copyright line that is on record of an upstream, with the terms that ask to keep it, the plainest first.
 */
export interface KeptLine {
  readonly line: CopyrightLine;
  readonly obligations: readonly [Obligation, ...Obligation[]];
}

/**
 * Every line once, however many upstreams bear it, and the nearest of these. A line of a NOTICE is owed to
 * the duty that speaks of notices.
 */
export function keptLines(byAncestor: ReadonlyMap<Ancestor, readonly Obligation[]>): readonly KeptLine[] {
  const found = new Map<string, KeptLine>();
  for (const [{ resolution, path }, all] of byAncestor) {
    for (const told of resolution.is === 'found' ? (resolution.copyright ?? []) : []) {
      // A lock says it: one line of a notice, and no more.
      const line = { ...told, line: printable(told.line) };
      const ofNotice = /^notice/i.test(line.file);
      const asked = all.filter(
        ({ term }) =>
          term.kind === 'keep-copyright' ||
          (term.kind === 'keep-notices' && (ofNotice || term.when === undefined)),
      );
      const weight = (owed: Obligation) =>
        (owed.open ? 2 : 0) + ((owed.term.kind === 'keep-notices') === ofNotice ? 0 : 1);
      const [first, ...others] = [...asked].sort((a, b) => weight(a) - weight(b));
      const before = found.get(normalizePhrase(line.line));
      const nearer =
        before === undefined ||
        (first !== undefined &&
          (Number(first.open) < Number(before.obligations[0].open) ||
            (first.open === before.obligations[0].open &&
              path.length < before.obligations[0].ancestor.path.length)));
      if (first && nearer) found.set(normalizePhrase(line.line), { line, obligations: [first, ...others] });
    }
  }
  return [...found.values()];
}

/**
 * Words by which a repository's name tells that it holds the same model in another form; its card is often
 * the upstream's own.
 */
const REPACKED = new PatternSet([
  [
    '(?:^|[-_.])(?:gguf|ggml|gptq|awq|exl[23]|mlx|bnb|fp8|int[48]|[48]bit|onnx|imatrix|quantized)(?=$|[-_.])',
    ['gguf', 'ggml', 'gptq', 'awq', 'exl', 'mlx', 'bnb', 'fp8', 'int', 'bit', 'onnx', 'imatrix', 'quantized'],
  ],
]);
/** Words before "trained from scratch" by which it is said of a part, or of what is only compared with. */
const PARTS = [
  'tokeni[sz]er|vocab(?:ulary)?|projector|connector|aligner|encoder|decoder',
  'embeddings?|heads?|classifier|adapter|layers?|modules?',
  'vae|vocoder|codec|router|reward model|baselines?',
].join('|');
const OF_A_PART = latePattern(
  () =>
    new RegExp(
      [
        String.raw`\b(?:${PARTS})\b[^.!?\n]{0,40}$`,
        String.raw`\b(?:than|compared (?:to|with)|unlike|versus|instead of)\b[^.!?\n]{0,60}$`,
        String.raw`(?:토크나이저|인코더|프로젝터|어휘)[^.\n]{0,20}$`,
        String.raw`(?:分词器|编码器|词表|トークナイザー?|エンコーダー?)[^。\n]{0,20}$`,
      ].join('|'),
      'i',
    ),
);
const OF_THE_MODEL = /\b(?:this|the|our) (?:[\w.-]+ ){0,3}model\b[^.!?\n]*$|\bmodels? and\b[^.!?\n]*$/i;

/** Whether a sentence says it of the model, and not of its tokenizer alone. */
function isOfModel(sources: readonly Source[], { place, text }: ClaimOf<'from-scratch'>): boolean {
  const source = sources.find(({ file }) => file === place.file);
  if (source?.kind !== 'text' || !('start' in place)) return true;
  const sentence = source.text.slice(place.start, place.end);
  const before = sentence.slice(0, Math.max(0, sentence.indexOf(text)));
  return !OF_A_PART().test(before) || OF_THE_MODEL.test(before);
}

const NOT_WEIGHTS: ReadonlySet<string> = new Set(['component', 'code', 'dataset', 'output']);

interface Scene {
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly ancestors: readonly Ancestor[];
  readonly name: string;
  readonly owner: string | undefined;
  /** Parts from elsewhere that nothing names. */
  readonly components: readonly UpstreamClaim[];
}

/** A statement that the model was made from scratch, and what stands beside it. */
export interface Scratch {
  readonly claim: ClaimOf<'from-scratch'>;
  readonly upstream: UpstreamClaim;
}

/**
 * "Trained from scratch", where a person wrote it of this model, beside an upstream of its weights that is
 * declared or that a tool wrote down, or beside a tower that a config takes from elsewhere and the card does
 * not name. A copied card speaks of its own model: a sentence that names the upstream, or stands in a
 * repository that only repacks it, says nothing of this one; nor does a model of the same owner.
 */
export function scratchBeside({
  claims,
  sources,
  ancestors,
  name,
  owner,
  components,
}: Scene): readonly Scratch[] {
  if (REPACKED.test(name) || claims.some((claim) => claim.kind === 'form' && claim.relation === 'quantized'))
    return [];
  const weights = ancestors.find(
    ({ hub, model, path, reach, claims: named }) =>
      hub &&
      path.length === 1 &&
      !sameOwner(ownerOf(model), owner) &&
      !reach.some((one) => NOT_WEIGHTS.has(one)) &&
      reach.some((one) => one === 'derivative' || one === 'adapter') &&
      named.some(({ via, confidence }) => via !== 'prose' && confidence === 'certain'),
  );
  const upstream =
    weights?.claims[0] ??
    components.find(({ via, confidence }) => via === 'config-component' && confidence !== 'possible');
  if (!upstream) return [];
  const stem = /[a-z]{3,}/i.exec(upstream.model.slice(upstream.model.indexOf('/') + 1))?.[0].toLowerCase();
  const claim = claims.find(
    (one): one is ClaimOf<'from-scratch'> =>
      one.kind === 'from-scratch' &&
      one.via !== 'template' &&
      isOfModel(sources, one) &&
      !(stem !== undefined && paragraphAt(sources, one).includes(stem)),
  );
  return claim ? [{ claim, upstream }] : [];
}

/** The paragraph in which a claim stands, in lower case; at most a thousand characters to each side. */
function paragraphAt(sources: readonly Source[], { place }: Claim): string {
  const source = sources.find(({ file }) => file === place.file);
  if (source?.kind !== 'text' || !('start' in place)) return '';
  const before = source.text.slice(Math.max(0, place.start - 1000), place.start);
  const after = source.text.slice(place.start, place.end + 1000);
  return `${before.slice(before.lastIndexOf('\n\n') + 1)}${after.split('\n\n')[0] ?? ''}`.toLowerCase();
}
