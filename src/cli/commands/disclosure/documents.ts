import { UsageError } from '../../../core/model/usage-error.ts';
import type { Host, Outcome } from '../../../app/host.ts';
import { save } from '../../output-file.ts';

/** The time that was asked for, to the second in UTC. Throws `UsageError` for what is none. */
export function dateOf(
  asked: string | undefined,
  { env, now }: Pick<Host, 'env'> & { readonly now?: () => Date },
): string | undefined {
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (asked === undefined && (epoch === undefined || epoch === '')) return undefined;
  const [name, value] = asked === undefined ? ['SOURCE_DATE_EPOCH', epoch ?? ''] : ['Option "--date"', asked];
  const date =
    asked === undefined
      ? new Date(/^\d{1,11}$/.test(value) ? Number(value) * 1000 : Number.NaN)
      : asked === 'now'
        ? now?.()
        : new Date(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/.test(value) ? value : Number.NaN);
  const day = value.slice(0, 10);
  const written = date && !Number.isNaN(date.getTime()) ? `${date.toISOString().slice(0, 19)}Z` : undefined;
  if (written === undefined || (asked !== undefined && asked !== 'now' && !written.startsWith(day)))
    throw new UsageError(
      `${name} is "${value.slice(0, 60)}", which is no time`,
      asked === undefined
        ? 'Set it to seconds since 1970'
        : 'Write `2026-11-30`, `2026-11-30T12:00:00Z` or `now`',
    );
  return written;
}

/** Documents of a run, and where they go. */
export interface Delivery {
  readonly documents: readonly { readonly root: string; readonly text: string }[];
  /** Behind the name of a file in a folder. */
  readonly ending: string;
  /** A file, or a folder where there are several or it ends in `/`; undefined for stdout. */
  readonly output: string | undefined;
  /** Lines for stderr. */
  readonly told: string;
  readonly failed: boolean;
}

/** Prints documents, or writes each to its file. */
export async function delivered(
  { documents, ending, output, told, failed }: Delivery,
  host: Host,
): Promise<Outcome> {
  if (output === undefined)
    return { stdout: documents.map(({ text }) => text).join(''), stderr: told, code: failed ? 2 : 0 };
  const isFolder = documents.length > 1 || output.endsWith('/');
  const names = isFolder ? fileNames(documents.map(({ root }) => root)) : [];
  const unsaved: string[] = [];
  for (const [at, { text }] of documents.entries()) {
    const file = isFolder ? `${output.replace(/\/+$/, '')}/${names[at] ?? ''}${ending}` : output;
    unsaved.push(...(await save(host, file, text)));
  }
  return { stdout: '', stderr: told + unsaved.join(''), code: failed || unsaved.length > 0 ? 2 : 0 };
}

/** A name for each repository's file, after its path: no two are alike. */
export function fileNames(roots: readonly string[]): string[] {
  const taken = new Set<string>();
  return roots.map((root) => {
    const plain = root.replace(/[^\w.-]+/g, '_').replace(/^[_.]+|_+$/g, '') || 'model';
    let name = plain;
    for (let nth = 2; taken.has(name.toLowerCase()); nth += 1) name = `${plain}-${nth}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
