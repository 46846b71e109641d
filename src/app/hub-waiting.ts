import type { Waits } from '../node/hub/client.ts';

/** Waiting that is over sooner needs no word; then it is told anew as often. */
const SILENT_MS = 1000;
/** To the beginning of the line, and the line empty (ECMA-48, CR and EL). */
const CLEARED = '\r\u001b[K';

/** Says where a person watches what a run waits for: whom, for how many answers, how long. */
export function waitingOn(watch: (text: string) => void): Waits {
  let [open, seconds] = [0, 0];
  let timer: NodeJS.Timeout | undefined;
  const tell = (host: string) => {
    seconds += SILENT_MS / 1000;
    watch(`${CLEARED}waiting for ${host}: ${open} ${open === 1 ? 'answer' : 'answers'}, ${seconds} s`);
  };
  return {
    async while(host, work) {
      open += 1;
      timer ??= setInterval(() => tell(host), SILENT_MS);
      try {
        return await work();
      } finally {
        open -= 1;
        if (open === 0) {
          clearInterval(timer);
          if (seconds > 0) watch(CLEARED);
          [timer, seconds] = [undefined, 0];
        }
      }
    },
  };
}
