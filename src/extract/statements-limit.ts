import type { Claim } from '../model/claim.ts';
import type { Context } from './context.ts';
import { tonguesOf } from './cues.ts';
import { mentionsIn } from './mentions.ts';
import type { Sentence } from './sentence.ts';
import { spaced } from './spaced.ts';

/** A block that begins with such words and is little else ("For research only") speaks of what the card is about. */
const BARE = { length: 60, before: 13 };

/**
 * "For non-commercial use only", said of this model. What it is intended for is no limit; of data, code, a service, the
 * upstream, or a model by name, another license tells.
 */
export function limitStatements(file: string, sentences: readonly Sentence[], { self }: Context, isItem: boolean): Claim[] {
  const name = spaced(self?.slice(self.indexOf('/') + 1) ?? '');
  return sentences.flatMap((sentence): Claim[] => {
    const { text, flat, from, to } = sentence;
    for (const { limits, noLimit, subject, license } of tonguesOf(text)) {
      for (const { words, limit } of limits) {
        const hit = words.find(text);
        if (!hit || noLimit.test(text) || license.upstream.test(text) || license.data.test(text) || license.code.test(text)) continue;
        const isBare = sentences.length === 1 && !isItem && text.length < BARE.length && hit.index < BARE.before;
        if (!isBare && !subject.test(text) && !(name !== '' && spaced(text).includes(name))) continue;
        if (mentionsIn(flat, from, to).some(({ model, raw }) => model.toLowerCase() !== self?.toLowerCase() && !name.includes(spaced(raw)))) continue;
        const at = from + hit.index;
        return [{ kind: 'use-limit', place: { file, ...flat.span(at, at + hit.text.length) }, via: 'prose', confidence: 'likely', limit, text: hit.text.trim() }];
      }
    }
    return [];
  });
}
