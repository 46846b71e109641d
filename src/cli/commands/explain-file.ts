import { join, relative, resolve, sep } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { isIgnored, levelsAt, levelsFor } from '../../core/config/levels.ts';
import { loadConfig } from '../../node/config/load-config.ts';
import { findRepos } from '../../node/fs/find-repos.ts';
import { wanted, type ReadAs } from '../../core/read/evidence-files.ts';
import type { Repo } from '../../core/model/repo.ts';
import { printable } from '../../core/report/terminal/wrap.ts';
import { usage, type Outcome } from './command.ts';

/** What a file is to licet, in words. */
const READINGS: Readonly<Record<ReadAs, string>> = {
  card: 'the model card: front matter and text are read',
  text: 'read as text: it may tell a license, a notice or an upstream',
  gguf: 'weights: the metadata of the header is read, no tensor',
  safetensors: 'weights: the metadata of the header is read, no tensor',
};

export interface FileOptions {
  readonly cwd: string;
  readonly explicit?: string | undefined;
  readonly none?: boolean | undefined;
}

/**
 * Says of a file or folder to which repository it belongs, what it is to licet, and which levels hold there.
 */
export async function explainFile(path: string, options: FileOptions): Promise<Outcome> {
  const { repos } = await findRepos([path], { cwd: options.cwd });
  const asked = resolve(options.cwd, path);
  const repo =
    repos.find(
      ({ folder, files }) =>
        folder !== undefined &&
        (resolve(folder) === asked || files.some((file) => join(folder, file) === asked)),
    ) ?? repos[0];
  if (!repo?.folder)
    return usage(`"${path}" belongs to no model repository`, 'Name a file of one, or a rule');
  const config = await loadConfig(repo.folder, {
    cwd: options.cwd,
    explicit: options.explicit,
    none: options.none,
    rules,
  });
  const file = relative(repo.folder, asked).split(sep).join('/');
  const own = file === '' ? new Map<string, string>() : levelsAt(config, repo.folder)(file);
  const levels = new Map<string, string>([
    ...rules.map(({ name, severity }) => [name, severity] as const),
    ...levelsFor(config, repo.folder, repo.card),
    ...own,
  ]);
  const lines = [
    ['repository', repo.root === '' ? '.' : repo.root],
    ['card', repo.files.includes(repo.card) ? repo.card : `${repo.card}, which is not there`],
    ['this file', whatIs(repo, file, isIgnored(config, asked))],
    [
      'config',
      config.files.length === 0
        ? 'none: the preset recommended'
        : [...config.files].reverse().join(', which extends '),
    ],
    ...config.notes.map((note) => ['note', note]),
  ].filter(([name]) => name !== 'this file' || file !== '');
  const table = [...levels]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, level]) => `  ${level.padEnd(9)}${name}${changed(name, level)}`);
  return {
    stdout:
      `${lines.map(([name = '', text = '']) => `${name.padEnd(12)}${printable(text)}`).join('\n')}\n\n` +
      `${table.join('\n')}\n`,
    stderr: '',
    code: 0,
  };
}

function whatIs({ files, card }: Repo, file: string, ignored: boolean): string {
  if (ignored) return 'left out by `ignores` of the config';
  if (!files.includes(file))
    return 'not one of the files that licet sees (ignored by Git, hidden or too deep)';
  const reading = file === card ? 'card' : wanted(file);
  return reading === undefined ? 'not read: nothing in it would bear on the license' : READINGS[reading];
}

/** A level that is not the rule's own is marked with what it would be. */
function changed(name: string, level: string): string {
  const severity = rules.find((rule) => rule.name === name)?.severity;
  return severity === undefined || severity === level ? '' : ` (by itself ${severity})`;
}
