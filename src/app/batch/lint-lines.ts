import { rules as shipped } from '../../../rules/index.ts';
import { answerTo, countsOf, refusalOf, type Answer, type Selected } from '../../core/batch/answer.ts';
import { hubClaims, repoOf } from '../../core/batch/record-repo.ts';
import { LONGEST_LINE, readLine, type BatchRecord } from '../../core/batch/record.ts';
import type { Config } from '../../core/config/config.ts';
import { shippedCatalogue } from '../../core/data/catalogue.ts';
import type { Levels } from '../../core/evaluate/evaluate.ts';
import { lint, type LintReport } from '../../core/lint.ts';
import { unremembered } from '../../core/resolve/shipped-upstreams.ts';
import { remembered, type Upstreams } from '../../core/resolve/upstreams.ts';
import { jsonText } from '../../core/text/outgoing.ts';
import { linesOf, textOf, type Line } from '../../node/batch/lines.ts';
import { isIn, type Shard } from './shard.ts';

/** How a batch is linted: the same for each of its lines. */
export interface BatchSettings {
  readonly config: Config;
  readonly levels: Levels;
  readonly selected: ReadonlySet<Selected>;
  readonly shard?: Shard | undefined;
  /** ISO 8601: what expires is held against it; nothing expires where it is left out. */
  readonly today?: string | undefined;
  /** A table of models, asked behind the facts of the config and before what licet ships. */
  readonly table?: Upstreams | undefined;
  /** Whether each answer tells its line; a part of a stream counts its own. */
  readonly lineNumbers?: boolean | undefined;
}

/** What was found so far. */
export interface Tally {
  lines: number;
  refused: number;
  errors: number;
  warnings: number;
}

/** Rules that judge what a card's text or the files beside it lack; metadata alone do not tell. */
const OF_TEXT = /^(?:missing-(?!license$|front-matter$|card$|name-prefix$)|uncredited-)/;
const OF_NAME = 'missing-name-prefix';

/**
 * Lints a stream of records, one a line, and hands on an answer for each, in order. A line's answer depends
 * on the line, the settings and the data alone; nothing of a line is kept. `write` gives false where nobody
 * reads any more.
 */
export async function lintLines(
  input: AsyncIterable<Uint8Array>,
  settings: BatchSettings,
  write: (line: string) => Promise<boolean>,
  told: (tally: Tally) => void = () => undefined,
): Promise<Tally> {
  const batch = new Batch(settings);
  const tally = nothing();
  for await (const line of linesOf(input, LONGEST_LINE)) {
    const done = await batch.answer(line);
    if (done === undefined) continue;
    if (!(await write(counted(tally, done)))) break;
    told(tally);
  }
  return tally;
}

/** A tally of nothing. */
export const nothing = (): Tally => ({ lines: 0, refused: 0, errors: 0, warnings: 0 });

/** Counts an answer, and gives its line. */
export function counted(tally: Tally, { answer, errors, warnings }: Done): string {
  tally.lines += 1;
  tally.errors += errors;
  tally.warnings += warnings;
  if (answer['ok'] === false) tally.refused += 1;
  return `${jsonText(answer)}\n`;
}

/** The answer to a line, and what was found in it. */
export interface Done {
  readonly answer: Answer;
  readonly errors: number;
  readonly warnings: number;
}

/** Answers lines, each by itself. */
export class Batch {
  readonly #settings: BatchSettings;
  readonly #catalogue = shippedCatalogue();
  readonly #upstreams: Upstreams;
  /** The levels for records that have metadata alone. */
  readonly #ofMetadata: Levels;

  constructor(settings: BatchSettings) {
    this.#settings = settings;
    const { config, table, levels } = settings;
    const tables = table === undefined ? [] : [table];
    this.#upstreams = unremembered(this.#catalogue, { facts: config.facts, tables });
    const off = shipped.filter(({ name }) => OF_TEXT.test(name)).map(({ name }) => [name, 'off'] as const);
    this.#ofMetadata = new Map([...levels, ...off]);
  }

  /** Undefined for blank lines, and for those of another shard. */
  async answer({ number, bytes }: Line): Promise<Done | undefined> {
    const { shard } = this.#settings;
    const text = bytes === undefined ? undefined : textOf(bytes);
    if (text?.trim() === '') return undefined;
    if (text === undefined) {
      // What cannot be read has no id: the first process tells of it.
      if (shard && shard.part > 1) return undefined;
      const why =
        bytes === undefined
          ? ({ code: 'too-large', message: `a line has more than ${LONGEST_LINE} bytes` } as const)
          : ({ code: 'bad-json', message: 'the line is not UTF-8' } as const);
      return this.#refusal(number, refusalOf(why));
    }
    const read = readLine(text);
    const id = read.is === 'record' ? read.record.id : read.id;
    if (shard && !isIn(shard, id ?? text)) return undefined;
    if (read.is === 'refused') return this.#refusal(number, refusalOf(read.refusal, read.id, read.x));
    return this.#linted(read.record, number);
  }

  async #linted(record: BatchRecord, line: number): Promise<Done> {
    const { id, x } = record;
    try {
      const report = await this.#report(record);
      const [failure] = report.failed;
      if (failure) throw new Error(`rule "${failure.rule}": ${failure.message}`);
      const counts = countsOf(report);
      const answer = answerTo(record, { report, counts }, this.#settings.selected);
      return { answer: this.#numbered(line, answer), errors: counts.error, warnings: counts.warning };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return this.#refusal(line, refusalOf({ code: 'internal', message }, id, x));
    }
  }

  /** The answer to a line that ended the thread that was at it. */
  lost({ number, bytes }: Line, why: string): Done {
    const text = bytes === undefined ? undefined : textOf(bytes);
    const read = text === undefined ? undefined : readLine(text);
    const { id, x } = read?.is === 'record' ? read.record : (read ?? {});
    return this.#refusal(number, refusalOf({ code: 'internal', message: why }, id, x));
  }

  #refusal(line: number, answer: Answer): Done {
    return { answer: this.#numbered(line, answer), errors: 0, warnings: 0 };
  }

  #numbered(line: number, answer: Answer): Answer {
    if (!this.#settings.lineNumbers) return answer;
    const { v, id, ...rest } = answer;
    return { v, id, line, ...rest };
  }

  #report(record: BatchRecord): Promise<LintReport> {
    const { config, levels, today } = this.#settings;
    const base = record.cardData === undefined ? levels : this.#ofMetadata;
    const repo = repoOf(record);
    return lint(repo, repo.name, {
      catalogue: this.#catalogue,
      upstreams: remembered(this.#upstreams),
      rules: shipped,
      levels: record.id === undefined ? new Map([...base, [OF_NAME, 'off']]) : base,
      requireReason: config.requireReason,
      policy: config.policy,
      claims: hubClaims(record),
      ...(today === undefined ? {} : { today }),
    });
  }
}
