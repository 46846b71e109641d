import type { DataFile } from '../../core/data/data-source.ts';

/** The files that an update brings: tables that grow between releases of licet. */
export const UPDATED = [
  'data/copyright.tsv',
  'data/datasets.tsv',
  'data/generated/dates.json',
  'data/generated/mirrors.json',
  'data/generated/series.json',
  'data/model-aliases.tsv',
  'data/models.tsv',
] as const satisfies readonly DataFile[];

export type UpdatedFile = (typeof UPDATED)[number];
/** Their texts by name. */
export type UpdatedTexts = Readonly<Record<UpdatedFile, string>>;
