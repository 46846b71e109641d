/**
 * What V8 is told for a run that mostly lasts a tenth of a second: by its own measure of hot code it would
 * spend a fifth of that on code that is never run again.
 */
import { setFlagsFromString } from 'node:v8';

/**
 * By the major version of Node, for V8 complains of a flag that it does not know. Expressions are compiled to
 * machine code when they have run some times, not twice, and without a pass over their bytecode; functions
 * are optimized ten times later, which a run over many repositories still soon comes to.
 */
const FLAGS: Readonly<Record<string, readonly string[] | undefined>> = {
  20: ['--interrupt-budget=675840'],
  22: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-osr=8000'],
  24: [
    '--invocation-count-for-maglev=4000',
    '--invocation-count-for-turbofan=30000',
    '--invocation-count-for-osr=5000',
  ],
};
const FOR_ALL = ['--regexp-tier-up-ticks=10', '--no-regexp-peephole-optimization'];

/** Tells V8 so, where it is one that is known; before anything of the program is compiled. */
export function tuneForShortRuns(node: string): void {
  const flags = FLAGS[node.split('.')[0] ?? ''];
  if (flags) for (const flag of [...FOR_ALL, ...flags]) setFlagsFromString(flag);
}
