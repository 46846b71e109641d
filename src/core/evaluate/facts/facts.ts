import type { Policy } from '../../config/config.ts';
import type { Claim, ClaimKind, ClaimOf } from '../../model/claim.ts';
import type { Obligation } from '../../model/finding.ts';
import type { DutyKind, DutyOf, License, Limit, Term } from '../../model/license.ts';
import type { Ancestor, Resolution } from '../../model/lineage.ts';
import type { Place } from '../../model/place.ts';
import type { Repo, RepoKind, RepoName } from '../../model/repo.ts';
import { frontMatter } from '../../extract/card/front-matter.ts';
import type { Source, TextSource } from '../../model/source.ts';
import type { Catalogue } from '../../data/catalogue.ts';
import { spellingOf, type Spelling } from '../../license/names/hub-id-suggestion.ts';
import { isLimit } from '../../license/compat/term-coverage.ts';
import { ownerOf } from '../../data/owners.ts';
import { codeAttribution } from './attribution/code-attribution.ts';
import {
  declaredOf,
  ownStatements,
  ownTexts,
  undeclaredTerms,
  type DeclaredLicense,
} from './claims/declared-license.ts';
import { beginsWith, termClashes, keepsLicensorsName, type TermClash } from './terms/clashing-terms.ts';
import { contradictionsOf, type Contradiction } from './claims/contradictions.ts';
import {
  undeclaredUpstreams,
  unfoundedLicense,
  type UndeclaredUpstream,
} from './claims/undeclared-upstreams.ts';
import { lostTerms } from './terms/lost-terms.ts';
import {
  disagreeing,
  keyClashes,
  mismatchesOf,
  type KeyClash,
  type Mismatch,
} from './claims/license-claims.ts';
import {
  isMislabelled,
  licensesIn,
  termsFrom,
  unknownTermsOf,
  type UnknownTerms,
} from './terms/obligations.ts';
import { breachesOf, type Breaches } from '../policy/policy.ts';
import { limitsBeside } from './terms/stated-limits.ts';
import {
  dataTerms,
  providerNotes,
  type DataTerms,
  type ProviderNote,
  type ProviderTerms,
} from './terms/training-data.ts';
import { repoFilesOf, type RepoFiles } from './repo-files.ts';
import { coreOf } from './attribution/model-core-name.ts';
import {
  attributionOf,
  keptLines,
  scratchBeside,
  type Attribution,
  type KeptLine,
} from './attribution/attribution.ts';
import { PatternSet } from '../../text/pattern-set.ts';

