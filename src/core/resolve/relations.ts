import { familyLine, familyOf } from '../data/families.ts';
import { coreOf } from '../data/model-aliases.ts';
import type { Claim, ClaimOf, Via } from '../model/claim.ts';
import type { Confidence } from '../model/confidence.ts';
import type { Reach } from '../model/license.ts';
import type { RelationEvidence, Step } from '../model/lineage.ts';
import type { Place } from '../model/place.ts';
import { REACH, type Relation } from '../model/relation.ts';
import { holdingsOf, isTop, NOTHING_HELD, type Holdings } from './holdings.ts';

type UpstreamClaim = ClaimOf<'upstream'>;
type FormClaim = ClaimOf<'form'>;

/** What is known of a repository beside its claims. */
export interface Beside {
  readonly files: readonly string[];
  /** False where only a card is at hand: absent files then say nothing. */
  readonly complete: boolean;
  /** The repository's name, with an owner or without, however it is known. */
  readonly name: string;
  /** The card's first heading, where it has one. */
  readonly title?: string | undefined;
}

/** How a repository stands to an upstream: its first step, less the model that it leads to. */
export type Told = Omit<Step, 'to'>;

/** One relation, and what says so. */
interface Say {
  readonly relation: Relation;
  readonly by: RelationEvidence;
}

/**
 * Which file's word on the relation counts first: what a person declared, then what a tool needed to know.
 */
const SAYS_RELATION: readonly Via[] = [
  'front-matter',
  'adapter-config',
  'mergekit',
  'tag',
  'gguf',
  'config-component',
  'model-index',
  'axolotl',
  'template',
  'prose',
];

/** By how much a claim is heard later than others, by its kind of file. */
export const voice = ({ via }: UpstreamClaim) =>
  (SAYS_RELATION.indexOf(via) + SAYS_RELATION.length + 1) % (SAYS_RELATION.length + 1);

/** Relations that bring no weights: a declared base is more than that, whatever a sentence says besides. */
const NO_WEIGHTS: ReadonlySet<Relation> = new Set(['outputs', 'dataset', 'code']);
/** What `base_model` alone leaves open. */
const OPEN: readonly Reach[] = ['derivative', 'quantized', 'adapter'];
/** A name that ends with the format to which a model was quantized. */
const QUANTIZED_NAME = /[-_.](gguf|ggml|gptq|awq|exl[23]|imatrix|nvfp4)(?=$|[-_.])/i;

/** All that is asked of a repository, for whichever of its upstreams. */
interface Scene {
  readonly forms: readonly FormClaim[];
  readonly held: Holdings;
  readonly name: string;
  /** The files hold a model, and no adapter. */
  readonly noAdapter: boolean;
  /** What an adapter's config, a recipe of a merge and the key of the relation say first. */
  readonly config: Claim | undefined;
  readonly recipe: Claim | undefined;
  readonly key: Claim | undefined;
  /** As `mergedBases` counts them. */
  readonly bases: number;
  /** Claims that name a family alone, by its line. */
  readonly ofLine: (line: string) => readonly UpstreamClaim[];
}

/**
 * How a repository stands to the model that a group of claims names, as the Hub infers it where nobody
 * declares it: by what tools had to know, then by the files, then by tags and words. What files tell is
 * certain; tags and words are likely, and leave the rest open.
 */
export function relationTeller(
  claims: readonly Claim[],
  beside: Beside,
): (group: readonly UpstreamClaim[]) => Told {
  const scene = sceneOf(claims, beside);
  return (group) => {
    const declared = declaredIn(group, scene);
    if (declared) return declared;
    const shown = shownFor(group, scene);
    const heard = heardOf(group, scene);
    if (shown) return weighed(shown, heard, group, scene);
    const doubts = group.flatMap(({ relation }) => (relation === 'unsaid' ? [] : [relation]));
    const [first] = heard;
    return first
      ? { ...first, among: openFor([first.relation, ...doubts], scene) }
      : { relation: 'unsaid', among: openFor(doubts, scene) };
  };
}

function sceneOf(claims: readonly Claim[], { files, complete, name }: Beside): Scene {
  const held = complete ? holdingsOf(files) : NOTHING_HELD;
  // The adapter of a checkpoint, or a copy in few bits, lies beside the whole model in many a repository.
  const forms = claims
    .filter((claim) => claim.kind === 'form')
    .filter((form) => held.whole === undefined || !isSure(form) || isOfTop(form));
  const isAdapter =
    held.adapter !== undefined || forms.some((form) => form.relation === 'adapter' && isSure(form));
  const holdsModel = (held.whole ?? held.gguf?.file ?? held.converted) !== undefined;
  const tool = (via: Via) =>
    claims.find(
      (claim) =>
        (claim.kind === 'upstream' || claim.kind === 'form') &&
        claim.via === via &&
        (via !== 'adapter-config' || held.whole === undefined || isTop(claim.place.file)),
    );
  let lines: ReadonlyMap<string | undefined, readonly UpstreamClaim[]> | undefined;
  return {
    forms,
    held,
    name,
    noAdapter: holdsModel && !isAdapter,
    config: tool('adapter-config'),
    recipe: tool('mergekit'),
    key: claims.find((claim) => claim.kind === 'key' && claim.key === 'base_model_relation'),
    bases: mergedBases(claims),
    ofLine: (line) => (lines ??= byLine(claims)).get(line) ?? [],
  };
}

