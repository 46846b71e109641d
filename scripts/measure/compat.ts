/**
 * Asks for every ordered pair of known licenses and counts the answers. With a matrix that somebody published
 * (`matrix.ts` says in which forms), it compares and prints how often either word agrees. Exit 1 where an
 * answer breaks a promise: a throw, a parent more that betters the answer, an order of parents that matters.
 *
 *   tsx scripts/measure/compat.ts [MATRIX] [--relation R] [--all]
 *
 * `--all` adds the licenses that SPDX does not list.
 */
import { parseArgs } from 'node:util';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { compat, type Verdict } from '../../src/core/license/compat/compat.ts';
import { identify } from '../../src/core/license/names/identify.ts';
import type { Identity } from '../../src/core/model/license.ts';
import { REACH, type Relation } from '../../src/core/model/relation.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { publishedMatrix } from './matrix.ts';

useDataSource(shippedData);

const { values, positionals } = parseArgs({
  options: { relation: { type: 'string', default: 'finetune' }, all: { type: 'boolean' } },
  allowPositionals: true,
});
const isRelation = (word: string): word is Relation => Object.hasOwn(REACH, word);
if (!isRelation(values.relation)) throw new Error(`no relation ${values.relation}`);
const relation = values.relation;
const catalogue = shippedCatalogue();

function count<T extends string>(items: readonly T[]): string {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([item, times]) => `${item} ${times}`)
    .join(', ');
}

function pairs(): number {
  const licenses = catalogue.entries.filter(
    ({ spdx, oneOf }) => oneOf === undefined && (values.all === true || !spdx.startsWith('LicenseRef-')),
  );
  const known = licenses.map((license): Identity => ({ is: 'known', license }));
  const verdicts: Verdict[] = [];
  let broken = 0;
  const start = performance.now();
  for (const [row, one] of known.entries())
    for (const [column, declared] of known.entries()) {
      const { verdict } = compat([one], declared, relation);
      verdicts.push(verdict);
      // A third parent for each pair, another one each time.
      const other = known[(row * 31 + column * 17 + 7) % known.length];
      if (!other) continue;
      const [both, turned] = [
        compat([one, other], declared, relation).verdict,
        compat([other, one], declared, relation).verdict,
      ];
      if (both !== turned || (verdict === 'conflict' && both !== 'conflict')) {
        broken++;
        console.log(`broken: ${licenses[row]?.id ?? ''} into ${licenses[column]?.id ?? ''}`);
      }
    }
  const each = (performance.now() - start) / (verdicts.length * 3);
  console.log(
    `${licenses.length} licenses, ${verdicts.length} ordered pairs as ${relation}: ` +
      `${count(verdicts)}; ${(each * 1000).toFixed(1)} µs each; ${broken} broken promises`,
  );
  return broken;
}

const share = (part: number, whole: number) =>
  `${part} of ${whole} (${((100 * part) / Math.max(whole, 1)).toFixed(2)} %)`;

function against(file: string): void {
  const cells: string[] = [];
  const nameless = new Set<string>();
  for (const { upstream, declared, says } of publishedMatrix(file)) {
    const [up, own] = [identify(upstream, undefined, catalogue), identify(declared, undefined, catalogue)];
    if (up.is === 'unknown') nameless.add(upstream);
    const { verdict, reasons } = compat([up], own, relation);
    cells.push(`${says}/${verdict}`);
    if ((says === 'yes' && verdict === 'conflict') || (says === 'no' && verdict === 'ok'))
      console.log(`${upstream} into ${declared}: published ${says}, ours ${verdict}: ${reasons[0] ?? ''}`);
  }
  const unknown = nameless.size === 0 ? '' : `; nothing is known of ${[...nameless].join(', ')}`;
  console.log(`published/ours: ${count(cells)}${unknown}`);
  const among = (pattern: RegExp) => cells.filter((cell) => pattern.test(cell)).length;
  const conflicts = among(/^no\/conflict$/);
  console.log(
    'where the matrix says yes or no: conflict is right in ' +
      `${share(conflicts, among(/^(?:yes|no)\/conflict$/))}, and found in ` +
      `${share(conflicts, among(/^no\//))}; ok is right in ` +
      `${share(among(/^yes\/ok$/), among(/^(?:yes|no)\/ok$/))}; ` +
      `cannot-tell ${share(among(/\/cannot-tell$/), cells.length)}`,
  );
}

if (pairs() > 0) process.exitCode = 1;
const [matrix] = positionals;
if (matrix !== undefined) against(matrix);
