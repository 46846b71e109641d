import { resolve } from 'node:path';
import process from 'node:process';
import { refused, runAction } from './run.ts';
import { Folders } from '../node/config/find-config.ts';
import { useDataSource } from '../core/data/data-source.ts';
import { UsageError } from '../core/read/read-error.ts';
import { github } from '../core/report/formats/github.ts';
import { sarif } from '../core/report/formats/sarif.ts';
import { summary } from '../core/report/formats/summary.ts';
import { shippedData } from '../node/data/shipped-data.ts';
import { appendTo, writeNamed } from '../node/fs/write-file.ts';

/**
 * The runner's entry: inputs come as INPUT_*, results go to the files it names. Nothing passes through a
 * shell.
 */
export async function actionFromEnvironment(): Promise<void> {
  useDataSource(shippedData);
  const env = { GITHUB_WORKSPACE: process.cwd(), ...process.env };
  const today = new Date().toISOString().slice(0, 10);
  const outcome = await runAction(env, today, { annotations: github, summary, sarif });
  process.stdout.write(outcome.stdout);
  process.stderr.write(outcome.stderr);
  process.exitCode = outcome.code;
  for (const file of outcome.files) put(file);
}

/** Says in one line which file could not be written; the others still are. */
function put({
  path,
  text,
  whole,
}: {
  readonly path: string;
  readonly text: string;
  readonly whole: boolean;
}): void {
  if (path === '') return;
  const workspace = resolve(process.env['GITHUB_WORKSPACE'] ?? '.');
  const file = resolve(workspace, path);
  const unwritten = whole
    ? writeNamed({ root: new Folders().rootOf(workspace, workspace), path: file, shown: path, text })
    : appendTo(file, path, text);
  if (unwritten === undefined) return;
  const { stdout, stderr, code } = refused(new UsageError(unwritten));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = code;
}
