import type { Claim, ClaimOf } from '../../../model/claim.ts';
import type { TextSource } from '../../../model/source.ts';
import { fromLetter } from '../../../text/signs.ts';
import type { Candidate } from '../candidate-blocks.ts';
import type { Context } from '../../context.ts';
import { languagesOf } from '../languages.ts';
import { flatten, type Flat } from '../../card/flatten-block.ts';
import { mentionsIn } from '../mentions.ts';
import { sentencesOf } from '../sentences.ts';
import { isLicenseLabel, licenseStatements } from './license.ts';
import { licensesOfRows } from './source-license.ts';
import { providerStatements } from './provider.ts';
import { matterNamed } from '../subjects.ts';
import { limitStatements } from './use-limit.ts';
import { isUpstreamLabel, upstreamStatements } from './upstream.ts';
import { fieldsOf, type Cell, type Field } from '../../card/table-fields.ts';

/** Names of fields are short. */
const LONGEST_LABEL = 60;

/**
 * What a table says whose cells are named "Base model" or "License". A table with several rows under such a
 * head compares models, so only the row counts that names this one.
 */
export function tableStatements(source: TextSource, candidate: Candidate, context: Context): Claim[] {
  const { start, end } = candidate.block;
  const table = source.text.slice(start, end);
  const named = remembered((text: string) => isLabel(plainText(text)));
  const all = fieldsOf(
    table,
    ({ text }) => text.length < LONGEST_LABEL && (candidate.underLicense || named(text)),
  ).filter(({ value }) => value.text !== '');
  const sources = licensesOfRows(
    source.file,
    all.filter(({ label }) => isLicenseLabel(plain(label))),
    start,
    context,
  );
  const origins = originsOfParts(source, candidate, table, context);
  if (origins.length > 0) return [...origins, ...sources];
  const parts = licensesOfParts(source, candidate, all, context);
  if (parts.length > 0) return [...parts, ...sources];
  const fields = all.filter(({ label }) => named(label.text));
  const listed = fields.filter(({ row }) => row !== undefined);
  const isOwn = remembered(ownRow(context.self));
  const own = new Set(listed.filter(({ row = [] }) => isOwn(row)));
  const single = new Set(listed.map(({ row }) => row)).size === 1;
  const told = [
    ...fields.filter(({ row }) => row === undefined),
    ...(new Set([...own].map(({ row }) => row)).size === 1 ? own : single ? alone(listed, start) : []),
  ];
  const ofModel = remembered(() => isOfModel(table, fields));
  return [
    ...sources,
    ...told.flatMap((field) => {
      const flat = flatField(field, start);
      const sentences = sentencesOf(flat);
      const claims = [
        ...upstreamStatements(source.file, sentences, { listing: undefined, isItem: true }, context).claims,
        ...providerStatements(source.file, sentences),
        ...licenseStatements(source.file, flat, sentences, candidate, context),
        ...limitStatements(source.file, sentences, context, candidate, { isItem: true, isCell: false }),
      ];
      return field.row === undefined || own.has(field) || ofModel(0)
        ? claims
        : claims.filter(({ kind }) => kind !== 'license');
    }),
  ];
}

/**
 * What a table says that gives each part a row: "Code | MIT", under a head "License" or in a section on
 * licenses.
 */
function licensesOfParts(
  source: TextSource,
  candidate: Candidate,
  fields: readonly Field[],
  context: Context,
): Claim[] {
  const isHead = ({ label }: Field) => isLicenseLabel(plain(label));
  const headed = fields.filter((field) => field.row !== undefined && isHead(field));
  const rows =
    headed.length > 0
      ? headed.map(({ row = [], value }) => ({ label: row[0], value }))
      : candidate.underLicense
        ? fields.filter(({ row }) => row === undefined)
        : [];
  return rows.flatMap(({ label, value }): Claim[] => {
    if (!label || label === value || matterNamed(plain(label)) === 'unsaid') return [];
    const flat = flatField({ label, value }, candidate.block.start);
    return licenseStatements(source.file, flat, sentencesOf(flat), candidate, context);
  });
}

