import { latePattern } from '../../../text/patterns/late-pattern.ts';
import { familiesIn } from '../family-names.ts';
import { languagesOf } from '../languages.ts';
import { labelIn } from '../statements/labels/label.ts';

/** Words for a license, as they stand beside the name of one. */
const WORDS =
  'licen[cs]|라이[선센]스|许可|許可|协[议議]|協[议議]|授[权權]|ライセンス|약관|规约|規約|条款|條款';
const TERMS = String.raw`terms|agreement|polic(?:y|ies)|conditions|provisions`;

/** The last word for a license in front of a name, in its sentence, and what stands between. */
const BEFORE = latePattern(
  () =>
    new RegExp(String.raw`(?:${WORDS}|\b(?:${TERMS})\b)(?!.*(?:${WORDS}))([^\n.;!?。；！？]{0,60})$`, 'i'),
);
/** "Under the original Llama 2": nothing else of a name's own stands between. */
const UNDER = new RegExp(
  String.raw`\b(?:under|governed by|bound by|subject to)\s+` +
    String.raw`(?:(?:the|an?|its|same|original|upstream|official|meta(?:['’]s)?)\s+)*[\W_]*$`,
  'i',
);

/** "… Community License", "…'s usage policy", "… 모델 라이선스", 「…のライセンス」. */
const BEHIND = latePattern(
  () =>
    new RegExp(
      [
        String.raw`^(?:['’]s)?[\s"'’”)\]*_-]*`,
        String.raw`(?:(?:community|commercial|models?|family|base|usage|use|acceptable|research)[\s-]+){0,3}`,
        String.raw`[의の的]?\s?(?:(?:커뮤니티|상업용?|모델|이용|사용|コミュニティ|モデル)\s?){0,3}`,
        String.raw`(?:(?:社[区區群]|模型|商[用业業]|利用|使用)\s?){0,3}`,
        String.raw`(?:${WORDS}|(?:${TERMS})\b)`,
      ].join(''),
      'i',
    ),
);

/** So much of a text around a name tells what the name stands for. */
const AROUND = 120;

/**
 * Whether words that could name a license name the model of a family instead: "Llama 2" is what both are
 * called, and a license only beside a word for one, or where one is asked for (`isAsked`): behind its label,
 * below its heading, and there not as a base.
 */
export function namesModel(text: string, from: number, to: number, isAsked: boolean): boolean {
  if (familiesIn(text.slice(from, to))[0]?.from !== 0) return false;
  if (BEHIND().test(text.slice(to, to + AROUND))) return false;
  const before = text.slice(Math.max(0, from - AROUND), from);
  if (UNDER.test(before)) return false;
  const gap = BEFORE().exec(before)?.[1];
  if (gap !== undefined && !isBase(gap)) return false;
  return !isAsked || isBase(before);
}

/** Whether a text ends with the name of a field that holds a base: "…, base model: ". */
function isBase(text: string): boolean {
  const label = /([^\n,;|·()（）:：，；]{2,40})[:：][\s*_[`"']*$/.exec(text)?.[1]?.replace(/[*_`]|^\W+/g, '');
  if (label === undefined) return false;
  return labelIn(label.trim()) !== undefined || isUpstreams(label);
}

const isUpstreams = (label: string) => languagesOf(label).some(({ license }) => license.upstream.test(label));
