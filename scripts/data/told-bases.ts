import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { canonicalId } from '../../src/core/data/model-aliases.ts';
import type { Cells } from './table-file.ts';

const { packing } = parse(readFileSync(new URL('../../data/mirrors.yml', import.meta.url), 'utf8')) as {
  readonly packing: readonly string[];
};
const PACKED = new RegExp(`(?:^|[-_.])(?:${packing.join('|')})(?=[-_.]|$)`, 'i');

/**
 * The bases of a row as far as its record can tell them. Own ids are none. The Hub infers `quantized` from
 * the formats of the files, so a model that comes with a GGUF or ONNX file besides is told as a copy of the
 * model that it was trained from: the relation counts where the model's name tells of a packing too.
 */
export function toldBases({ id = '', base = '', relation = '' }: Cells): Pick<Cells, 'base' | 'relation'> {
  const own = canonicalId(id).toLowerCase();
  const others = base.split('|').filter((one) => one !== '' && canonicalId(one).toLowerCase() !== own);
  const said = relation === 'quantized' && !PACKED.test(id.slice(id.indexOf('/') + 1)) ? '' : relation;
  return { base: others.join('|'), relation: others.length === 0 ? '' : said };
}
