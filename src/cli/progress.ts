import type { Host } from '../app/host.ts';
import type { Progress } from '../app/run-lint.ts';

/** Runs that are over sooner need no word. */
const SILENT_MS = 2000;
const TOLD_EVERY_MS = 200;
/** To the beginning of the line, and the line empty (ECMA-48, CR and EL). */
const CLEARED = '\r\u001b[K';

export interface ShownProgress extends Progress {
  /** Takes the line away, for what is printed where it stands. */
  readonly hide: () => void;
}

/**
 * How far a run has come, on the stderr that a person watches: repositories, how many a second, time left.
 * Undefined where nobody does.
 */
export function progressOf({ watch, clock }: Host): ShownProgress | undefined {
  if (watch === undefined || clock === undefined) return undefined;
  let [all, start, told] = [0, 0, 0];
  const hide = () => {
    if (told > 0) watch(CLEARED);
    told = 0;
  };
  return {
    hide,
    begin(repositories) {
      [all, start] = [repositories, clock()];
    },
    done(count) {
      const now = clock();
      if (count >= all) {
        hide();
        return;
      }
      if (now - start < SILENT_MS || now - told < TOLD_EVERY_MS) return;
      told = now;
      const rate = count / ((now - start) / 1000);
      const done = `${count} of ${all} repositories, ${rate.toFixed(0)} a second`;
      watch(`${CLEARED}${done}, ${left((all - count) / rate)}`);
    },
  };
}

/** The time left, as a person reads it. */
function left(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s left`;
  return `${Math.ceil(seconds / 60)} min left`;
}
