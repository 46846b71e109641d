import type { Claim } from '../model/claim.ts';
import type { Place } from '../model/place.ts';
import type { Source, TextSource } from '../model/source.ts';
import { lineIndexes } from '../report/line-index.ts';
import { holdsSentence, normalizePhrase } from '../text/phrase-search.ts';
import type { Evidence, Spot } from './disclosure.ts';

/** Lines over which a sentence may run. */
const MOST_LINES = 6;

/** Turns offsets into lines, and finds where words stand. */
export class Places {
  readonly #span: ReturnType<typeof lineIndexes>;
  readonly #texts: readonly TextSource[];

  constructor(sources: readonly Source[]) {
    this.#span = lineIndexes(sources);
    this.#texts = sources.filter((source): source is TextSource => source.kind === 'text');
  }

  spot(place: Place): Spot {
    return {
      file: place.file,
      line: this.#span(place)?.start.line ?? null,
      key: 'key' in place ? place.key : null,
    };
  }

  evidence({ place, via, confidence }: Claim): Evidence {
    return { ...this.spot(place), via, confidence };
  }

  /** The first line of the files asked for at which one of these sentences begins. */
  ofSentence(sentences: readonly string[], isAsked: (file: string) => boolean): Spot | undefined {
    for (const { file, text } of this.#texts.filter((one) => isAsked(one.file))) {
      const whole = normalizePhrase(text);
      if (!sentences.some((sentence) => holdsSentence(whole, sentence))) continue;
      const lines = text.split(/\r\n|\r|\n/);
      const at = lines.findIndex((_, from) => sentences.some((sentence) => beginsAt(lines, from, sentence)));
      if (at >= 0) return { file, line: at + 1, key: null };
    }
    return undefined;
  }

  /** The first line that holds one of these texts letter by letter, but for case. */
  ofText(words: readonly string[], isAsked: (file: string) => boolean): Spot | undefined {
    const wanted = words.map((one) => one.toLowerCase()).filter((one) => one !== '');
    for (const { file, text } of this.#texts.filter((one) => isAsked(one.file))) {
      const lower = text.toLowerCase();
      const found = wanted.map((one) => lower.indexOf(one)).filter((at) => at >= 0);
      if (found.length > 0) return this.spot({ file, start: Math.min(...found), end: Math.min(...found) });
    }
    return undefined;
  }
}

/** Whether a sentence stands in the lines from this one on, and not in those after it alone. */
function beginsAt(lines: readonly string[], from: number, sentence: string): boolean {
  const holds = (start: number) =>
    holdsSentence(normalizePhrase(lines.slice(start, from + MOST_LINES).join('\n')), sentence);
  return holds(from) && !holds(from + 1);
}
