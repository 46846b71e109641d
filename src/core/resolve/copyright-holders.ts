import { dataText } from '../data/data-source.ts';
import type { CopyrightLine } from '../model/lineage.ts';
import { canonicalId } from '../data/model-aliases.ts';
import { rowsOf } from '../data/table-rows.ts';
import type { Upstreams } from './upstreams.ts';

let shipped: ReadonlyMap<string, readonly CopyrightLine[]> | undefined;

/**
 * The copyright lines that licet ships, by canonical id in lower case; each was read in the file of which its
 * row tells.
 */
function recordedLines(): ReadonlyMap<string, readonly CopyrightLine[]> {
  if (shipped) return shipped;
  const found = new Map<string, readonly CopyrightLine[]>();
  for (const { model = '', line = '', file = '', source = '', as_of: asOf = '' } of rowsOf(
    dataText('data/copyright.tsv'),
  )) {
    const key = canonicalId(model).toLowerCase();
    found.set(key, [...(found.get(key) ?? []), { line, file, source, asOf }]);
  }
  return (shipped = found);
}

/**
 * Adds shipped copyright lines to answers that hold none of their own: a record from the model's own files
 * goes before.
 */
export function withCopyright(upstreams: Upstreams): Upstreams {
  return {
    async find(model) {
      const found = await upstreams.find(model);
      if (found.is === 'failed' || found.copyright !== undefined) return found;
      const copyright = recordedLines().get(canonicalId(model).toLowerCase());
      return copyright === undefined ? found : { ...found, copyright };
    },
  };
}
