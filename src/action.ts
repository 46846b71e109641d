import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { runAction } from './action-run.ts';
import { github } from './report/github.ts';
import { sarif } from './report/sarif.ts';
import { summary } from './report/summary.ts';

// The runner's entry: inputs come as INPUT_*, results go to the files it names. Nothing passes through a shell.
void runAction({ GITHUB_WORKSPACE: process.cwd(), ...process.env }, new Date().toISOString().slice(0, 10), { annotations: github, summary, sarif }).then((outcome) => {
  for (const { path, text, whole } of outcome.files) {
    if (path === '') continue;
    const file = resolve(process.env['GITHUB_WORKSPACE'] ?? '.', path);
    mkdirSync(dirname(file), { recursive: true });
    if (whole) writeFileSync(file, text);
    else appendFileSync(file, text);
  }
  process.stdout.write(outcome.stdout);
  process.stderr.write(outcome.stderr);
  process.exitCode = outcome.code;
});
