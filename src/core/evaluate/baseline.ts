import { isDay } from '../config/check-content.ts';
import type { Finding, SuppressedFinding } from '../model/finding.ts';
import { placeOf } from './evaluate.ts';
import { isRecord } from '../model/is-record.ts';

/** A finding as a person reads it in the file: where, which rule, what, and of which upstream. */
interface Named {
  /** Relative to the repository. */
  readonly file: string;
  readonly rule: string;
  readonly message: string;
  readonly upstream?: string;
}

/** A finding in a baseline of the first form, which said nothing else of it. */
interface Hashed {
  readonly fingerprint: string;
}

/** A finding that is known, how often, and what a person wrote beside it. */
export type KnownFinding = (Named | Hashed) & {
  readonly count?: number;
  /** The day on which it was recorded, ISO 8601. */
  readonly since?: string;
  readonly reason?: string;
  readonly reviewer?: string;
  /** The last day on which it counts, ISO 8601. */
  readonly until?: string;
};

/** What was there when a team began, by repository. Lines may move; the finding stays known. */
export interface Baseline {
  readonly version: 2;
  readonly repositories: Readonly<Record<string, readonly KnownFinding[]>>;
}

/** Findings of a run, with those that its baseline took off already. */
type Reports = readonly { readonly root: string; readonly findings: readonly Finding[] }[];

export const BASELINE_FILE = 'licet-baseline.json';
export const NO_BASELINE: Baseline = { version: 2, repositories: {} };

const keyOf = (root: string) => (root === '' ? '.' : root);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
/** A look-up that a repository called `__proto__` cannot mislead. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const knownIn = ({ repositories }: Baseline, root: string) => own(repositories, keyOf(root)) ?? [];
const countOf = ({ count = 1 }: KnownFinding) => count;
const isOver = ({ until }: KnownFinding, today: string) => until !== undefined && until < today;

const namedKey = ({ file, rule, message, upstream = '' }: Named) =>
  [file, rule, message, upstream].join('\n');
const entryKey = (entry: KnownFinding) => ('fingerprint' in entry ? entry.fingerprint : namedKey(entry));

/** A finding as the file has it. */
function nameOf(finding: Finding): Named {
  const upstream = (finding.obligation?.ancestor ?? finding.upstream)?.model;
  return {
    file: placeOf(finding).file,
    rule: finding.rule,
    message: finding.message,
    ...(upstream === undefined ? {} : { upstream }),
  };
}

/** The same baseline whatever the order of its parts: what is written can be compared. */
function baseline(repositories: Iterable<readonly [string, readonly KnownFinding[]]>): Baseline {
  const kept = [...repositories]
    .filter(([, entries]) => entries.length > 0)
    .map(([root, entries]) => [root, entries.toSorted((a, b) => compare(entryKey(a), entryKey(b)))] as const)
    .sort(([a], [b]) => compare(a, b));
  return { version: 2, repositories: Object.fromEntries(kept) };
}

/** The entries of a repository, taken one by one as findings come. */
class Entries {
  readonly #left = new Map<string, { readonly entry: KnownFinding; count: number }>();