/** Everything a rule may ask. Built once per repository; reading it has no effect. */
export interface Facts extends RepoFiles {
  readonly kind: RepoKind;
  readonly name: RepoName;
  /** The Hub owner of this repository, lower case, where the name is known for certain to be a Hub id. */
  readonly owner: string | undefined;
  /** False where only a card is at hand: absent files then say nothing. */
  readonly complete: boolean;
  /** Whether anything in the folder, or in the card, is evidence that it holds a model. */
  readonly holdsModel: boolean;
  readonly card: TextSource | undefined;
  /** How the front matter stands. */
  readonly cardState: ClaimOf<'card'> | undefined;
  /** What the front matter declares, if it declares anything. */
  readonly license: DeclaredLicense | undefined;
  readonly ancestors: readonly Ancestor[];
  /** Every claim of one kind, in file order. */
  readonly all: <K extends ClaimKind>(kind: K) => readonly ClaimOf<K>[];
  /**
   * Duties of one kind that reach this repository, nearest upstream first; one per upstream license and
   * clause.
   */
  readonly duties: <K extends DutyKind>(kind: K) => readonly Obligation<DutyOf<K>>[];
  /** Limits that reach this repository, by upstream. */
  readonly limits: (ancestor: Ancestor) => readonly Obligation<Limit>[];
  /** All that an upstream asks, duties and limits. */
  readonly owed: (ancestor: Ancestor) => readonly Obligation[];
  /** The upstream of known terms that is the same model in another dress: `unsloth/X-bnb-4bit` beside `X`. */
  readonly mirrorOf: (ancestor: Ancestor) => Ancestor | undefined;
  /** Why nothing is on record of what a named license of an upstream asks. */
  readonly untold: (ancestor: Ancestor) => UnknownTerms | undefined;
  /** What the front matter declares or, failing that, what LICENSE or the text says (`likely`). */
  readonly terms: DeclaredLicense | undefined;
  /**
   * The declared terms' shortfall: what the declared license does not carry of an upstream, one list for each
   * upstream license.
   */
  readonly dropped: (ancestor: Ancestor) => readonly (readonly Obligation[])[];
  /** Pairs of owed terms that cannot both be kept. */
  readonly clashes: readonly TermClash[];
  /** Whether card, notice or a LICENSES folder says that the upstream's license governs its part. */
  readonly splitLicensing: () => boolean;
  /** Upstreams that files or prose name and `base_model` does not. */
  readonly undeclared: readonly UndeclaredUpstream[];
  /** The declared license, where one giver has it for models of its own and no upstream is named. */
  readonly unfounded: License | undefined;
  /** Where a tool's file contradicts what is declared of an upstream. */
  readonly contradictions: readonly Contradiction[];
  /** Claims of this repository's license, elsewhere, that name another than the front matter. */
  readonly disagreeing: readonly ClaimOf<'license'>[];
  /** `license_name` and `license_link` that name another license than stands beside them. */
  readonly keyClashes: readonly KeyClash[];
  /** License files that hold another text than declared. */
  readonly mismatches: readonly Mismatch[];
  /** Training data whose limits go unsaid. */
  readonly datasets: readonly DataTerms[];
  readonly providers: readonly ProviderNote[];
  /** The intended use and the welcome licenses, where the config says them. */
  readonly policy: Policy;
  /** What the policy holds against this repository. */
  readonly breaches: Breaches;
  /** Copyright lines of upstreams that are on record and that a license wants kept. */
  readonly copyright: readonly KeptLine[];
  /** What card and legal files tell of upstreams. */
  readonly credits: Attribution;
  /** Code of others that nothing here names. */
  readonly code: ReturnType<typeof codeAttribution>;
  /**
   * "Trained from scratch" beside an upstream of the weights, or a part from elsewhere that nothing names.
   */
  readonly scratch: ReturnType<typeof scratchBeside>;
  /** Sentences that limit the use of this model beside a declared license that does not. */
  readonly statedLimits: readonly ClaimOf<'use-limit'>[];
  /** The card's first heading, and where it stands. */
  readonly cardTitle: string | undefined;
  readonly titlePlace: Place | undefined;
  /** The notice file, where there is one. */
  readonly notice: TextSource | undefined;
  /** Whether a name begins as a license asks; case and separators do not count. */
  readonly beginsWith: (name: string, prefix: string) => boolean;
  /** Whether a name begins with the whole name of the upstream, as the licensor itself gave it. */
  readonly keepsName: (owed: Obligation, name: string) => boolean;
  /** How a value of `license:` stands to the Hub's list. */
  readonly suggestLicense: (value: string) => Spelling;
  /** The licenses whose text a file holds that may be this repository's own, one for each file. */
  readonly licensesHeld: readonly License[];
  /** What the card's text says of this repository's own license. */
  readonly licensesSaid: readonly ClaimOf<'license'>[];
  /** A license by our id. */
  readonly licenseById: (id: string) => License | undefined;
}

export interface Material {
  readonly repo: Repo;
  readonly name: RepoName;
  readonly kind: RepoKind;
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly ancestors: readonly Ancestor[];
  readonly catalogue: Catalogue;
  /** What is known of the data sets that the claims name, by lower-case id. */
  readonly data: ReadonlyMap<string, Resolution>;
  readonly providers: ReadonlyMap<string, ProviderTerms>;
  readonly policy: Policy;
}

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

