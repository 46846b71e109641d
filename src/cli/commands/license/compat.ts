import { nearest } from '../../options.ts';
import { RELATION_WORDS, section } from '../../../core/evaluate/facts/terms/term-labels.ts';
import { shippedCatalogue, type Catalogue } from '../../../core/data/catalogue.ts';
import { compat, type Answer, type CompatNote } from '../../../core/license/compat/compat.ts';
import { identify } from '../../../core/license/names/identify.ts';
import { REACH, type Relation } from '../../../core/model/relation.ts';
import { colorsFor } from '../../../core/report/terminal/colors.ts';
import { printable } from '../../../core/report/terminal/wrap.ts';
import { json, readOptions, usage, type CommandHost, type Outcome } from '../command.ts';
import { nearestLicense } from '../suggest.ts';
import { indented } from './terms.ts';

export const help = `Usage: licet compat <upstream…> <declared> [--relation R] [--json]

Says whether works under the upstream licenses may go out under the declared
one: ids, names, SPDX expressions. Several upstreams are the parents of a merge.
The answer goes by the licenses' words; whether copyleft reaches model weights
at all is not decided here.

  --relation R   how the work stands to its upstreams (finetune): copy,
                 finetune, merge, quantized, adapter, component, outputs,
                 dataset, code
  --json         {"verdict","dropped":[…],"duties":[…],"reasons":[…]}

Verdict and exit code: ok 0, cannot-tell 0, conflict 1; wrong usage 2.
`;

const isRelation = (word: string): word is Relation => Object.hasOwn(REACH, word);

/** `licet compat\`: whether licenses go together, and why. */
export function run(
  args: readonly string[],
  host: CommandHost,
  catalogue: Catalogue = shippedCatalogue(),
): Promise<Outcome> {
  return Promise.resolve(answer(args, host, catalogue));
}

function answer(args: readonly string[], host: CommandHost, catalogue: Catalogue): Outcome {
  const read = readOptions(
    args,
    {
      relation: { type: 'string', short: 'r' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    'compat',
  );
  if (read.is === 'refused') return read.outcome;
  if (read.values.help) return { stdout: help, stderr: '', code: 0 };
  const relation = read.values.relation ?? 'finetune';
  if (!isRelation(relation)) {
    const near = nearest(relation, Object.keys(REACH));
    return usage(
      `no relation "${printable(relation)}"`,
      near === undefined ? `It is one of ${Object.keys(REACH).join(', ')}` : `Did you mean \`${near}\`?`,
    );
  }
  const upstreams = read.positionals.slice(0, -1);
  const declared = read.positionals.at(-1);
  if (declared === undefined || upstreams.length === 0)
    return usage(
      'compat takes at least two licenses: what comes from upstream, then what is declared',
      'Try `licet compat llama3.1 apache-2.0`; quote an expression: `"MIT OR Apache-2.0"`',
    );

  const found = compat(
    upstreams.map((name) => identify(name, undefined, catalogue)),
    identify(declared, undefined, catalogue),
    relation,
  );
  const hints = read.positionals
    .filter((name) => identify(name, undefined, catalogue).is === 'unknown')
    .flatMap((name) => {
      const near = nearestLicense(name, catalogue);
      return near === undefined ? [] : [`"${printable(name)}" is not known; did you mean \`${near}\`?\n`];
    });
  const stdout = read.values.json
    ? json(found)
    : text(found, `${upstreams.join(' + ')} → ${declared}, as ${RELATION_WORDS[relation]}`, host);
  return { stdout, stderr: hints.join(''), code: found.verdict === 'conflict' ? 1 : 0 };
}

function text(found: Answer, question: string, { color, width = 80 }: CommandHost): string {
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
    ...block('Dropped or not to be kept', found.dropped, width),
    ...block('Remains to be done', found.duties, width),
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