  constructor(entries: readonly KnownFinding[]) {
    for (const entry of entries) {
      const key = entryKey(entry);
      const count = countOf(entry) + (this.#left.get(key)?.count ?? 0);
      this.#left.set(key, { entry, count });
    }
  }

  /** The entry that knows a finding, one less of it from now on. */
  take(finding: Finding): KnownFinding | undefined {
    if (this.#left.size === 0) return undefined;
    for (const key of [namedKey(nameOf(finding)), finding.fingerprint]) {
      const known = this.#left.get(key);
      if (!known || known.count === 0) continue;
      known.count -= 1;
      return known.entry;
    }
    return undefined;
  }

  get left(): number {
    return [...this.#left.values()].reduce((sum, { count }) => sum + count, 0);
  }
}

/** One entry for each finding of a kind, with what was written beside it before. */
function entriesOf(
  findings: readonly { readonly finding: Finding; readonly before: KnownFinding | undefined }[],
  today: string,
): KnownFinding[] {
  const entries = new Map<string, KnownFinding>();
  for (const { finding, before } of findings) {
    const name = nameOf(finding);
    const key = namedKey(name);
    const seen = entries.get(key);
    const { since = today, reason, reviewer, until } = seen ?? before ?? {};
    const count = seen ? countOf(seen) + 1 : 1;
    entries.set(key, {
      ...name,
      ...(count === 1 ? {} : { count }),
      ...(since === '' ? {} : { since }),
      ...(reason === undefined ? {} : { reason }),
      ...(reviewer === undefined ? {} : { reviewer }),
      ...(until === undefined ? {} : { until }),
    });
  }
  return [...entries.values()];
}

/**
 * The baseline of a run: every finding of each repository, recorded `today` (ISO 8601). Of `known`, what this
 * run did not look at stays, and so does what a person wrote beside a finding, unless it is past its day.
 */
export function baselineOf(reports: Reports, known: Baseline = NO_BASELINE, today = ''): Baseline {
  const all = new Map(Object.entries(known.repositories));
  for (const { root, findings } of reports) {
    const entries = new Entries(knownIn(known, root).filter((entry) => !isOver(entry, today)));
    const found = findings.map((finding) => ({ finding, before: entries.take(finding) }));
    all.set(keyOf(root), entriesOf(found, today));
  }
  return baseline(all);
}

/** Findings as a baseline parts them: each known one is taken off as often as it was there. */
export interface Held {
  readonly open: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** Holds the findings of a repository against a baseline, which reports name as `file`. */
export function held(
  known: Baseline,
  root: string,
  findings: readonly Finding[],
  { today = '', file = BASELINE_FILE }: { readonly today?: string; readonly file?: string } = {},
): Held {
  const entries = new Entries(knownIn(known, root).filter((entry) => !isOver(entry, today)));
  const [open, suppressed]: [Finding[], SuppressedFinding[]] = [[], []];
  for (const finding of findings) {
    const entry = entries.take(finding);
    if (!entry) {
      open.push(finding);
      continue;
    }
    const { since, reason, reviewer, until } = entry;
    suppressed.push({
      finding,
      suppression: {
        by: 'baseline',
        file,
        ...(since === undefined ? {} : { date: since }),
        ...(reason === undefined ? {} : { reason }),
        ...(reviewer === undefined ? {} : { reviewer }),
        ...(until === undefined ? {} : { until }),
      },
    });
  }
  return { open, suppressed };
}

/** The findings that a baseline does not know. */
export function beyond(known: Baseline, root: string, findings: readonly Finding[]): readonly Finding[] {
  return held(known, root, findings).open;
}

/** How many findings a baseline knows of the repositories of a run, and the run no longer finds. */
export function unmatched(known: Baseline, reports: Reports): number {
  return reports.reduce((sum, { root, findings }) => {
    const entries = new Entries(knownIn(known, root));
    for (const finding of findings) entries.take(finding);
    return sum + entries.left;
  }, 0);
}

/** How many findings a baseline knows of the repositories of a run that are past their day. */
export function overdue(known: Baseline, roots: readonly string[], today: string): number {
  return roots
    .flatMap((root) => knownIn(known, root))
    .reduce((sum, entry) => sum + (isOver(entry, today) ? countOf(entry) : 0), 0);
}

/** Whether some of a baseline is still of the first form, which says of a finding nothing but its hash. */
export function isOldForm({ repositories }: Baseline): boolean {
  return Object.values(repositories).some((entries) => entries.some((entry) => 'fingerprint' in entry));
}

/**
 * A baseline without what is no longer found, and readable where it was of the first form. What the run did
 * not look at stays as it is.
 */
export function pruned(known: Baseline, reports: Reports): Baseline {
  const all = new Map(Object.entries(known.repositories));
  for (const { root, findings } of reports) {
    const entries = new Entries(knownIn(known, root));
    const still = findings.flatMap((finding) => {
      const before = entries.take(finding);
      return before ? [{ finding, before }] : [];
    });
    all.set(keyOf(root), entriesOf(still, ''));
  }
  return baseline(all);
}

/** A baseline, or what is wrong with the text: one sentence without its subject. */
export function readBaseline(text: string): Baseline | { readonly trouble: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { trouble: 'is not JSON' };
  }
  if (!isRecord(value) || !isRecord(value['repositories'])) return { trouble: 'has no "repositories"' };
  if (value['version'] !== 1 && value['version'] !== 2)
    return { trouble: `has version ${JSON.stringify(value['version'])}; this licet reads 1 and 2` };
  const read: (readonly [string, readonly KnownFinding[]])[] = [];
  for (const [root, entries] of Object.entries(value['repositories'])) {
    const at = `"repositories" → "${root.slice(0, 80)}"`;
    const known = value['version'] === 1 ? hashedIn(entries, at) : namedIn(entries, at);
    if (typeof known === 'string') return { trouble: known };
    read.push([root, known]);
  }
  return baseline(read);
}

/** Reads a baseline; undefined where the text is none. */
export function parseBaseline(text: string): Baseline | undefined {
  const read = readBaseline(text);
  return 'trouble' in read ? undefined : read;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

/** The first form: how often each fingerprint is known. */
function hashedIn(value: unknown, at: string): readonly KnownFinding[] | string {
  if (!isRecord(value)) return `has no fingerprints at ${at}`;
  const counts = Object.entries(value);
  if (!counts.every(([, count]) => isCount(count))) return `has a count at ${at} that is no whole number`;
  return counts.map(([fingerprint, count]) => ({ fingerprint, count: Number(count) }));
}

const TEXTS = ['file', 'rule', 'message', 'upstream', 'fingerprint', 'reason', 'reviewer'] as const;
const DAYS = ['since', 'until'] as const;

function namedIn(value: unknown, at: string): readonly KnownFinding[] | string {
  if (!Array.isArray(value)) return `has no list at ${at}`;
  const entries: KnownFinding[] = [];
  for (const [nth, entry] of (value as readonly unknown[]).entries()) {
    const trouble = isRecord(entry) ? troubleIn(entry) : 'is no finding';
    if (trouble !== undefined) return `has an entry that ${trouble}: ${at}, number ${nth + 1}`;
    entries.push(entry as KnownFinding);
  }
  return entries;
}

function troubleIn(entry: Readonly<Record<string, unknown>>): string | undefined {
  const text = TEXTS.find((key) => entry[key] !== undefined && typeof entry[key] !== 'string');
  if (text !== undefined) return `has a "${text}" that is no text`;
  const day = DAYS.find(
    (key) => entry[key] !== undefined && !(typeof entry[key] === 'string' && isDay(entry[key])),
  );
  if (day !== undefined) return `has no day in "${day}" (written like 2027-01-31)`;
  if (entry['count'] !== undefined && !isCount(entry['count'])) return 'has no whole number in "count"';
  const lacks = (['file', 'rule', 'message'] as const).find((key) => entry[key] === undefined);
  return lacks === undefined || entry['fingerprint'] !== undefined ? undefined : `lacks "${lacks}"`;
}
