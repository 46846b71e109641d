import type { Via } from '../../../model/claim.ts';
import type { Confidence } from '../../../model/confidence.ts';
import type { Severity } from '../../../model/finding.ts';
import type { Reach } from '../../../model/license.ts';
import type { Failure } from '../../../model/lineage.ts';
import type { RepoKind, RepoName } from '../../../model/repo.ts';
import type {
  Answer,
  ClauseFact,
  DutyState,
  LicenseText,
  LimitFact,
  RelationFact,
  Silence,
  Statement,
  TeamAnswer,
} from '../../disclosure.ts';
import type { Decision, Role } from '../../review/review.ts';

/** The ways of a dossier. */
export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A table of words that lacks none: a new value does not compile until every language names it. */
type Each<K extends string> = Readonly<Record<K, string>>;

/** All that a dossier says by itself, in one language. What a repository says stays as it is. */
export interface Words {
  readonly language: Language;
  readonly title: string;
  readonly head: Each<'subject' | 'revision' | 'made' | 'facts' | 'declared' | 'texts'>;
  readonly badge: {
    readonly none: string;
    readonly open: string;
    readonly stale: string;
    readonly reviewed: (day: string) => string;
  };
  readonly parts: Each<'works' | 'duties' | 'points' | 'silences' | 'statements' | 'review'>;
  readonly works: Each<'work' | 'as' | 'license' | 'known' | 'decision'>;
  readonly duties: Each<'duty' | 'to' | 'where' | 'state'>;
  readonly points: Each<'point' | 'place' | 'sureness' | 'answer'>;
  readonly statements: Each<'statement' | 'answer' | 'evidence' | 'said'> & {
    readonly answers: Each<TeamAnswer['answer']>;
  };
  readonly review: Each<'role' | 'name' | 'decision' | 'signature' | 'outdated'>;

  readonly kind: Each<RepoKind>;
  readonly nameFrom: Each<RepoName['from']>;
  readonly relation: Each<RelationFact['is']>;
  readonly reach: Each<Reach>;
  readonly confidence: Each<Confidence>;
  readonly severity: Each<Severity>;
  readonly via: Each<Via>;
  readonly failure: Each<Failure>;
  /** Where a license was read; others (a mirror's address) stand as they are. */
  readonly source: Each<
    'snapshot' | 'lock' | 'Hub' | 'Hub cache' | 'mirror' | 'series' | 'config' | 'name' | 'repository'
  >;
  readonly category: Each<Category>;
  readonly match: Each<LicenseText['match'] | 'unknown'>;
  readonly state: Each<DutyState>;
  readonly carried: Each<Exclude<LimitFact['carried'], null> | 'undeclared'>;
  readonly turnedOff: Each<Answer['by']>;
  readonly statement: Each<Statement['kind']>;
  readonly role: Each<Role>;
  readonly decision: Each<Decision>;
  readonly silence: Readonly<Record<Silence['about'], (count: number, of: number) => string>>;

  /** A term in a few words, with what the license wants to be read letter by letter. */
  readonly term: (clause: Pick<ClauseFact, 'kind' | 'label'>) => string;
  /** What shows that a duty is done, from the words of the fact. */
  readonly how: (said: string) => string;
  /** A rule's subject, before its message; null where the message alone says it. */
  readonly rule: (name: string) => string | null;

  readonly say: {
    readonly notKnown: (why: string) => string;
    readonly unknownName: (name: string) => string;
    readonly whichText: (name: string, oneOf: readonly string[]) => string;
    readonly openParts: (name: string, parts: readonly string[]) => string;
    readonly declaresNone: string;
    readonly terms: string;
    readonly undated: string;
    readonly guessed: (name: string) => string;
    readonly recorded: (reason: string, reviewer: string) => string;
    readonly byNobody: string;
    readonly changed: string;
    readonly possibly: (classes: string) => string;
    readonly more: (count: number) => string;
    /** Of a code file: no header names a holder. */
    readonly noHolder: string;
    /** How many of a code file's fingerprints are a project's too. */
    readonly alike: (shared: number, of: number, project: string) => string;
    readonly nothingUsed: string;
    readonly noDuties: string;
    readonly unread: (count: number, of: number) => string;
    readonly noPoints: string;
    readonly counts: (errors: number, warnings: number, notes: number, off: number) => string;
    readonly limits: string;
    readonly onlyWhen: (circumstance: string) => string;
    readonly accepted: (role: string, by: string, day: string) => string;
    readonly until: (day: string) => string;
    readonly made: (version: string, data: string) => string;
    readonly notRecorded: string;
    readonly from: (text: string) => string;
    readonly yesNo: string;
    readonly yesNoWhich: string;
    readonly all: Each<'weights' | 'works' | 'logs'>;
    readonly foot: string;
    readonly english: string | null;
  };
}

/** Categories of licenses, as the catalogue has them. */
export type Category =
  | 'permissive'
  | 'weak-copyleft'
  | 'copyleft'
  | 'network-copyleft'
  | 'public-domain'
  | 'share-alike'
  | 'use-restricted'
  | 'non-commercial'
  | 'no-derivatives'
  | 'source-available'
  | 'proprietary';

/** A word for a value that a list may lack: the value itself. */
export function wordFor(words: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}

/** What stands in quotes or brackets of a label, or its figure: that is the license's, in every language. */
export function particulars(label: string): string {
  const found = /"[^"]*"|\([^()]*\)|\d[\d.]*(?: million)?(?: [A-Z]{3}\b)?/.exec(label)?.[0];
  return found ?? '';
}
