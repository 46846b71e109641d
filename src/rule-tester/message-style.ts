import type { Problem } from '../core/model/finding.ts';

/** Longest sentence that fits a line of a report beside its place and its rule. */
const LONGEST = 110;
/** A report states facts; these words address, plead or judge. */
const FORBIDDEN =
  /\b(?:you|your|please|should|must|illegal|unlawful|violat\w+|infring\w+|invalid license)\b/i;
const NO_VERB =
  /^(?:the|an?|it|this|that|these|there|no|not|license|key|value|model|missing|unknown|\w{2,}(?<!br)ing)\b/i;

/** What the values in quotes say is the repository's business, not ours. */
const unquoted = (text: string) => text.replace(/"[^"\n]*"|`[^`\n]*`/g, '""');

const endsFlat = (text: string) => /(?:^|[^.])\.$/.test(text.trim());

/** What is wrong with the words of a problem: nothing, or one sentence for each trouble. */
export function grammarOf({ message: what, fix }: Pick<Problem, 'message' | 'fix'>): string[] {
  const troubles: string[] = [];
  const say = (bad: boolean, trouble: string) => bad && troubles.push(trouble);
  say(!/^(?:\p{Lu}|"[^"\n]+")/u.test(what), `"${what}" begins with neither a capital nor a quoted value`);
  say(
    endsFlat(what) || /[.!?]\s+\p{Lu}/u.test(unquoted(what)),
    `"${what}" is not one sentence without a full stop`,
  );
  say(what.length > LONGEST, `"${what}" has ${what.length} characters, ${LONGEST} are the most`);
  say(
    /\s{2}|[\r\n\t]|undefined|\[object/.test(what),
    `"${what}" holds a blank too many, or a value that is not there`,
  );
  say((what.match(/"/g)?.length ?? 0) % 2 === 1, `"${what}" opens a quote that it does not close`);
  for (const text of [what, ...(fix ? [fix.title] : [])]) {
    const word = FORBIDDEN.exec(unquoted(text))?.[0];
    say(word !== undefined, `"${text}" says "${word ?? ''}"`);
  }
  if (fix) {
    say(
      !/^\p{Lu}\p{Ll}+\b/u.test(fix.title) || NO_VERB.test(fix.title),
      `Fix "${fix.title}" does not begin with an imperative verb`,
    );
    say(endsFlat(fix.title), `Fix "${fix.title}" ends with a full stop`);
  }
  return troubles;
}