/** Gathers what was read into what rules ask. */
export function factsOf(material: Material): Facts {
  const { repo, name, sources, claims, ancestors } = material;
  const owner = name.from === 'folder' || name.from === 'card' ? undefined : ownerOf(name.value);
  const card = sources.find(
    (source): source is TextSource => source.kind === 'text' && source.file === repo.card,
  );
  const byAncestor = new Map(
    ancestors.map((ancestor) => [
      ancestor,
      isMislabelled(ancestor, ancestors) ? [] : termsFrom(ancestor, owner),
    ]),
  );
  const everything = [...byAncestor.values()].flat();
  const declared = declaredOf(claims);
  const all = <K extends ClaimKind>(kind: K) =>
    claims.filter((claim): claim is ClaimOf<K> => claim.kind === kind);
  const upstreamLicenses = ancestors.flatMap(({ resolution }) =>
    resolution.is === 'found' ? licensesIn(resolution.license) : [],
  );
  const effective = declared ?? undeclaredTerms(claims);
  const split = () =>
    claims.some(
      (claim) => claim.kind === 'split-licensing' || (claim.kind === 'license' && claim.whose === 'upstream'),
    );

  // Within the front matter the mark begins a comment.
  const body = card ? frontMatter(card.text).bodyStart : 0;
  const title = card && /^#[ \t]+([^\n]{1,200})/m.exec(card.text.slice(body));
  const contradictions = contradictionsOf({
    claims,
    ancestors,
    files: repo.files,
    complete: repo.complete,
    owner,
  });
  const owedBy = (ancestor: Ancestor) => byAncestor.get(ancestor) ?? [];
  const limitsOf = (ancestor: Ancestor) =>
    owedBy(ancestor).filter((owed): owed is Obligation<Limit> => isLimit(owed.term));

  let byCore: ReadonlyMap<string, readonly Ancestor[]> | undefined;
  const dresses = () => (byCore ??= knownByCore(ancestors));

  const credits = attributionOf(claims, sources, repo.card, owner);

  return {
    ...repoFilesOf(repo, sources, claims),
    kind: material.kind,
    name,
    owner,
    complete: repo.complete,
    holdsModel:
      repo.files.some((file) => MODEL_FILE.test(file)) ||
      claims.some(
        (claim) => claim.kind === 'key' || (claim.kind === 'upstream' && claim.confidence === 'certain'),
      ) ||
      name.from === 'flag' ||
      name.from === 'hub' ||
      name.from === 'remote',
    card,
    cardState: claims.find((claim) => claim.kind === 'card'),
    license: declared,
    ancestors,
    all,
    duties: <K extends DutyKind>(kind: K) =>
      once(everything.filter((owed): owed is Obligation<DutyOf<K>> => owed.term.kind === kind)),
    limits: limitsOf,
    owed: owedBy,
    mirrorOf: ({ model }) =>
      dresses()
        .get(coreOf(model))
        ?.find((other) => other.model !== model),
    untold: (ancestor) => unknownTermsOf(ancestor, owner),
    licensesHeld: ownTexts(claims).flatMap(({ match }) =>
      match.hits.slice(0, 1).flatMap(({ id }) => material.catalogue.byId(id) ?? []),
    ),
    licensesSaid: ownStatements(claims),
    licenseById: (id) => material.catalogue.byId(id),
    terms: effective,
    dropped: (ancestor) =>
      effective ? lostTerms(effective.identity, byAncestor.get(ancestor) ?? [], ancestor) : [],
    clashes: termClashes(once(everything)),
    splitLicensing: split,
    undeclared: undeclaredUpstreams(
      claims,
      ancestors,
      owner,
      new Set(contradictions.flatMap((one) => (one.is === 'model' ? [one.other] : []))),
    ),
    unfounded: unfoundedLicense(claims, declared, owner),
    contradictions,
    disagreeing: declared ? disagreeing(claims, declared, upstreamLicenses) : [],
    keyClashes: declared ? keyClashes(claims, declared, name.value, material.catalogue) : [],
    mismatches: declared
      ? mismatchesOf(claims, declared, new Set(upstreamLicenses.map(({ id }) => id)), split())
      : [],
    // Whoever quantizes a model trained nothing.
    datasets:
      declared &&
      ![...all('form'), ...all('upstream').filter(({ via }) => via === 'front-matter')].some(
        ({ relation }) => relation === 'quantized',
      )
        ? dataTerms(all('dataset'), material.data, declared)
        : [],
    providers: providerNotes(all('provider'), material.providers),
    policy: material.policy,
    breaches: breachesOf({
      policy: material.policy,
      terms: effective,
      ancestors,
      owed: owedBy,
      limits: limitsOf,
      catalogue: material.catalogue,
    }),
    copyright: keptLines(byAncestor),
    credits,
    code: codeAttribution(claims, sources, ancestors, repo.card, owner),
    scratch: scratchBeside({
      claims,
      sources,
      ancestors,
      name: name.value,
      owner,
      components: credits.components,
    }),
    statedLimits: declared ? limitsBeside(claims, declared) : [],
    cardTitle: title?.[1]?.trim(),
    titlePlace:
      card && title
        ? { file: card.file, start: body + title.index, end: body + title.index + title[0].trimEnd().length }
        : undefined,
    notice: sources.find(
      (source): source is TextSource =>
        source.kind === 'text' && /^notice(?:\.(?:txt|md))?$/i.test(source.file),
    ),
    beginsWith,
    keepsName: keepsLicensorsName,
    suggestLicense: (value) => spellingOf(value, material.catalogue),
  };
}

/** The models of known terms, by what is left of a name without its dress. */
function knownByCore(ancestors: readonly Ancestor[]): ReadonlyMap<string, readonly Ancestor[]> {
  const cores = new Map<string, Ancestor[]>();
  for (const ancestor of ancestors) {
    if (ancestor.resolution.is === 'failed' || ancestor.resolution.license.is !== 'known') continue;
    const core = coreOf(ancestor.model);
    const group = cores.get(core);
    if (group) group.push(ancestor);
    else cores.set(core, [ancestor]);
  }
  return cores;
}

/**
 * The same clause of the same license owed through several upstreams is one duty; the plainest and nearest
 * speaks.
 */
function once<D extends Term>(all: readonly Obligation<D>[]): Obligation<D>[] {
  const best = new Map<string, Obligation<D>>();
  const weight = (owed: Obligation) =>
    (owed.open ? 100 : 0) +
    (owed.ancestor.confidence === 'certain' ? 0 : owed.ancestor.confidence === 'likely' ? 10 : 50) +
    owed.ancestor.path.length;
  for (const owed of all) {
    const key = `${owed.license.id} ${owed.term.kind} ${owed.term.section}`;
    const before = best.get(key);
    if (!before || weight(owed) < weight(before)) best.set(key, owed);
  }
  return [...best.values()];
}