function byLine(claims: readonly Claim[]): ReadonlyMap<string | undefined, readonly UpstreamClaim[]> {
  const lines = new Map<string | undefined, UpstreamClaim[]>();
  for (const claim of claims) {
    if (claim.kind !== 'upstream' || claim.hub) continue;
    const line = familyLine(claim.model);
    const before = lines.get(line);
    if (before === undefined) lines.set(line, [claim]);
    else before.push(claim);
  }
  return lines;
}

const isSure = ({ confidence, via }: FormClaim) => confidence === 'certain' && via !== 'tag';
const isOfTop = ({ place: { file } }: FormClaim) => isTop(file) && !/\.gguf$/i.test(file);

/**
 * What the front matter, and tools that must know, say of this very model; for one that nobody declared, what
 * any file says.
 */
function declaredIn(group: readonly UpstreamClaim[], { key, held }: Scene): Told | undefined {
  const certain = group.filter(({ confidence }) => confidence === 'certain');
  const [claim] = [...(certain.length > 0 ? certain : group)]
    .filter(
      ({ relation, via, place, part }) =>
        relation !== 'unsaid' &&
        part !== 'tokenizer' &&
        !(via === 'adapter-config' && held.whole !== undefined && !isTop(place.file)),
    )
    .sort((a, b) => voice(a) - voice(b));
  if (!claim || claim.relation === 'unsaid') return undefined;
  return { relation: claim.relation, by: evidenceIn(claim, claim.confidence, key) };
}

/** The first thing that the files show of the repository, whichever model it comes from. */
function shownFor(group: readonly UpstreamClaim[], scene: Scene): Say | undefined {
  const { forms, held, name, config, recipe } = scene;
  const { whole, adapter, gguf } = held;
  if (config) return say('adapter', config.place.file, 'certain', config.place);
  if (recipe) return say('merge', `a merge recipe in ${recipe.place.file}`, 'certain', recipe.place);
  const form = forms.find(isSure);
  // What was trained on a model in few bits keeps the block by which that was loaded.
  const sure = form?.tool === 'bitsandbytes' ? 'likely' : 'certain';
  if (form) return say(form.relation, `${form.place.file} (${form.tool})`, sure, form.place);
  if (adapter !== undefined) return say('adapter', adapter, 'certain');
  if (whole !== undefined)
    return group.some(({ model }) => coreOf(model) === coreOf(name))
      ? say('copy', "a name that is the upstream's own", 'likely')
      : say('finetune', `${whole}: whole weights, and no adapter config`, 'certain');
  if (!gguf) return undefined;
  return gguf.bits === 'whole'
    ? say('copy', gguf.file, 'certain')
    : say('quantized', gguf.file, gguf.bits === 'few' ? 'certain' : 'likely');
}

/** What the files show, less sure where words about this model tell something else that files cannot see. */
function weighed(
  shown: Say,
  heard: readonly Say[],
  group: readonly UpstreamClaim[],
  { held: { whole }, noAdapter }: Scene,
): Told {
  const { relation, by } = shown;
  if (relation === 'adapter' || relation === 'merge') return shown;
  const [first] = heard;
  const isDefault = whole !== undefined && relation === 'finetune';
  // A merge is as much a derivative as a fine-tune: words tell which, the file that it is one.
  if (isDefault && first?.relation === 'merge') return { relation: 'merge', by };
  const ofClass = (one: Relation) => REACH[one] === REACH[relation];
  const named = group.flatMap(({ relation: one }) =>
    one === 'unsaid' || (noAdapter && one === 'adapter') ? [] : [one],
  );
  const others = named.filter((one) => !ofClass(one));
  const other = isDefault && first && !ofClass(first.relation) ? first : undefined;
  const agreeing = isDefault && named.some(ofClass);
  if (!other && by.confidence === 'certain' && (others.length === 0 || agreeing)) return shown;
  const told = other ?? shown;
  return {
    relation: told.relation,
    by: { ...told.by, confidence: 'likely' },
    among: classesOf([relation, told.relation, ...others, 'finetune']),
  };
}

