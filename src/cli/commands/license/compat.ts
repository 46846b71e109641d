import { nearest } from '../../../core/text/did-you-mean.ts';
import { RELATION_WORDS, section } from '../../../core/evaluate/facts/terms/term-labels.ts';
import { shippedCatalogue, type Catalogue } from '../../../core/data/catalogue.ts';
import { compat, type Answer, type CompatNote } from '../../../core/license/compat/compat.ts';
import { identify } from '../../../core/license/names/identify.ts';
import { isSpdx } from '../../../core/license/names/spdx.ts';
import type { Identity } from '../../../core/model/license.ts';
import { REACH, type Relation } from '../../../core/model/relation.ts';
import { colorsFor } from '../../../core/report/terminal/colors.ts';
import { printable } from '../../../core/report/terminal/wrap.ts';
import { FORMAT, formatOf, json, readOptions, usage, type Outcome, type World } from '../command.ts';
import { nearestLicense } from '../suggest.ts';
import { indented } from './terms.ts';

export const help = `Usage: licet compat UPSTREAM… DECLARED [options]

Says whether a work based on the upstream licenses may be released under the
declared one. Licenses are ids, names or SPDX expressions; several upstreams are
the parents of a merge. The answer follows the wording of the licenses; whether
copyleft applies to model weights at all is not decided here.

  -r, --relation R   relation of the work to its upstreams: finetune (default),
                     copy, merge, quantized, adapter, component, outputs,
                     dataset or code
  -f, --format NAME  text (default) or json:
                     {"verdict","dropped":[…],"duties":[…],"reasons":[…]}

Exit status: 0 ok or cannot-tell, 1 conflict, 2 usage or internal error.
`;

const isRelation = (word: string): word is Relation => Object.hasOwn(REACH, word);

/** `licet compat\`: whether licenses go together, and why. */
export function run(
  args: readonly string[],
  world: World,
  catalogue: Catalogue = shippedCatalogue(),
): Promise<Outcome> {
  return Promise.resolve(answer(args, world, catalogue));
}

function answer(args: readonly string[], world: World, catalogue: Catalogue): Outcome {
  const read = readOptions(
    args,
    {
      relation: { type: 'string', short: 'r' },
      format: FORMAT,
      help: { type: 'boolean', short: 'h' },
    },
    'compat',
  );
  if (read.is === 'refused') return read.outcome;
  if (read.values.help) return { stdout: help, stderr: '', code: 0 };
  const format = formatOf(read.values.format, ['text', 'json']);
  const relation = read.values.relation ?? 'finetune';
  if (!isRelation(relation)) {
    const near = nearest(relation, Object.keys(REACH));
    return usage(
      `No relation named "${printable(relation)}"`,
      near === undefined ? `Use one of ${Object.keys(REACH).join(', ')}` : `Did you mean \`${near}\`?`,
    );
  }
  const upstreams = read.positionals.slice(0, -1);
  const declared = read.positionals.at(-1);
  if (declared === undefined || upstreams.length === 0)
    return usage(
      '`licet compat` takes at least two licenses: those of the upstreams, then the declared one',
      'Try `licet compat llama3.1 apache-2.0`; quote an expression: `"MIT OR Apache-2.0"`',
    );

  const identities = read.positionals.map((name) => identify(name, undefined, catalogue));
  const strange = identities.flatMap(unknownIn)[0];
  if (strange !== undefined) {
    const near = nearestLicense(strange, catalogue);
    return usage(
      `No license named "${strange}"`,
      near === undefined
        ? 'Run `licet licenses WORD` to search; a license of your own is `LicenseRef-NAME`'
        : `Did you mean \`${near}\`?`,
    );
  }
  const found = compat(identities.slice(0, -1), identities[identities.length - 1] as Identity, relation);
  const stdout =
    format === 'json'
      ? json(found)
      : text(found, `${upstreams.join(' + ')} → ${declared}, as ${RELATION_WORDS[relation]}`, world);
  return { stdout, stderr: '', code: found.verdict === 'conflict' ? 1 : 0 };
}

/** Names that neither licet nor SPDX knows: likelier a typing error than a license. "other" is the Hub's. */
function unknownIn(identity: Identity): string[] {
  if (identity.is === 'expression') return identity.of.flatMap(unknownIn);
  if (identity.is !== 'unknown' || /^(?:other|unknown)$/i.test(identity.raw)) return [];
  return isSpdx(identity.raw) ? [] : [identity.raw];
}

function text(found: Answer, question: string, { color, width = 80 }: World): string {
  const p = colorsFor(color);
  const verdict =
    found.verdict === 'ok'
      ? p.bold('ok')
      : found.verdict === 'conflict'
        ? p.red('conflict')
        : p.yellow('cannot-tell');
  const lines = [`${verdict}  ${printable(question)}`];
  if (found.reasons.length > 0) lines.push('', ...found.reasons.flatMap((reason) => bullet(reason, width)));
  lines.push(
    ...block('Terms lost or violated', found.dropped, width),
    ...block('Remaining obligations', found.duties, width),
  );
  return `${lines.join('\n')}\n`;
}

function bullet(reason: string, width: number): string[] {
  return indented(printable(reason), 4, width).map((line, index) =>
    index === 0 ? `  - ${line.slice(4)}` : line,
  );
}

function block(title: string, terms: readonly CompatNote[], width: number): string[] {
  if (terms.length === 0) return [];
  return [
    '',
    title,
    ...terms.flatMap((told) => [
      `  ${told.license} ${section(told.section)}  ${told.kind}${told.open ? ' (open)' : ''}`,
      ...indented(told.says, 4, width),
      ...(told.when === undefined ? [] : indented(`when: ${told.when}`, 4, width)),
    ]),
  ];
}
