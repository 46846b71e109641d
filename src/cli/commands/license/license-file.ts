import type { Catalogue } from '../../../core/data/catalogue.ts';
import { loadIndex } from '../../../core/license/texts/match-text.ts';
import { recognize } from '../../../core/license/texts/rider.ts';
import type { LineRange, TextHit, TextMatch } from '../../../core/model/text-match.ts';
import { printable } from '../../../core/report/terminal/wrap.ts';
import { json, type Outcome } from '../command.ts';

const HEADS: Readonly<Record<TextMatch['match'], string>> = {
  exact: 'verbatim',
  near: 'with small additions or omissions',
  changed: 'changed substantially',
  several: 'several licenses in one file',
  none: 'not a license text that licet knows',
};

/** What the text of a file is. Exit code 1 where it is none that is known. */
export function fileAnswer(file: string, text: string, catalogue: Catalogue, asJson: boolean): Outcome {
  const found = recognize(file, text, loadIndex(), catalogue);
  const code = found.match === 'none' ? 1 : 0;
  const spdx = (id: string) => catalogue.byId(id)?.spdx ?? id;
  if (asJson) {
    const licenses = found.hits.map(({ id, score, lines, added, missing }) => ({
      id,
      spdx: spdx(id),
      score,
      lines,
      added,
      missing,
    }));
    return { stdout: json({ file, match: found.match, licenses }), stderr: '', code };
  }
  const head = `${printable(file)}: ${HEADS[found.match]}`;
  return {
    stdout: `${[head, ...found.hits.map((hit) => hitLine(hit, catalogue))].join('\n')}\n`,
    stderr: '',
    code,
  };
}

function hitLine(hit: TextHit, catalogue: Catalogue): string {
  const name = catalogue.byId(hit.id)?.name;
  const parts = [`${Math.floor(hit.score * 1000) / 10} % of its text`, `lines ${range(hit.lines)}`];
  if (hit.added.length > 0) parts.push(`added in ${hit.added.map(range).join(', ')}`);
  return `  ${hit.id}${name === undefined ? '' : ` (${name})`}: ${parts.join('; ')}`;
}

const range = ([from, to]: LineRange) => (from === to ? String(from) : `${from}-${to}`);
