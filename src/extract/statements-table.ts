import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Candidate } from './candidate.ts';
import type { Context } from './context.ts';
import { tonguesOf } from './cues.ts';
import { flatten, type Flat } from './flatten.ts';
import { mentionsIn } from './mentions.ts';
import { sentencesOf } from './sentence.ts';
import { isLicenseLabel, licenseStatements } from './statements-license.ts';
import { providerStatements } from './statements-provider.ts';
import { matterNamed } from './subject.ts';
import { isUpstreamLabel, upstreamStatements } from './statements-upstream.ts';
import { fieldsOf, type Cell, type Field } from './table.ts';

/** Names of fields are short. */
const LONGEST_LABEL = 60;

/**
 * What a table says whose cells are named "Base model" or "License". A table with several rows under such a head compares
 * models, so only the row counts that names this one.
 */
export function tableStatements(source: TextSource, candidate: Candidate, context: Context): Claim[] {
  const { start, end } = candidate.block;
  const table = source.text.slice(start, end);
  const all = fieldsOf(table).filter(({ label, value }) => value.text !== '' && label.text.length < LONGEST_LABEL);
  const parts = licensesOfParts(source, candidate, all, context);
  if (parts.length > 0) return parts;
  const fields = all.filter(({ label }) => isLabel(plain(label)));
  const listed = fields.filter(({ row }) => row !== undefined);
  const own = listed.filter(({ row = [] }) => isOwn(row, context.self));
  const single = new Set(listed.map(({ row }) => row)).size === 1;
  const told = [...fields.filter(({ row }) => row === undefined), ...(own.length > 0 && new Set(own.map(({ row }) => row)).size === 1 ? own : single ? listed.filter((field) => isAlone(field, start)) : [])];
  return told.flatMap((field) => {
    const flat = flatField(field, start);
    const sentences = sentencesOf(flat);
    const claims = [...upstreamStatements(source.file, sentences, { listing: undefined, isItem: true }, context).claims, ...providerStatements(source.file, sentences), ...licenseStatements(source.file, flat, sentences, candidate, context)];
    return field.row === undefined || own.includes(field) || isOfModel(table, fields) ? claims : claims.filter(({ kind }) => kind !== 'license');
  });
}

/** What a table says that gives each part a row: "Code | MIT", under a head "License" or in a section on licenses. */
function licensesOfParts(source: TextSource, candidate: Candidate, fields: readonly Field[], context: Context): Claim[] {
  const isHead = ({ label }: Field) => isLicenseLabel(plain(label));
  const headed = fields.filter((field) => field.row !== undefined && isHead(field));
  const rows = headed.length > 0 ? headed.map(({ row = [], value }) => ({ label: row[0], value })) : candidate.underLicense ? fields.filter(({ row }) => row === undefined) : [];
  return rows.flatMap(({ label, value }): Claim[] => {
    if (!label || label === value || matterNamed(plain(label)) === 'unsaid') return [];
    const flat = flatField({ label, value }, candidate.block.start);
    return licenseStatements(source.file, flat, sentencesOf(flat), candidate, context);
  });
}

const isLabel = (text: string) => isUpstreamLabel(text) || isLicenseLabel(text);
const plain = ({ text }: Cell) => text.replace(/[*_`]|<[^<>]{0,100}>/g, '').replace(/^[^\p{L}]+|[\s:：]+$/gu, '');

/** Whether a row names this repository, by its id or by its name alone. */
function isOwn(row: readonly Cell[], self: string | undefined): boolean {
  const name = self?.slice(self.indexOf('/') + 1).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return name !== undefined && row.some(({ text }) => new RegExp(`(?<![\\w.-])${name}(?![\\w.-])`, 'i').test(text));
}

/** Whether no other cell of the row names a model: else the row may be that model's. */
function isAlone({ row = [], value }: Field, base: number): boolean {
  return row.every((cell) => cell === value || !/[/]/.test(cell.text) || mentionsIn(flatten(cell.text, base + cell.start), 0, cell.text.length).every(({ hub }) => !hub));
}

/** Whether a license in a row that names nobody can only be this model's: no base, data or code stands beside it. */
function isOfModel(table: string, fields: readonly Field[]): boolean {
  return !fields.some(({ label }) => isUpstreamLabel(plain(label))) && !tonguesOf(table).some(({ license }) => license.data.test(table) || license.code.test(table));
}

/** "Label: value" as a sentence, with the value's places. */
function flatField({ label, value }: Field, base: number): Flat {
  const flat = flatten(value.text, base + value.start);
  const before = `${plain(label)}: `;
  const back = (at: number) => Math.max(0, at - before.length);
  return {
    text: before + flat.text,
    links: flat.links.map((link) => ({ ...link, from: link.from + before.length, to: link.to + before.length })),
    span: (from, to) => flat.span(back(from), back(to)),
  };
}