/** What tags and words tell, the plainest first. */
function heardOf(group: readonly UpstreamClaim[], scene: Scene): readonly Say[] {
  const forms = (relation: Relation, ...vias: readonly Via[]) =>
    scene.forms
      .filter((form) => form.relation === relation && form.confidence === 'likely' && vias.includes(form.via))
      .map((form) => say(relation, wordsOf(form), 'likely', form.place));
  const named = namedBy(group, scene);
  const ofThis = (relation: Relation) => named.filter((one) => one.relation === relation);
  const format = QUANTIZED_NAME.exec(scene.name)?.[1];
  const quantized = forms('quantized', 'tag');
  const merged = [...forms('merge', 'tag'), ...forms('merge', 'prose')];
  const { bases } = scene;
  const all = [
    ...(['adapter', 'quantized', 'merge'] as const).flatMap((one) => forms(one, 'front-matter')),
    ...(format === undefined ? [] : [say('quantized', `"${format}" in the name`, 'likely')]),
    // Of an adapter it is often said that its base was loaded in few bits.
    ...(quantized.length > 0 ? ofThis('quantized') : []),
    ...forms('adapter', 'tag'),
    ...forms('adapter', 'prose'),
    ...ofThis('adapter'),
    ...(quantized.length === 0 ? merged : []),
    ...named,
    ...(['quantized', 'copy', 'finetune'] as const).flatMap((one) => forms(one, 'prose')),
    ...quantized,
    ...forms('finetune', 'tag'),
    ...(bases > 1 ? [say('merge', `${bases} models in \`base_model\``, 'likely')] : []),
  ];
  return all.filter(
    ({ relation }) => !NO_WEIGHTS.has(relation) && !(scene.noAdapter && relation === 'adapter'),
  );
}

/** What sentences and leftovers say of this model, or of its family where they name that alone. */
function namedBy(group: readonly UpstreamClaim[], { key, ofLine }: Scene): readonly Say[] {
  const family = group[0]?.hub ? familyOf(group[0].model) : undefined;
  const line = family && familyLine(family.name);
  return [...group, ...(line === undefined ? [] : ofLine(line))]
    .sort((a, b) => voice(a) - voice(b))
    .flatMap((claim) =>
      claim.relation === 'unsaid' || claim.via === 'tokenizer' || claim.part === 'tokenizer'
        ? []
        : [{ relation: claim.relation, by: evidenceIn(claim, 'likely', key) }],
    );
}

/**
 * How many bases are declared, where two are of one size, as a merge needs them: a tower and a language model
 * are not.
 */
function mergedBases(claims: readonly Claim[]): number {
  const bases = new Set(
    claims.flatMap((claim) =>
      claim.kind === 'upstream' && claim.via === 'front-matter' ? [claim.model.toLowerCase()] : [],
    ),
  );
  const cores = new Set([...bases].map(coreOf));
  const sizes = [...bases].flatMap((model) => /(?<![a-z0-9.])\d[\d.x]*b(?![a-z0-9])/.exec(model)?.[0] ?? []);
  return cores.size > 1 && new Set(sizes).size < sizes.length ? bases.size : 0;
}

function say(relation: Relation, words: string, confidence: Confidence, place?: Place): Say {
  return { relation, by: { words, confidence, ...(place === undefined ? {} : { place }) } };
}

/** A tag, a key or words, as a report names them. */
function wordsOf({ via, tool, place }: FormClaim): string {
  if (via === 'tag') return `the tag \`${tool}\``;
  return via === 'front-matter' ? `\`library_name: ${tool}\`` : `the words "${tool}" in ${place.file}`;
}

function evidenceIn(
  { via, place, raw, relation }: UpstreamClaim,
  confidence: Confidence,
  key: Claim | undefined,
): RelationEvidence {
  if (via === 'own-name') return { words: `the name ${raw}`, confidence };
  if (via === 'front-matter')
    return { words: '`base_model_relation`', confidence, place: key?.place ?? place, declared: true };
  const words =
    via === 'tag'
      ? `the tag \`base_model:${relation}:${raw}\``
      : via === 'prose'
        ? `the words of ${place.file}`
        : via === 'mergekit'
          ? `a merge recipe in ${place.file}`
          : via === 'axolotl'
            ? `a training config in ${place.file}`
            : place.file;
  return { words, confidence, place };
}

/** The classes that are still open, with those that words bring in. */
function openFor(more: readonly Relation[], { noAdapter }: Scene): readonly [Reach, ...Reach[]] {
  const open = OPEN.filter((reach) => !(noAdapter && reach === 'adapter'));
  return [...new Set([...open, ...more.map((one) => REACH[one])])] as unknown as [Reach, ...Reach[]];
}

function classesOf(relations: readonly Relation[]): readonly [Reach, ...Reach[]] {
  return [...new Set(relations.map((one) => REACH[one]))] as unknown as [Reach, ...Reach[]];
}
