import { resolve } from 'node:path';
import { differenceOf, isSame } from '../../../core/disclosure/diff/compare.ts';
import { differenceMarkdown, differenceText } from '../../../core/disclosure/diff/diff-text.ts';
import { releaseIn } from '../../../core/disclosure/diff/release-in.ts';
import { releaseOf, type Release } from '../../../core/disclosure/diff/release.ts';
import { UsageError } from '../../../core/model/usage-error.ts';
import type { Host } from '../../../app/host.ts';
import { shownPath } from '../../../node/fs/expand-paths.ts';
import { kindAt, readPlain } from '../../../node/fs/plain-file.ts';
import { FORMAT, formatOf, json, readOptions, type CommandHost, type Outcome } from '../command.ts';
import { DISCLOSED, disclosuresOf, type Asked } from './disclosures.ts';

export const help = `Usage: licet diff [options] BEFORE [AFTER]

Says what came into a release, what went out of it, and which licenses,
relations and duties changed. BEFORE and AFTER are each

  a file             a dossier (licet dossier -f json) or a bill of materials
                     (licet bom: CycloneDX, SPDX 3)
  a folder           as it lies there
  a revision         of the git repository around the current folder: v1.0,
                     HEAD~1, or main:models/acme-8b for a folder of it

Without AFTER it is the folder that BEFORE is a revision of. Of revisions what
the files say is compared; config, lock and data are those of today. Changes of
these show between the documents that were kept.

  -f, --format NAME  text (default), markdown or json
  --name ORG/MODEL   the model's id on the Hub
  --card FILE        the model card, if it is not README.md
  --lock FILE        lock file path (default: the nearest licet.lock.json)
  --online, --hub-cache, --frozen-lock, --config FILE, --no-config
                     as everywhere

Exit status: 0 nothing changed, 1 something did, 2 usage or internal error.
`;

/** A difference is of what files say, whatever their commits are. */
const { revision: _, ...SHARED } = DISCLOSED;
const OPTIONS = { ...SHARED, format: FORMAT } as const;

/** `licet diff`: what changed between two releases. */
export async function run(args: readonly string[], host: CommandHost & Host): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'diff');
  if (read.is === 'refused') return read.outcome;
  const { values, positionals } = read;
  if (values.help) return { stdout: help, stderr: '', code: 0 };
  const format = formatOf(values.format, ['text', 'markdown', 'json']);
  const [before, after, more] = positionals;
  if (before === undefined || more !== undefined)
    throw new UsageError(
      '`licet diff` takes one or two releases',
      'Name documents, folders or revisions: `licet diff v1.0`, `licet diff old.json new.json`',
    );
  const one = await releaseAt(before, values, host);
  const other = await releaseAt(after ?? one.folder ?? '.', values, host);
  const difference = differenceOf(one.release, other.release);
  const stdout =
    format === 'json'
      ? json({ same: isSame(difference), ...difference })
      : format === 'markdown'
        ? differenceMarkdown(difference)
        : differenceText(difference);
  return { stdout, stderr: [...new Set([one.told, other.told])].join(''), code: isSame(difference) ? 0 : 1 };
}

interface Found {
  readonly release: Release;
  readonly told: string;
  /** The folder that a revision was read of. */
  readonly folder?: string;
}

/** Bytes of a document: one of a lineage within its limits has far fewer. */
const LARGEST = 16 * 1024 * 1024;

/** The release that a word names. Throws `UsageError` where it names none. */
export async function releaseAt(word: string, asked: Asked, host: Host): Promise<Found> {
  const kind = kindAt(resolve(host.cwd, word));
  if (kind === 'file' && !/\.md$/i.test(word)) return { release: documentAt(word, host), told: '' };
  if (kind !== undefined) return disclosed(word, asked, host);
  const { revisionOf } = await import('../../../node/git/revision.ts');
  const [revision = '', folder = '.'] = word.startsWith('-') ? [] : word.split(/:(.*)/s);
  const path = resolve(host.cwd, folder);
  if (revision === '' || kindAt(path) !== 'folder')
    throw new UsageError(
      `"${word.slice(0, 80)}" is no file, no folder and no revision here`,
      'Name a dossier or a bill of materials as JSON, a folder, or a commit',
    );
  const { seen } = await revisionOf(path, revision, host.env);
  return { ...(await disclosed(folder, asked, host, seen)), folder };
}

async function disclosed(
  path: string,
  asked: Asked,
  host: Host,
  seen?: Parameters<typeof disclosuresOf>[3],
): Promise<Found> {
  const { disclosures, told } = await disclosuresOf([path], asked, host, seen);
  // A folder that is a repository itself is meant, whatever lies below it.
  const own = disclosures.filter(({ root }) => root === shownPath(host.cwd, resolve(host.cwd, path)));
  const [only, ...others] = own.length > 0 ? own : disclosures;
  if (!only || others.length > 0)
    throw new UsageError(
      `"${path}" holds ${disclosures.length} model repositories, and one is compared`,
      'Name the folder of one',
    );
  return { release: releaseOf(only.disclosure), told };
}

function documentAt(file: string, { cwd }: Host): Release {
  const read = readPlain(resolve(cwd, file), LARGEST);
  if (read.is === 'unread') throw new UsageError(`"${file}" ${read.says}`, 'Name another document');
  const hint = 'Write one with `licet dossier -f json` or `licet bom`';
  let value: unknown;
  try {
    value = JSON.parse(read.bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    throw new UsageError(`"${file}" is not valid JSON`, hint);
  }
  const release = releaseIn(value);
  if (!release) throw new UsageError(`"${file}" is no dossier, no CycloneDX and no SPDX 3 document`, hint);
  return release;
}
