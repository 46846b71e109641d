import type { Claim } from '../../../model/claim.ts';
import type { Context } from '../../context.ts';
import { languagesOf } from '../languages.ts';
import { mentionsIn } from '../mentions.ts';
import type { Sentence } from '../sentences.ts';

/** What is quoted of the words that tell a form. */
const LONGEST = 60;

/**
 * "This repository holds a LoRA adapter", "파인튜닝한 모델입니다": of what form the card's own model is, in a
 * sentence that names no other by its id. Likely at best: it does not say of what.
 */
export function formStatements(file: string, sentences: readonly Sentence[], { self }: Context): Claim[] {
  const isSelf = (model: string) => model.toLowerCase() === self?.toLowerCase();
  return sentences.flatMap((sentence): Claim[] => {
    const { text, flat, from, to } = sentence;
    for (const { forms, refuse } of languagesOf(text)) {
      for (const { words, relation } of forms) {
        const hit = words.find(text);
        if (!hit || refuse.test(text)) continue;
        if (mentionsIn(flat, from, to).some(({ model, hub }) => hub && !isSelf(model))) continue;
        const at = from + hit.index;
        return [
          {
            kind: 'form',
            place: { file, ...flat.span(at, at + hit.text.length) },
            via: 'prose',
            confidence: 'likely',
            relation,
            tool: hit.text.trim().slice(0, LONGEST),
          },
        ];
      }
    }
    return [];
  });
}
