import type { Hover, InlayHint, Position } from '../protocol.ts';
import { label, section } from '../../core/evaluate/facts/terms/term-labels.ts';
import type { License, Term } from '../../core/model/license.ts';
import type { Ancestor } from '../../core/model/lineage.ts';
import type { Place } from '../../core/model/place.ts';
import { identityLabel } from '../../core/license/names/identity-label.ts';
import { datedIn } from '../../core/report/lineage.ts';
import type { Report } from '../../core/report/report.ts';
import { holds, rangesIn, textIn } from './ranges.ts';

/** What is known where the mouse points: the terms of the declared license, what an upstream is under. */
export function hoverAt(report: Report, file: string, at: Position): Hover | undefined {
  const ranges = rangesIn(report);
  const isHere = (place: Place) => place.file === file && 'start' in place && holds(ranges(place), at);
  const upstream = directOf(report).find(({ claims }) => claims.some(({ place }) => isHere(place)));
  if (upstream) return markdown(upstreamText(upstream));
  if (!/^license(?:_name)?\s*:/.test(lineOf(report, file, at.line))) return undefined;
  const { identity } = report.declared ?? {};
  return identity?.is === 'known' ? markdown(licenseText(identity.license)) : undefined;
}

const lineOf = (report: Report, file: string, line: number) =>
  textIn(report, file)?.split(/\r\n|\r|\n/, line + 1)[line] ?? '';

const markdown = (value: string): Hover => ({ contents: { kind: 'markdown', value } });

const directOf = ({ ancestors }: Report) => ancestors.filter(({ path }) => path.length === 1);

function upstreamText({ model, path, resolution }: Ancestor): string {
  const [step] = path;
  const relation = step.relation === 'unsaid' ? 'upstream' : step.relation;
  const told = step.by === undefined ? '' : `, told by ${step.by.words}`;
  if (resolution.is === 'failed')
    return `**${model}** (${relation}${told})\n\nLicense not known: ${resolution.why}`;
  const { license } = resolution;
  const terms = license.is === 'known' ? `\n\n${termsText(license.license)}` : '';
  return (
    `**${model}** (${relation}${told})\n\n` +
    `${identityLabel(license)}, from ${resolution.from}${datedIn(resolution)}${terms}`
  );
}

function licenseText(license: License): string {
  const name = license.url === undefined ? license.name : `[${license.name}](${license.url})`;
  return `**${name}**\n\n${termsText(license)}`;
}

function termsText({ duties, limits, checked }: License): string {
  const terms: readonly Term[] = [...duties, ...limits];
  const lines = terms.map((term) => `- ${section(term.section)} ${label(term)}: ${term.summary}`);
  return [...lines, '', `Read by licet on ${checked}`].join('\n');
}

/** Behind each upstream that a document names, what it is under and how old that reading is. */
export function inlayHints(report: Report, file: string): InlayHint[] {
  const ranges = rangesIn(report);
  return directOf(report).flatMap(({ claims, resolution }) => {
    const lines = new Set<number>();
    return claims.flatMap(({ place }) => {
      if (place.file !== file || !('start' in place)) return [];
      const { end } = ranges(place);
      if (lines.has(end.line)) return [];
      lines.add(end.line);
      return [{ position: end, label: hintOf(resolution), paddingLeft: true }];
    });
  });
}

function hintOf(resolution: Ancestor['resolution']): string {
  if (resolution.is === 'failed') return `not known: ${resolution.why}`;
  const from =
    resolution.from === 'name' ? '' : ` · ${resolution.from}${resolution.asOf && ` ${resolution.asOf}`}`;
  return `${identityLabel(resolution.license)}${from}`;
}
