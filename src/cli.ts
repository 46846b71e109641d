import process from 'node:process';
import { main } from './main.ts';

// A closed pipe (`licet | head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

void main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  terminal: process.stdout.isTTY === true,
  width: process.stdout.columns ?? 80,
  today: new Date().toISOString().slice(0, 10),
}).then((outcome) => {
  process.stdout.write(outcome.stdout);
  process.stderr.write(outcome.stderr);
  process.exitCode = outcome.code;
});
