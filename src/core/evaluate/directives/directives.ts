import { isDay } from '../../config/check-content.ts';
import { ruleHint, type RuleName } from '../../config/rule-names.ts';
import type { Finding, Problem, SuppressedFinding, Suppression } from '../../model/finding.ts';
import type { Source } from '../../model/source.ts';
import { directivesIn, MOST, type Directive } from './directive-comments.ts';
import { placeOf } from '../evaluate.ts';

type DirectiveProblem = Problem & { readonly rule: 'unused-directive' | 'expired-directive' };

export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Directives that turn nothing off, are past their day, or cannot be carried out. */
  readonly problems: readonly DirectiveProblem[];
}

/** What the engine knows of the rules that a directive names. */
export interface DirectivesApplied {
  /** Every rule there is. */
  readonly known: readonly RuleName[];
  /** Whether a rule was asked: a directive for one that was off is no trouble. */
  asked(rule: string): boolean;
}

/**
 * Takes out the findings that comments in the files turn off. `today` is ISO 8601; `until` is the last day
 * that counts; where today is an empty string no day is past. Without `heard` every rule counts as known and
 * asked.
 */
export function applyDirectives(
  sources: readonly Source[],
  findings: readonly Finding[],
  today: string,
  requireReason = false,
  heard?: DirectivesApplied,
): Suppressed {
  const read = sources.flatMap((source) =>
    source.kind === 'text' ? [{ file: source.file, ...directivesIn(source) }] : [],
  );
  const directives = read.flatMap((one) => one.directives);
  if (directives.length === 0 && read.every(({ beyond }) => beyond === undefined))
    return { findings, suppressed: [], problems: [] };
  const useless = new Map<Directive, DirectiveProblem>();
  for (const one of directives) {
    const why = failing(one, today, requireReason);
    if (why) useless.set(one, why);
  }
  const used = new Map<Directive, Set<string>>(directives.map((one) => [one, new Set()]));
  const byFile = new Map(
    read.map((one) => [one.file, one.directives.filter((directive) => !useless.has(directive))]),
  );
  const [kept, off]: [Finding[], SuppressedFinding[]] = [[], []];
  for (const finding of findings) {
    const by = (byFile.get(placeOf(finding).file) ?? []).filter((one) => covers(one, finding));
    for (const one of by) used.get(one)?.add(finding.rule);
    const [first] = by;
    if (first) off.push({ finding, suppression: suppressionOf(first) });
    else kept.push(finding);
  }
  const known = new Set(heard?.known.map(({ name }) => name));
  const problems = directives.flatMap(
    (one) => useless.get(one) ?? unusedIn(one, used.get(one) ?? new Set(), heard, known),
  );
  for (const { file, beyond } of read)
    if (beyond)
      problems.push({
        rule: 'unused-directive',
        standsFor: 1,
        at: { file, start: beyond.start, end: beyond.end },
        message: `Directives from here on are not read, so they turn nothing off: a file may have ${MOST}`,
        fix: { title: 'Turn the rules off in the config', safe: false, edits: [] },
      });
  return { findings: kept, suppressed: off, problems };
}

function suppressionOf({ file, start, end, reason, until }: Directive): Suppression {
  return {
    by: 'comment',
    ...(reason === '' ? {} : { reason }),
    ...(until === undefined ? {} : { until }),
    at: { file, start, end },
  };
}

/** Every directive, told once, where whoever runs licet lets none count. */
export function unheardDirectives(sources: readonly Source[]): readonly DirectiveProblem[] {
  return sources
    .flatMap((source) => (source.kind === 'text' ? directivesIn(source).directives : []))
    .map((one) => ({
      ...trouble(
        one,
        'unused-directive',
        `Directive for ${quoted(one.rules)} does not count: comments turn nothing off in this run`,
        'Settle the finding, or write the exception into the config',
      ),
      severity: 'info',
    }));
}

function covers(directive: Directive, finding: Finding): boolean {
  const place = placeOf(finding);
  return (
    directive.file === place.file &&
    (directive.rules.length === 0 || directive.rules.includes(finding.rule)) &&
    directive.covers('start' in place ? place.start : 0)
  );
}

const LONGEST_NAMES = 50;

function quoted(names: readonly string[]): string {
  const all = names.join(', ');
  const short = all.length > LONGEST_NAMES ? `${all.slice(0, LONGEST_NAMES)}…` : all;
  return names.length === 0 ? 'all rules' : `"${short.replaceAll('"', "'")}"`;
}

function trouble(
  one: Directive,
  rule: DirectiveProblem['rule'],
  what: string,
  title: string,
): DirectiveProblem {
  return {
    rule,
    at: { file: one.file, start: one.start, end: one.end },
    message: what,
    fix: { title, safe: false, edits: [] },
  };
}

/** Why a directive turns nothing off, whatever is found: past its day, no day, no reason. */
function failing(one: Directive, today: string, requireReason: boolean): DirectiveProblem | undefined {
  const names = quoted(one.rules);
  if (one.until !== undefined && !isDay(one.until))
    return trouble(
      one,
      'expired-directive',
      `Directive for ${names} has an invalid date in "until=", so it is ignored`,
      'Write the day as `until=2027-01-31`',
    );
  if (one.until !== undefined && one.until < today)
    return trouble(
      one,
      'expired-directive',
      `Directive for ${names} ended on ${one.until}`,
      'Settle the finding, or set a later day with a reason',
    );
  if (requireReason && one.reason === '')
    return trouble(
      one,
      'unused-directive',
      `Directive for ${names} gives no reason, so it is ignored`,
      'Add ` -- ` and the reason',
    );
  return undefined;
}

/** Names of one directive that are told one by one; those behind them, in one finding. */
const MOST_NAMES = 5;

function unusedIn(
  one: Directive,
  used: ReadonlySet<string>,
  heard: DirectivesApplied | undefined,
  known: ReadonlySet<string>,
): DirectiveProblem[] {
  if (one.rules.length === 0)
    return used.size > 0
      ? []
      : [trouble(one, 'unused-directive', 'Directive for all rules is unused', 'Remove the comment')];
  const strange = heard ? one.rules.filter((rule) => !known.has(rule)) : [];
  const more = strange.slice(MOST_NAMES);
  const idle = one.rules.filter(
    (rule) => !used.has(rule) && !(heard && !known.has(rule)) && (heard?.asked(rule) ?? true),
  );
  return [
    ...strange
      .slice(0, MOST_NAMES)
      .map((rule) =>
        trouble(
          one,
          'unused-directive',
          `Directive names ${quoted([rule])}, an unknown rule`,
          near(rule, heard?.known ?? []),
        ),
      ),
    ...(more.length === 0
      ? []
      : [
          trouble(
            one,
            'unused-directive',
            `Directive names ${more.length} more unknown rules: ${quoted(more)}`,
            'Remove the names',
          ),
        ]),
    ...(idle.length === 0
      ? []
      : [
          trouble(
            one,
            'unused-directive',
            `Directive for ${quoted(idle)} is unused`,
            idle.length === one.rules.length ? 'Remove the comment' : 'Remove the name',
          ),
        ]),
  ];
}

const near = (word: string, known: readonly RuleName[]) =>
  (word.length > 60 ? undefined : ruleHint(word, known)?.replace(/^Did you mean (.*)\?$/, 'Write $1')) ??
  'Remove the name';
