import type { CodeLens } from '../protocol.ts';
import { formats } from '../../core/report/formats.ts';
import type { Report, Run } from '../../core/report/report.ts';
import { START } from './ranges.ts';

/** The command behind the lens; its answer is the report as a page, for the client to show. */
export const SHOW_LINEAGE = 'licet.lineage';

/** What stands over a card: how many upstreams there are, how many are not known, and what is wrong. */
export function lensOf(report: Report, uri: string): CodeLens {
  const { ancestors, findings } = report;
  const unknown = ancestors.filter(({ resolution }) => resolution.is === 'failed').length;
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
  const title = [
    `${counted(ancestors.length, 'upstream')}${unknown === 0 ? '' : `, ${unknown} not known`}`,
    ...(['error', 'warning'] as const).flatMap((severity) =>
      count(severity) === 0 ? [] : [counted(count(severity), severity)],
    ),
    'lineage',
  ].join(' · ');
  return { range: START, command: { title, command: SHOW_LINEAGE, arguments: [uri] } };
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** The page of one repository: the same bytes as `--format html` writes. */
export async function lineagePage(run: Run): Promise<string> {
  const html = await formats['html']?.();
  return html?.(run, { color: false, width: 80, terminal: false }) ?? '';
}
