import { join, relative, resolve, sep } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { isIgnored, levelsAt, levelsFor, nameIn, overridesAt } from '../../core/config/levels.ts';
import { patternPath } from '../../node/config/find-config.ts';
import { loadConfig } from '../../node/config/load-config.ts';
import { findRepos } from '../../node/fs/find-repos.ts';
import { wanted, type ReadAs } from '../../core/read/evidence-files.ts';
import type { Repo } from '../../core/model/repo.ts';
import { printable } from '../../core/report/terminal/wrap.ts';
import { groundOf } from '../../core/report/suppressed.ts';
import type { Suppression } from '../../core/model/finding.ts';
import { json, usage, type Outcome } from './command.ts';

/** What a file is to licet, in words. */
const READINGS: Readonly<Record<ReadAs, string>> = {
  card: 'the model card: front matter and text are read',
  text: 'read as text: it may name a license, a notice or an upstream',
  gguf: 'weights: the metadata in the header is read, not the tensors',
  safetensors: 'weights: the metadata in the header is read, not the tensors',
};

export interface FileOptions {
  readonly cwd: string;
  readonly explicit?: string | undefined;
  readonly none?: boolean | undefined;
  readonly json?: boolean | undefined;
  /** ISO 8601. */
  readonly today?: string | undefined;
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
    return usage(`"${path}" belongs to no model repository`, 'Name a file in a model repository, or a rule');
  const config = await loadConfig(repo.folder, {
    cwd: options.cwd,
    explicit: options.explicit,
    none: options.none,
    rules,
  });
  const file = relative(repo.folder, asked).split(sep).join('/');
  const folder = patternPath(repo.folder);
  const { today } = options;
  const own = file === '' ? new Map<string, string>() : levelsAt(config, folder, today)(file);
  const { off } = overridesAt(config, folder, repo.card, today)(file === '' ? repo.card : file);
  const name = nameIn(config, folder);
  const levels = new Map<string, string>([
    ...rules.map(({ name, severity }) => [name, severity] as const),
    ...levelsFor(config, folder, repo.card, today),
    ...own,
  ]);
  if (options.json)
    return {
      stdout: json({
        repository: repo.root === '' ? '.' : repo.root,
        ...(name === undefined ? {} : { name }),
        card: repo.files.includes(repo.card) ? repo.card : null,
        ...(file === '' ? {} : { file, reading: whatIs(repo, file, isIgnored(config, patternPath(asked))) }),
        configs: config.files,
        notes: config.notes,
        rules: Object.fromEntries([...levels].sort(([a], [b]) => (a < b ? -1 : 1))),
      }),
      stderr: '',
      code: 0,
    };
  const lines = [
    ['repository', repo.root === '' ? '.' : repo.root],
    ...(name === undefined ? [] : [['name', name]]),
    ['card', repo.files.includes(repo.card) ? repo.card : `${repo.card}, which is missing`],
    ['this file', whatIs(repo, file, isIgnored(config, patternPath(asked)))],
    [
      'config',
      config.files.length === 0
        ? 'none: preset recommended'
        : [...config.files].reverse().join(', which extends '),
    ],
    ...config.notes.map((note) => ['note', note]),
  ].filter(([name]) => name !== 'this file' || file !== '');
  const table = [...levels]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, level]) => `  ${level.padEnd(8)}${rule}${changed(rule, level)}${why(off.get(rule))}`);
  return {
    stdout:
      `${lines.map(([name = '', text = '']) => `${name.padEnd(12)}${printable(text)}`).join('\n')}\n\n` +
      `${table.join('\n')}\n`,
    stderr: '',
    code: 0,
  };
}

function whatIs({ files, card }: Repo, file: string, ignored: boolean): string {
  if (ignored) return 'ignored by `ignores` in the config';
  if (!files.includes(file)) return 'not seen by licet (ignored by Git, hidden, or too deep)';
  const reading = file === card ? 'card' : wanted(file);
  return reading === undefined ? 'not read: not relevant to licensing' : READINGS[reading];
}

/** A level that is not the rule's own is marked with what it would be. */
function changed(name: string, level: string): string {
  const severity = rules.find((rule) => rule.name === name)?.severity;
  return severity === undefined || severity === level ? '' : ` (default: ${severity})`;
}

/** On what ground an override turns a rule off. */
function why(suppression: Suppression | undefined): string {
  return suppression?.reason === undefined ? '' : `: ${printable(groundOf(suppression))}`;
}
