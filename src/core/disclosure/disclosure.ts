import type { Via } from '../model/claim.ts';
import type { Confidence } from '../model/confidence.ts';
import type { Severity } from '../model/finding.ts';
import type { Reach, Term } from '../model/license.ts';
import type { Failure } from '../model/lineage.ts';
import type { Relation } from '../model/relation.ts';
import type { RepoKind, RepoName } from '../model/repo.ts';

/**
 * What a repository discloses: the facts under the bill of materials, the dossier and the review. Plain JSON:
 * no dates of a run, no machine, `null` where nothing is known. `disclose` (`disclose.ts`) makes it, and
 * `identity.ts` gives its canonical text, its hash and its rows.
 */
export interface Disclosure {
  /** The form of this value: a change that readers notice raises it. */
  readonly form: 1;
  readonly subject: Subject;
  /** What was used, in the order of the lineage: models, then data sets, closed models, code. */
  readonly works: readonly Work[];
  /** What upstream licenses ask of whoever releases this, and where it is done. */
  readonly duties: readonly DutyFact[];
  /** What binds whoever receives this. */
  readonly limits: readonly LimitFact[];
  /** What is open: the findings of the run, with those that somebody turned off. */
  readonly points: readonly Point[];
  /** What the card says that no linter can see. */
  readonly statements: readonly Statement[];
  /** What the team says of itself, on record: nothing in the repository can show it. */
  readonly answers: readonly TeamAnswer[];
  /** What this says nothing about. */
  readonly silences: readonly Silence[];
}

/** Where a fact was read. `line` is from 1; a key in a file without lines has none. */
export interface Spot {
  readonly file: string;
  readonly line: number | null;
  readonly key: string | null;
}

/** One place that names a work. */
export interface Evidence extends Spot {
  readonly via: Via;
  readonly confidence: Confidence;
}

/** The repository itself. */
export interface Subject {
  readonly kind: RepoKind;
  readonly name: string;
  readonly nameFrom: RepoName['from'];
  /** Whether the name is known to be its id on the Hub. */
  readonly hub: boolean;
  readonly owner: string | null;
  /** The commit, 40 hex digits, where it is known for certain. */
  readonly revision: string | null;
  /** False where only a card was at hand. */
  readonly complete: boolean;
  readonly license: WorkLicense;
  /** Where the license is declared. */
  readonly declaredAt: Spot | null;
  /** License texts that its files hold. */
  readonly texts: readonly LicenseText[];
  /** License files whose text licet does not know. */
  readonly unknownTexts: readonly Spot[];
  /** Copyright lines of its own legal files. */
  readonly copyright: readonly string[];
  readonly architectures: readonly string[];
  readonly modelType: string | null;
  readonly task: string | null;
  readonly languages: readonly string[];
  /** Weight files with the hash that a pointer or the Hub gives. */
  readonly weights: readonly WeightFile[];
}

/** A license text that a file holds. */
export interface LicenseText extends Spot {
  readonly match: 'exact' | 'near' | 'changed' | 'several';
  readonly license: string;
  readonly name: string;
  /** Undefined ids are null: a family of licenses has none. */
  readonly spdx: string | null;
  /** 0 to 1. */
  readonly score: number;
  readonly lastLine: number;
}

