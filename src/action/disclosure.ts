import { posix } from 'node:path';
import { reviewsIn, toldIn, type Told } from '../cli/commands/disclosure/disclosures.ts';
import { fileNames } from '../cli/commands/disclosure/documents.ts';
import { releaseAt } from '../cli/commands/disclosure/diff.ts';
import { cycloneDx } from '../core/disclosure/bom/cyclonedx/cyclonedx.ts';
import { spdx3 } from '../core/disclosure/bom/spdx/spdx.ts';
import { differenceOf } from '../core/disclosure/diff/compare.ts';
import { differenceMarkdown } from '../core/disclosure/diff/diff-text.ts';
import { releaseOf } from '../core/disclosure/diff/release.ts';
import { pageOf } from '../core/disclosure/dossier/compose.ts';
import { dossierJson, dossierOf } from '../core/disclosure/dossier/dossier.ts';
import { dossierHtml } from '../core/disclosure/dossier/html.ts';
import { dossierMarkdown } from '../core/disclosure/dossier/markdown.ts';
import { ENGLISH } from '../core/disclosure/dossier/words/english.ts';
import { KOREAN } from '../core/disclosure/dossier/words/korean.ts';
import { LANGUAGES } from '../core/disclosure/dossier/words/words.ts';
import { UsageError } from '../core/model/usage-error.ts';
import type { Run } from '../core/report/report.ts';
import { jsonText } from '../core/text/outgoing.ts';
import type { Host } from '../app/host.ts';
import type { Request } from '../app/open-run.ts';
import type { Linted } from '../app/run-lint.ts';

/** What a workflow asks to be disclosed. */
export interface Disclosing {
  /** Paths of files, or of folders where they end in `/`; undefined where none is asked. */
  readonly bom: string | undefined;
  readonly dossier: string | undefined;
  readonly language: string | undefined;
  /** A revision that the release is compared with. */
  readonly diff: string | undefined;
  /** The folder in which licet runs, from the workspace. */
  readonly folder: string;
  /** What was linted, and how: the revision is read alike. */
  readonly request: Request;
}

export interface Disclosed {
  readonly files: readonly { readonly path: string; readonly text: string; readonly whole: true }[];
  /** Markdown for the job summary. */
  readonly summary: string;
}

/** The documents of a run, and what changed. Throws `UsageError` for what cannot be written as asked. */
export async function disclosedBy(
  run: Run,
  linted: Pick<Linted, 'repos' | 'configOf'>,
  asked: Disclosing,
  host: Host,
): Promise<Disclosed> {
  const all = await toldIn(run, linted, undefined);
  const making = { version: run.version, data: run.data };
  const written = [
    ...documents('bom', asked.bom, all, (told, path) =>
      jsonText(
        /\.spdx3?\.json$/i.test(path)
          ? spdx3(told.disclosure, { ...making, reviews: reviewsIn(told) })
          : cycloneDx(told.disclosure, { ...making, reviews: reviewsIn(told) }, '1.6'),
        2,
      ),
    ),
    ...documents('dossier', asked.dossier, all, dossierWriter(asked, making, host)),
  ];
  return {
    files: written,
    summary: asked.diff === undefined ? '' : await changes(all, asked.diff, asked.request, host),
  };
}

/** Files behind a name in a folder. */
const ENDINGS = { bom: '.cdx.json', dossier: '.dossier.html' } as const;

function documents(
  input: keyof typeof ENDINGS,
  path: string | undefined,
  all: readonly Told[],
  write: (told: Told, path: string) => string,
): Disclosed['files'] {
  if (path === undefined) return [];
  const isFolder = path.endsWith('/');
  if (!isFolder && all.length > 1)
    throw new UsageError(
      `Input "${input}" names one file, and ${all.length} repositories were linted`,
      'End it with "/" for a folder, or name one repository under `paths`',
    );
  const names = fileNames(all.map(({ root }) => root));
  return all.map((told, at) => {
    const file = isFolder ? `${path}${names[at] ?? ''}${ENDINGS[input]}` : path;
    return { path: file, text: `${write(told, file).trimEnd()}\n`, whole: true };
  });
}

function dossierWriter(
  { language = 'en', folder }: Disclosing,
  making: { readonly version: string; readonly data: string },
  { env }: Host,
): (told: Told, path: string) => string {
  if (!LANGUAGES.some((one) => one === language))
    throw new UsageError(
      `Input "dossier-language" is "${language}"`,
      `A dossier is written in ${LANGUAGES.join(' or ')}`,
    );
  const words = language === 'ko' ? KOREAN : ENGLISH;
  return ({ root, disclosure, reviews }, path) => {
    const links = filesAt(env, posix.join(folder, root));
    const dossier = dossierOf(disclosure, { ...making, links }, reviews);
    if (/\.json$/i.test(path)) return jsonText(dossierJson(dossier), 2);
    const page = pageOf(dossier, words);
    return /\.md$/i.test(path) ? dossierMarkdown(page) : dossierHtml(page);
  };
}

/** Where GitHub shows the files of the commit that is built. */
function filesAt(env: Host['env'], folder: string): string | undefined {
  const [server, name, sha] = [env['GITHUB_SERVER_URL'], env['GITHUB_REPOSITORY'], env['GITHUB_SHA']];
  if (!server || !name || !sha) return undefined;
  return encodeURI([server, name, 'blob', sha, ...(folder === '.' ? [] : [folder])].join('/'));
}

async function changes(
  all: readonly Told[],
  revision: string,
  { name, card, lock, config, frozenLock }: Request,
  host: Host,
): Promise<string> {
  const asked = {
    name,
    card,
    lock,
    'frozen-lock': frozenLock,
    ...(typeof config === 'string' ? { config } : {}),
  };
  const said: string[] = [];
  for (const { root, disclosure } of all) {
    const before = await releaseAt(`${revision}:${root === '' ? '.' : root}`, asked, host);
    said.push(differenceMarkdown(differenceOf(before.release, releaseOf(disclosure))));
  }
  return within(said.map((one) => `\n${one}`).join(''));
}

/** Bytes of the summary that are left for what changed: GitHub drops a summary of more than 1 MiB whole. */
const LARGEST = 100 * 1024;

/** As many lines as there is room for, and how many are left out. */
function within(text: string): string {
  const lines = text.split('\n');
  let [room, kept] = [LARGEST, 0];
  for (const line of lines) {
    room -= Buffer.byteLength(line) + 1;
    if (room < 0) break;
    kept += 1;
  }
  if (kept === lines.length) return text;
  const left = lines.length - kept;
  const told = `${left} more lines are left out: a summary holds no more. \`licet diff\` has them.`;
  return [...lines.slice(0, kept), '', told, ''].join('\n');
}
