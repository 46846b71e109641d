import type { Finding, Problem } from '../model/finding.ts';
import type { Source, TextSource } from '../model/source.ts';
import { placeOf } from './evaluate.ts';

/** A comment that turns rules off: where it stands, what it covers. */
interface Directive {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly rules: readonly string[];
  readonly reason: string;
  readonly until: string | undefined;
  readonly covers: (offset: number) => boolean;
}

const COMMENT = /(?:#|<!--|\/\/)[ \t]*licet-(disable-next-line|disable-line|disable|enable)\b([^\n]{0,500}?)(?:-->|\r?\n|$)/g;

function lineOf(text: string, offset: number): { readonly start: number; readonly end: number } {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end };
}

/**
 * The directives of one text. `disable-line` and `disable-next-line` cover a line. `disable` covers what follows up to an
 * `enable`; without one it covers the whole file, since a comment in Markdown cannot stand before the front matter.
 */
function directivesIn({ file, text }: TextSource): Directive[] {
  if (!text.includes('licet-')) return [];
  const hits = [...text.matchAll(COMMENT)];
  return hits.flatMap((hit, index): Directive[] => {
    const [, kind = '', words = ''] = hit;
    if (kind === 'enable') return [];
    const [names = '', ...why] = words.split(/\s--\s/);
    const until = /\buntil=(\d{4}-\d{2}-\d{2})\b/.exec(words)?.[1];
    const rules = names.replace(/\buntil=\S+/, '').split(/[\s,]+/).filter((one) => one !== '');
    const here = lineOf(text, hit.index);
    const enable = hits.slice(index + 1).find(([, other]) => other === 'enable');
    const next = lineOf(text, Math.min(here.end + 1, text.length));
    const covers =
      kind === 'disable-line' ? (at: number) => at >= here.start && at <= here.end
      : kind === 'disable-next-line' ? (at: number) => at >= next.start && at <= next.end
      : enable ? (at: number) => at >= hit.index && at < enable.index
      : () => true;
    return [{ file, start: hit.index, end: hit.index + hit[0].trimEnd().length, rules, reason: why.join(' -- ').replace(/\buntil=\S+/, '').trim(), until, covers }];
  });
}

export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** Directives that cover nothing, are past their day, or give no reason where one is asked for. */
  readonly problems: readonly (Problem & { readonly rule: 'unused-directive' | 'expired-directive' })[];
}

/** Takes out the findings that comments in the files turn off. `today` is ISO 8601; `until` is the last day that counts. */
export function applyDirectives(sources: readonly Source[], findings: readonly Finding[], today: string, requireReason = false): Suppressed {
  const directives = sources.flatMap((source) => (source.kind === 'text' ? directivesIn(source) : []));
  if (directives.length === 0) return { findings, suppressed: [], problems: [] };
  const expired = (one: Directive) => one.until !== undefined && one.until < today;
  const counts = (one: Directive) => !expired(one) && !(requireReason && one.reason === '');
  const used = new Set<Directive>();
  const off = findings.filter((finding) => {
    const place = placeOf(finding);
    const by = directives.find((one) => counts(one) && one.file === place.file && (one.rules.length === 0 || one.rules.includes(finding.rule)) && one.covers('start' in place ? place.start : 0));
    if (by) used.add(by);
    return by !== undefined;
  });
  const problems = directives.flatMap((one): Suppressed['problems'] => {
    const at = { file: one.file, start: one.start, end: one.end };
    const names = one.rules.join(', ') || 'every rule';
    if (expired(one)) return [{ rule: 'expired-directive', at, what: `Directive for "${names}" ended on ${one.until ?? ''}`, fix: { title: 'Mend the finding, or set a later day with a reason', safe: false, edits: [] } }];
    if (requireReason && one.reason === '') return [{ rule: 'unused-directive', at, what: `Directive for "${names}" gives no reason, so it does not count`, fix: { title: 'Add ` -- ` and the reason', safe: false, edits: [] } }];
    return used.has(one) ? [] : [{ rule: 'unused-directive', at, what: `Directive for "${names}" turns nothing off`, fix: { title: 'Remove the comment', safe: false, edits: [] } }];
  });
  return { findings: findings.filter((finding) => !off.includes(finding)), suppressed: off, problems };
}
