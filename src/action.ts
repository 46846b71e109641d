import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { runAction } from './action-run.ts';

// The runner's entry: inputs come as INPUT_*, results go to the files it names. Nothing passes through a shell.
const outcome = await runAction(process.env);
for (const [file, text] of outcome.files) if (file !== '') appendFileSync(file, text);
process.stdout.write(outcome.stdout);
process.stderr.write(outcome.stderr);
process.exitCode = outcome.code;
