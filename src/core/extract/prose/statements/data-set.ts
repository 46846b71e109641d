import type { Claim } from '../../../model/claim.ts';
import { languagesOf } from '../languages.ts';
import type { Mention } from '../mentions.ts';
import type { Sentence } from '../sentences.ts';

const DATASET = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/datasets\/([\w.-]+(?:\/[\w.-]+)?)/i;

/**
 * Data sets that a sentence on training links to on the Hub. Names without a link are too many things to be
 * told apart, and what stands behind words of evaluation was no training data.
 */
export function datasetStatements(file: string, sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence): Claim[] => {
    const { flat, from, to, text } = sentence;
    const links = flat.links.filter(
      (link) =>
        link.from >= from &&
        link.from < to &&
        !link.image &&
        link.url.includes('/datasets/') &&
        DATASET.test(link.url),
    );
    if (links.length === 0) return [];
    return languagesOf(text).flatMap(({ training, evaluation, refuse }) => {
      const trained = training.test(text);
      if (!trained || refuse.test(text)) return [];
      const tested = evaluation.find(text)?.index ?? Infinity;
      // Where the verb comes last it stands behind the data; an evaluation before the training leaves nothing
      // to tell.
      return links.flatMap((link): Claim[] => {
        const dataset = DATASET.exec(link.url)?.[1];
        return dataset === undefined || link.from - from > tested
          ? []
          : [
              {
                kind: 'dataset',
                place: { file, ...flat.span(link.from, Math.max(link.to, link.from + 1)) },
                via: 'prose',
                confidence: 'likely',
                dataset,
              },
            ];
      });
    });
  });
}

/** The names of a sentence but those of data sets: "the X dataset", "Dataset: X", "acme/x-dataset". */
export function withoutDataSets(sentence: Sentence, mentions: readonly Mention[]): readonly Mention[] {
  if (mentions.length === 0) return mentions;
  const { flat, from, to, text } = sentence;
  const lower = text.toLowerCase();
  const words = languagesOf(text).flatMap(({ dataSet }) =>
    dataSet.behind.mayStandIn(lower) ? [dataSet] : [],
  );
  if (words.length === 0) return mentions;
  return mentions.filter(
    (one) =>
      !words.some(
        ({ before, behind }) =>
          before.test(flat.text.slice(from, one.from)) ||
          before.test(flat.text.slice(one.from, one.to)) ||
          behind.test(flat.text.slice(one.to, Math.min(to, one.to + REACH))),
      ),
  );
}

/** How far behind a name the word goes at most. */
const REACH = 40;