/**
 * What a table says that gives each part a row: "VAE | acme/vae", under heads such as "Part" and "Upstream".
 */
function originsOfParts(
  source: TextSource,
  { block: { start } }: Candidate,
  table: string,
  { self }: Context,
): ClaimOf<'upstream'>[] {
  const isHead = remembered((text: string) => {
    const name = plainText(text);
    return languagesOf(name).some(({ originColumn }) => originColumn.test(name)) || isUpstreamLabel(name);
  });
  return fieldsOf(table, ({ text }) => text.length < LONGEST_LABEL && isHead(text)).flatMap(
    ({ head, value, row }): ClaimOf<'upstream'>[] => {
      const part = row?.[0];
      const isOfPart = head && languagesOf(head.text).some(({ partColumn }) => partColumn.test(plain(head)));
      if (!isOfPart || part === undefined || part === value) return [];
      const flat = flatten(value.text, start + value.start);
      const named = mentionsIn(flat, 0, flat.text.length).filter(
        ({ hub, model }) => hub && model.toLowerCase() !== self?.toLowerCase(),
      );
      return named.map((one) => ({
        kind: 'upstream',
        place: { file: source.file, ...flat.span(one.from, one.to) },
        via: 'prose',
        confidence: 'likely',
        model: one.model,
        raw: one.raw,
        hub: true,
        relation: 'component',
        part: plain(part),
      }));
    },
  );
}

const isLabel = (text: string) => isUpstreamLabel(text) || isLicenseLabel(text) || isUseLabel(text);
const isUseLabel = (text: string) => languagesOf(text).some(({ useLabel }) => useLabel.test(text));
const plainText = (text: string) =>
  fromLetter(text.replace(/[*_`]|<[^<>]{0,100}>/g, '')).replace(/[\s:：]+$/, '');
const plain = ({ text }: Cell) => plainText(text);

/** A question whose answers are kept: a table asks the same of many cells. */
function remembered<In, Out>(ask: (about: In) => Out): (about: In) => Out {
  const known = new Map<In, Out>();
  return (about) => {
    const before = known.get(about);
    if (before !== undefined) return before;
    const answer = ask(about);
    known.set(about, answer);
    return answer;
  };
}

/** Whether a row names this repository, by its id or by its name alone. */
function ownRow(self: string | undefined): (row: readonly Cell[]) => boolean {
  const name = self?.slice(self.indexOf('/') + 1).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (name === undefined) return () => false;
  const names = new RegExp(`(?<![\\w.-])${name}(?![\\w.-])`, 'i');
  return (row) => row.some(({ text }) => names.test(text));
}

/** The fields of one row beside whose value no other cell names a model: else the row may be that model's. */
function alone(fields: readonly Field[], base: number): Field[] {
  const namesModel = (cell: Cell) =>
    /[/]/.test(cell.text) &&
    mentionsIn(flatten(cell.text, base + cell.start), 0, cell.text.length).some(({ hub }) => hub);
  const naming = new Set((fields[0]?.row ?? []).filter(namesModel));
  return fields.filter(({ value }) => naming.size === 0 || (naming.size === 1 && naming.has(value)));
}

/**
 * Whether a license in a row that names nobody can only be this model's: no base, data or code stands beside
 * it.
 */
function isOfModel(table: string, fields: readonly Field[]): boolean {
  return (
    !fields.some(({ label }) => isUpstreamLabel(plain(label))) &&
    !languagesOf(table).some(({ license }) => license.data.test(table) || license.code.test(table))
  );
}

/** "Label: value" as a sentence, with the value's places. */
function flatField({ label, value }: Field, base: number): Flat {
  const flat = flatten(value.text, base + value.start);
  const before = `${plain(label)}: `;
  const back = (at: number) => Math.max(0, at - before.length);
  const moved = <T extends { readonly from: number; readonly to: number }>(one: T): T => ({
    ...one,
    from: one.from + before.length,
    to: one.to + before.length,
  });
  return {
    text: before + flat.text,
    code: flat.code.map(moved),
    links: flat.links.map(moved),
    span: (from, to) => flat.span(back(from), back(to)),
  };
}