export interface WeightFile {
  readonly file: string;
  /** 64 hex digits. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number | null;
}

/**
 * How a license stands. `known`: a text with terms on record, or an expression of such. `guessed`: only a
 * name points to it, or a record that may be wrong. `unclear`: one name, several texts. `unknown-name`: a
 * name that licet does not know. `none-declared`: what was read declares none. `terms`: a closed model, under
 * its provider's terms. `unresolved`: nobody could be asked; `reason` says why.
 */
export type LicenseState =
  'known' | 'guessed' | 'unclear' | 'unknown-name' | 'none-declared' | 'terms' | 'unresolved';

export interface WorkLicense {
  readonly state: LicenseState;
  /** SPDX id, expression or `LicenseRef-…`; only of `known`. */
  readonly spdx: string | null;
  /** Other ids of the same text: the Hub's, ScanCode's. */
  readonly ids: readonly string[];
  /** licet's id, an expression of ids, or the words as written; null where nothing is declared. */
  readonly label: string | null;
  /** As people call it. */
  readonly name: string | null;
  /** As it is declared, letter by letter. */
  readonly raw: string | null;
  readonly url: string | null;
  readonly licensor: string | null;
  /** The ids of the texts that an unclear name may mean. */
  readonly oneOf: readonly string[];
  /** Parts of an expression that are not known, as they are written: `acme-1` of `MIT AND acme-1`. */
  readonly openParts: readonly string[];
  /** Who says so: `snapshot`, `lock`, `Hub`, `config`, `name`, `repository`. */
  readonly source: string | null;
  /** The day, month or year of that reading, as the source tells it. */
  readonly asOf: string | null;
  readonly confidence: Confidence | null;
  readonly revision: string | null;
  readonly textSha256: string | null;
  /** Why it is not resolved. */
  readonly reason: Failure | null;
  /** A fact that the team recorded, and who reviewed it. */
  readonly recorded: { readonly reason: string; readonly reviewer: string | null } | null;
  /** What has changed since it was locked. */
  readonly changed: readonly { readonly what: string; readonly from: string; readonly asOf: string }[];
}

export type WorkKind = 'model' | 'component' | 'dataset' | 'provider' | 'code';

/** How this repository, or the work that `under` names, stands to a work. */
export interface RelationFact {
  readonly is: Relation | 'unsaid';
  /** The part, of a component: `vision_config`, `vae`. */
  readonly part: string | null;
  /** What tells it, in a few words, where that is known: "`base_model_relation`". */
  readonly by: string | null;
  readonly at: Spot | null;
  readonly confidence: Confidence | null;
  /** The classes that are possible, where nothing says it: `finetune` is `derivative` here. */
  readonly possible: readonly Reach[];
}

/** One work that was used. */
export interface Work {
  /** Stable and unique in a disclosure: `model:meta-llama/Llama-3.1-8B`, `dataset:acme/chat`. */
  readonly key: string;
  readonly kind: WorkKind;
  /** The id, or the words as written. */
  readonly name: string;
  /** Whether it is known by an id of the Hub. */
  readonly hub: boolean;
  /** What the Hub calls it today, where that is another name. */
  readonly canonical: string | null;
  /** The key of the work that leads to it; null where this repository names it. */
  readonly under: string | null;
  /** The names on the way, its own last. */
  readonly path: readonly string[];
  readonly relation: RelationFact;
  readonly license: WorkLicense;
  /** How sure it is that this was used. */
  readonly confidence: Confidence;
  /** Only a name points to it: a family that stands in for a model of which nothing is known. */
  readonly guess: boolean;
  /** Where this repository names it, or the work that leads to it; the first is the first found. */
  readonly evidence: readonly Evidence[];
  /** Of code: whose copyright lines, and where it says that it was taken from. */
  readonly holders: readonly string[];
  readonly takenFrom: readonly (Spot & { readonly origin: string; readonly how: string })[];
  /** Of code that nothing credits: the project that it has fingerprints in common with, and how many. */
  readonly shared: readonly (Spot & {
    readonly project: string;
    readonly family: string | null;
    readonly shared: number;
    readonly fingerprints: number;
  })[];
}

/**
 * `done`: the repository shows it, at `where`. `missing`: it is owed and not there. `not-seen`: it may be
 * done where a linter does not look. `open`: it is not settled that it is owed, or that it is missing.
 */
export type DutyState = 'done' | 'missing' | 'not-seen' | 'open';

/** A clause of an upstream license, in licet's reading. */
export interface ClauseFact {
  /** Stable: `license kind section`. */
  readonly key: string;
  /** licet's id of the license, or of a provider's terms. */
  readonly license: string;
  readonly licenseName: string;
  readonly kind: Term['kind'] | 'provider-terms';
  /** In a few words: `the phrase "Built with Llama"`. */
  readonly label: string;
  readonly section: string;
  readonly summary: string;
  /** The document that a use policy is; null for all other terms. */
  readonly url: string | null;
  /** The circumstance under which it binds; null where that is always. */
  readonly when: string | null;
  /** The keys of the works that bring it, the nearest first. */
  readonly works: readonly string[];
  /** Whether the text leaves open that it reaches this far. */
  readonly open: boolean;
}

export interface DutyFact extends ClauseFact {
  readonly kind: Term['kind'];
  readonly state: DutyState;
  /** Where it is done; null for a name, and where it is not done. */
  readonly where: Spot | null;
  /** What does it, in a few words, where no place can say it: `name "Llama-acme-8B"`. */
  readonly how: string | null;
  /** Fingerprints of the points that speak of it. */
  readonly points: readonly string[];
}

export interface LimitFact extends ClauseFact {
  /**
   * Whether the declared license says it to whoever receives this. `not-known`: a license is declared, and
   * what it says is not known. `not-compared`: a contract with a provider, which no license of a work passes
   * on. null where no license is declared.
   */
  readonly carried: 'yes' | 'alike' | 'no' | 'not-known' | 'not-compared' | null;
}

/** One open point. */
export interface Point {
  readonly fingerprint: string;
  readonly rule: string;
  /** As the run weighed it: levels of the config count. */
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly at: Spot;
  readonly work: string | null;
  readonly clauses: readonly { readonly license: string; readonly section: string }[];
  /** How many it stands for: more than one where the rest was left out. */
  readonly standsFor: number;
  /** Who turned it off, and why; null where it stands. */
  readonly answer: Answer | null;
}

export interface Answer {
  readonly by: 'comment' | 'config' | 'baseline';
  readonly reason: string | null;
  readonly reviewer: string | null;
  readonly date: string | null;
  readonly until: string | null;
}

export interface Statement {
  readonly kind: 'from-scratch' | 'use-limit' | 'split-licensing';
  readonly text: string;
  readonly at: Spot;
  readonly confidence: Confidence;
}

/** A statement of the team, with who made it and when. Of each kind the last counts; `other` are free. */
export interface TeamAnswer {
  /**
   * `weights`: all weights initialized and trained by the team. `works`: every work used is among the works.
   * `logs`: training logs and checkpoints are kept. `other`: what `text` says.
   */
  readonly says: 'weights' | 'works' | 'logs' | 'other';
  readonly answer: 'yes' | 'no' | 'in-part';
  readonly text: string | null;
  /** Where the evidence is kept. */
  readonly evidence: string | null;
  readonly by: string;
  /** ISO 8601. */
  readonly date: string;
}

/** What is not said here, and of how many. */
export interface Silence {
  readonly about:
    | 'weights-not-compared'
    | 'license-not-known'
    | 'data-sets-from-snapshot'
    | 'files-not-read'
    | 'guessed-works'
    | 'works-not-followed'
    | 'relation-not-said'
    | 'card-alone'
    | 'revision-not-known';
  /** Of how many this is so; 0 where it is no count. */
  readonly count: number;
  /** Of how many in all; 0 where there is no such number. */
  readonly of: number;
}
