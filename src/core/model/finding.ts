import type { Claim } from './claim.ts';
import type { Confidence } from './confidence.ts';
import type { Clause, License, Term } from './license.ts';
import type { Ancestor } from './lineage.ts';
import type { Edit, Place } from './place.ts';

/** A term that an upstream puts on this repository. */
export interface Obligation<T extends Term = Term> {
  readonly term: T;
  readonly license: License;
  readonly ancestor: Ancestor;
  /** True where the text leaves open whether the term reaches this far. */
  readonly open: boolean;
  /** The declared license has a term of this kind, but not this one. */
  readonly alike?: boolean;
}

/** `safe` fixes add what is owed; anything that chooses terms is only ever suggested. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  /** Empty for a hint that only a person can carry out. */
  readonly edits: readonly Edit[];
  /**
   * Changes that would settle this too where another finding makes one of them: the stretch, and what it has
   * to become where only that settles it; what `begins` the file counts as a change at its beginning. For a
   * report's last lines; nothing is changed for this finding.
   */
  readonly settledBy?: readonly (Omit<Edit, 'text'> & { readonly text?: string })[];
  /** What `licet notice --write` does of it: by itself, or with a text that it has to fetch. */
  readonly notice?: 'written' | 'fetched';
  /** The file that `licet notice --write` begins for it. */
  readonly begins?: string;
  /** Why what a rule proposed was taken out of `edits`: one clause with the change as its subject. */
  readonly refused?: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** What a rule yields. The engine adds the rule's name, weighs it, and finds line and column. */
export interface Problem {
  readonly at: Claim | Place;
  /** One sentence: capital, no full stop, the concrete value in double quotes. */
  readonly message: string;
  /** Clause, reading and path come from the data, never from the rule. */
  readonly obligation?: Obligation;
  /** Further terms of the same finding, each with its clause. */
  readonly alsoObligations?: readonly Obligation[];
  /** The upstream that it speaks of, where no term of it is owed. */
  readonly upstream?: Ancestor;
  /** A clause without an upstream: a license's own word (`compat`), or the Hub's documentation. */
  readonly why?: { readonly title: string; readonly clauses: readonly Clause[] };
  readonly fix?: Fix;
  /** Lowered by the rule: what this rests on is less than certain. */
  readonly confidence?: Confidence;
  /** Lowered by the rule, never raised. */
  readonly severity?: Severity;
  /** Lowered by the rule where its own level stands; a preset or a config that raises the level is obeyed. */
  readonly defaultSeverity?: Severity;
  /** Numbers that it rests on, for a reader to check; in JSON only. */
  readonly evidence?: Readonly<Record<string, string | number | null>>;
  /**
   * Set where it tells only that there are more: how many it stands for. Such a one is never left out itself.
   */
  readonly standsFor?: number;
}

/** A problem after the engine has weighed it: what formatters and exit codes see. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The severity that it would have if it were certain, where that is higher. */
  readonly ifCertain?: Severity;
  /** Stable over line moves: sha256 of rule, file, message and upstream, first 16 hex digits. */
  readonly fingerprint: string;
}

/** Who turned a finding off, and on what ground. */
export interface Suppression {
  /** A comment in the repository, an override of the config, or the baseline. */
  readonly by: 'comment' | 'config' | 'baseline';
  readonly reason?: string;
  readonly reviewer?: string;
  /** The day on which it was decided or recorded, ISO 8601. */
  readonly date?: string;
  /** The last day on which it counts, ISO 8601. */
  readonly until?: string;
  /** Where the comment stands. */
  readonly at?: Place;
  /** The config or the baseline, as reports name it. */
  readonly file?: string;
}

/** A finding that counts for nothing because somebody turned it off; reports tell it all the same. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly suppression: Suppression;
}
