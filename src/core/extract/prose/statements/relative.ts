import type { Relation } from '../../../model/relation.ts';
import type { Context } from '../../context.ts';
import { isAscii } from '../../../text/ascii.ts';
import { NO_LETTERS, plainSigns } from '../../../text/signs.ts';
import type { Mention } from '../mentions.ts';
import type { Sentence } from '../sentences.ts';
import { isKin } from './own-name.ts';

/** "Zephyr is a fine-tune of …" under `base_model: acme/zephyr-7b`: the base's own base is no first step. */
export function beginsWithBase(before: string, context: Pick<Context, 'bases' | 'self'>): boolean {
  const name = /^\W*(?:the |original )*([a-z][\w.-]{3,})/i.exec(before)?.[1]?.toLowerCase();
  if (name === undefined) return false;
  const { bases = [], self } = context;
  const bare = (model: string) => model.slice(model.indexOf('/') + 1).toLowerCase();
  const isName = (model: string) =>
    bare(model).startsWith(name) && !/[a-z0-9]/.test(bare(model)[name.length] ?? '');
  return bases.some(isName) && !(self !== undefined && bare(self).startsWith(name));
}

/** A sentence that begins with a link to another host: "[Med-X](https://…): based on Y". */
export const opensElsewhere = ({ flat, from, text }: Sentence) =>
  flat.links.some(
    (link) =>
      !link.image &&
      link.from - from <= 3 &&
      link.to > link.from &&
      link.from >= from &&
      /^\s*[:：,，–—-]/.test(text.slice(link.to - from)) &&
      /^https?:/i.test(link.url) &&
      !/huggingface\.co|hf\.co/i.test(link.url),
  );

/**
 * What an item of a list is about, before the words by which a language shows a subject, in a text with plain
 * signs.
 */
const SUBJECT = new RegExp(
  String.raw`^[${NO_LETTERS}]*(?:[^:：\n]{1,12}[:：]\s*)?([^,，.。:：]{2,40}?)` +
    String.raw`(?=\s?(?:是|以|由|基于|为|은|는|は|が|이 |가 ))`,
);

/** "Med-X是…，基于 Y 微调" in a list of projects: another name than this repository's is the subject. */
export function isOfNamed(text: string, self: string | undefined): boolean {
  if (isAscii(text)) return false;
  const subject = SUBJECT.exec(plainSigns(text))?.[1];
  if (subject === undefined || self === undefined) return false;
  if (/^(?:该|此)项目$/.test(subject.trim())) return true;
  const name = /[A-Z][A-Za-z]{2,}/.exec(subject)?.[0].toLowerCase();
  const own = self.toLowerCase();
  return name !== undefined && !own.includes(name) && !/[本这此이この当]/.test(subject.slice(0, 2));
}

/** Verbs that make what stands before them a quality of the noun behind. */
const ATTRIBUTE = /(?:한|하는|된|만든|만들어진|した|する|された)\s*$/;

/** Letters between a name and the next, at most, where one sentence part makes the first a quality of it. */
const NEAR = 24;

/**
 * "X를 기반으로 한 Y", "Xをベースにした Y": X is the base of Y, of which the sentence goes on to speak; where Y is
 * of this maker, its base is what a card of both tells.
 */
export function isBaseOfNext(
  { flat }: Sentence,
  all: readonly Mention[],
  end: number,
  self: string | undefined,
): boolean {
  const next = all.filter((one) => one.hub && one.from >= end).sort((a, b) => a.from - b.from)[0];
  return (
    next !== undefined &&
    next.from - end <= NEAR &&
    ATTRIBUTE.test(flat.text.slice(end, next.from)) &&
    !isKin(next.model, self)
  );
}

/** "Files of X merged with Y": what follows a name is done to it, and the sentence's verb is not its. */
export function isJoinedTo({ flat }: Sentence, mention: Mention, at: number): boolean {
  return /^\s+$/.test(flat.text.slice(mention.to, at));
}

/** A family's name before these words is part of another. */
export const OTHER_NAME = new RegExp(
  String.raw`^\s*(?:${[
    'community|terms|licen[cs]e|acceptable|architecture|tokeni[sz]er|-?style|-?like',
    '커뮤니티|라이[선센]스|이용 ?약관|토크나이저|아키텍처|구조',
    'コミュニティ|ライセンス|利用規約|アーキテクチャ|トークナイザ',
    '社[区區]|[许許]可|[协協][议議]|架[构構]|分[词詞]|[结結][构構]',
  ].join('|')})`,
  'i',
);

/** A model's words, which may be taken without it; but who extends its vocabulary tunes it. */
const OF_WORDS = new RegExp(
  String.raw`^["'\x60*\])”’]{0,3}(?:['’]s|\s?[의の的])?\s?(?:${[
    'tokeni[sz]er',
    '토크나이저|어휘(?: ?사전)?(?:을|를)? ?(?:기반|바탕|토대)',
    'トークナイザ|語彙(?:を|の)(?:ベース|基|元|もと|上)',
    '[词詞][表汇彙]表?(?:的|之)?(?:基[础礎])?之?上|分[词詞]',
  ].join('|')})`,
  'i',
);

/** What a family's name stands before that is no model of it: "fine-tuned on Llama 2 data". */
const OF_FAMILY = new RegExp(
  String.raw`^(?:['’]s)?[-\s]*(?:[\w-]+(?:\.\w[\w-]*)*\s+){0,2}?(?:${[
    String.raw`implementation|module|method|code\b|source`,
    'style|like|inspired|based prompts?|architecture|format|template|tokenizer',
    'data|prompt|compatible|class|config|generated|outputs?|answers|responses|conversations|samples|traces',
  ].join('|')})`,
  'i',
);

/** Whether a name stands for something else of the model, or for whichever of a family's models. */
export function namesOther(
  { model, hub, to }: Mention,
  relation: Relation | 'unsaid',
  sentence: Sentence,
): boolean {
  const behind = sentence.flat.text.slice(to, to + 45);
  if (!model.includes('/') && /^\s+(?:\w+\s+)?(?:architecture|style|tokenizer)\b/i.test(behind)) return true;
  if (OF_WORDS.test(behind)) return true;
  if (hub) return false;
  if (OTHER_NAME.test(behind)) return true;
  return (
    (relation !== 'outputs' && OF_FAMILY.test(behind)) ||
    // "Quants of Mixtral models".
    (relation === 'quantized' && /^\s+models\b/i.test(behind))
  );
}
