import type { Policy } from '../config/config.ts';
import type { Claim, ClaimKind, ClaimOf } from '../model/claim.ts';
import type { Owed } from '../model/finding.ts';
import type { DutyKind, DutyOf, License, Limit } from '../model/license.ts';
import type { Ancestor, Resolution } from '../model/lineage.ts';
import type { Place } from '../model/place.ts';
import type { Repo, RepoKind, RepoName } from '../model/repo.ts';
import type { Source, TextSource } from '../model/source.ts';
import type { Catalogue } from '../license/catalogue.ts';
import { type Spelling } from '../license/spelling.ts';
import { codeCredits } from './code-credit.ts';
import { type Declared } from './declared.ts';
import { type Clash } from './clashes.ts';
import { type Contradiction } from './contradictions.ts';
import { type Undeclared } from './disclosure.ts';
import { type KeyClash, type Mismatch } from './license-claims.ts';
import { type Untold } from './owed.ts';
import { type Breaches } from './policy.ts';
import { type DataTerms, type ProviderNote, type ProviderTerms } from './training-data.ts';
import { type Shelf } from './shelf.ts';
import { scratchBeside, type Credits, type KeptLine } from './upstream-credit.ts';
/** Everything a rule may ask. Built once per repository; reading it has no effect. */
export interface Facts extends Shelf {
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
    readonly license: Declared | undefined;
    readonly ancestors: readonly Ancestor[];
    /** Every claim of one kind, in file order. */
    readonly all: <K extends ClaimKind>(kind: K) => readonly ClaimOf<K>[];
    /** Duties of one kind that reach this repository, nearest upstream first; one per upstream license and clause. */
    readonly duties: <K extends DutyKind>(kind: K) => readonly Owed<DutyOf<K>>[];
    /** Limits that reach this repository, by upstream. */
    readonly limits: (ancestor: Ancestor) => readonly Owed<Limit>[];
    /** All that an upstream asks, duties and limits. */
    readonly owed: (ancestor: Ancestor) => readonly Owed[];
    /** The upstream of known terms that is the same model in another dress: `unsloth/X-bnb-4bit` beside `X`. */
    readonly dressOf: (ancestor: Ancestor) => Ancestor | undefined;
    /** Why nothing is on record of what a named license of an upstream asks. */
    readonly untold: (ancestor: Ancestor) => Untold | undefined;
    /** What the front matter declares or, failing that, what LICENSE or the text says (`likely`). */
    readonly terms: Declared | undefined;
    /** The declared terms' shortfall: what the declared license does not carry of an upstream, one list for each upstream license. */
    readonly dropped: (ancestor: Ancestor) => readonly (readonly Owed[])[];
    /** Pairs of owed terms that cannot both be kept. */
    readonly clashes: readonly Clash[];
    /** Whether card, notice or a LICENSES folder says that the upstream's license governs its part. */
    readonly splitLicensing: () => boolean;
    /** Upstreams that files or prose name and `base_model` does not. */
    readonly undeclared: readonly Undeclared[];
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
    readonly credits: Credits;
    /** Code of others that nothing here names. */
    readonly code: ReturnType<typeof codeCredits>;
    /** "Trained from scratch" beside an upstream of the weights, or a part from elsewhere that nothing names. */
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
    readonly keepsName: (owed: Owed, name: string) => boolean;
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
/** Gathers what was read into what rules ask. */
export declare function factsOf(material: Material): Facts;
