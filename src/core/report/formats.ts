import { didYouMean } from '../text/did-you-mean.ts';
import { UsageError } from '../read/read-error.ts';
import { stylish, stylishStream } from './formats/stylish.ts';
import type { Formatter, StreamFormatter } from './report.ts';

/** Where a document goes: a file, or standard output. */
export interface Target {
  readonly format: string;
  readonly file: string | undefined;
}

/** Each format by name; only what most runs print is loaded before it is asked for. */
export const formats: Readonly<Record<string, () => Promise<Formatter>>> = {
  stylish: () => Promise.resolve(stylish),
  compact: async () => (await import('./formats/compact.ts')).compact,
  json: async () => (await import('./formats/json.ts')).json,
  ndjson: async () => (await import('./formats/ndjson.ts')).ndjson,
  sarif: async () => (await import('./formats/sarif.ts')).sarif,
  github: async () => (await import('./formats/github.ts')).github,
  summary: async () => (await import('./formats/summary.ts')).summary,
  markdown: async () => (await import('./formats/markdown.ts')).markdown,
  html: async () => (await import('./html/html.ts')).html,
  gitlab: async () => (await import('./formats/gitlab.ts')).gitlab,
  junit: async () => (await import('./formats/junit.ts')).junit,
};

/** Those that can be written report by report; of the others the whole run is kept. */
export const streamFormats: Readonly<Record<string, () => Promise<StreamFormatter>>> = {
  stylish: () => Promise.resolve(stylishStream),
  compact: async () => (await import('./formats/compact.ts')).compactStream,
  json: async () => (await import('./formats/json.ts')).jsonStream,
  ndjson: async () => (await import('./formats/ndjson.ts')).ndjsonStream,
  github: async () => (await import('./formats/github.ts')).githubStream,
};

/** The names that `--format` takes. */
export const formatNames: readonly string[] = Object.keys(formats);

/**
 * Reads `name` or `name:file`; the file may hold colons itself. Throws `UsageError` where the name or the
 * file is missing.
 */
export function parseFormat(value: string): Target {
  const [, format = '', file] = /^([^:]*)(?::(.*))?$/s.exec(value) ?? [];
  if (format === '')
    throw new UsageError(
      `Format "${value}" has no name`,
      'Write it as `--format sarif` or `--format sarif:out.sarif`',
    );
  if (file === '')
    throw new UsageError(
      `Format "${value}" has no file after the colon`,
      `Write it as \`--format ${format}:out.${format}\``,
    );
  return { format, file };
}

/**
 * Reads several; `stylish` where none is given. At most one may go to standard output, so that it holds
 * exactly one document.
 */
export function parseFormats(values: readonly string[]): readonly Target[] {
  const targets = values.length === 0 ? [{ format: 'stylish', file: undefined }] : values.map(parseFormat);
  const taken = new Set<string | undefined>();
  for (const { format, file } of targets) {
    if (taken.has(file))
      throw new UsageError(
        file === undefined
          ? `Format "${format}" is the second one for standard output`
          : `Two formats go to "${file}"`,
        `Give it a file of its own: \`--format ${format}:FILE\``,
      );
    taken.add(file);
  }
  return targets;
}

/** The formatter of that name. Throws `UsageError` where there is none. */
export async function loadFormat(name: string): Promise<Formatter> {
  const load = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (!load)
    throw new UsageError(
      `No format named "${name}"`,
      didYouMean(name, formatNames) ?? `Use one of ${formatNames.join(', ')}`,
    );
  return load();
}
