import type { Claim, Matter } from '../model/claim.ts';
import type { Context } from './context.ts';
import { tonguesOf, type Tongue } from './cues.ts';
import type { Flat } from './flatten.ts';
import { mentionsIn } from './mentions.ts';
import { licenseAfter, licenseBefore, licenseOfBadge, type LicenseMention } from './license-words.ts';
import type { Candidate } from './candidate.ts';
import type { Sentence } from './sentence.ts';
import type { Words } from '../model/words.ts';

/** How far behind the words the license's name may begin, and how long it may be. */
const REACH = 160;

/** What a block says of licenses: labels, sentences, badges, the text under a heading. */
export function licenseStatements(file: string, flat: Flat, sentences: readonly Sentence[], candidate: Candidate, context: Context): Claim[] {
  const claims: Claim[] = [];
  for (const link of flat.links) {
    const badge = link.image ? licenseOfBadge(link.url, context) : undefined;
    if (badge) claims.push(claimOf(file, flat, { ...badge, from: link.from, to: link.to }, 'unsaid', 'own'));
  }
  if (candidate.block.kind === 'heading') return claims;
  for (const [index, sentence] of sentences.entries()) {
    for (const tongue of tonguesOf(sentence.text)) {
      const found = stated(sentence, tongue, candidate, index, context);
      for (const [nth, mention] of found.entries()) {
        const since = found[nth - 1]?.to ?? sentence.from;
        claims.push(claimOf(file, flat, mention, aboutOf(clauseOf(sentence, mention), tongue), whoseOf(sentence, since, mention, tongue, context)));
      }
      if (found.length > 0) break;
    }
  }
  return claims;
}

/** Whether words are the name of a field that holds a license. */
export function isLicenseLabel(text: string): boolean {
  const asked = `${text}:`;
  return tonguesOf(text).some((tongue) => tongue.license.label.find(asked)?.text === asked);
}

function stated(sentence: Sentence, tongue: Tongue, candidate: Candidate, index: number, context: Context): LicenseMention[] {
  const { license } = tongue;
  const { flat, from, to, text } = sentence;
  const label = license.label.find(text);
  if (label) {
    const found = licenseAfter(flat, from + label.text.length, Math.min(to, from + label.text.length + REACH), context, 1);
    if (found) return [found];
  }
  const named = license.before.find(text);
  if (named) {
    const found = licenseBefore(flat, from, from + named.index, context);
    if (found) return [found];
  }
  const aboutLicense = candidate.underLicense || /licen[cs]e|라이[선센]스|许可|协议|ライセンス/i.test(text);
  const found = several(sentence, aboutLicense ? license.statement : license.strong, license.again, context);
  if (found.length > 0) return found;
  // Under a heading "License" the first words are often nothing but its name.
  const bare = candidate.underLicense && candidate.first && index === 0 ? licenseAfter(flat, from, Math.min(to, from + REACH), context, 1) : undefined;
  return bare ? [bare] : [];
}

/** Licenses of one sentence: "the code is released under MIT, the weights under OpenRAIL". */
const MOST = 3;

function several({ flat, from, to, text }: Sentence, statement: Words, again: Words, context: Context): LicenseMention[] {
  const found: LicenseMention[] = [];
  let at = 0;
  while (found.length < MOST) {
    const next = (found.length === 0 ? statement : again).find(text.slice(at));
    if (!next) break;
    const denied = /\bnot\b|n't/i.test(text.slice(Math.max(0, at + next.index - 20), at + next.index));
    at += next.index + next.text.length;
    const mention = denied ? undefined : licenseAfter(flat, from + at, Math.min(to, from + at + REACH), context, 4);
    if (!mention) break;
    found.push(mention);
    at = mention.to - from;
  }
  return found;
}

/** The clause in which the name stands: "code is under MIT, weights are under …" says two things. */
function clauseOf({ text, from }: Sentence, found: LicenseMention): string {
  const before = text.slice(0, Math.max(0, found.from - from));
  const start = Math.max(before.lastIndexOf(', '), before.lastIndexOf('; '), before.search(/\band (?=[^,;]*$)/));
  const clause = start > 0 && start < before.length - 12 ? before.slice(start) : before;
  return clause.trim().length > 8 ? clause : text;
}

function aboutOf(text: string, { license }: Tongue): Matter {
  const weights = license.weights.test(text);
  if (license.code.test(text) && !weights) return 'code';
  if (license.data.test(text) && !weights) return 'data';
  return weights ? 'weights' : 'unsaid';
}

/** "Llama 2 is licensed under …" in the card of a model with another name tells of Llama 2. */
function whoseOf({ flat, from, text }: Sentence, since: number, mention: LicenseMention, { license }: Tongue, { self }: Context): 'own' | 'upstream' {
  if (license.upstream.test(text)) return 'upstream';
  // Without a name of our own, a model that opens the sentence may well be this one.
  const [subject] = self === undefined && since === from ? [] : mentionsIn(flat, since, mention.from);
  const isSubject = subject && /^\W*(?:the |this |note that |and |while |whereas |but |license\W+)*\W*$/i.test(flat.text.slice(since, subject.from)) && /^\W*(?:\p{L}+\W+){0,2}(?:is|are)\b/u.test(flat.text.slice(subject.to, mention.from));
  return isSubject && !fold(self ?? '').includes(fold(subject.raw)) ? 'upstream' : 'own';
}

const fold = (name: string) => name.toLowerCase().replace(/[\s_/-]+/g, ' ');

function claimOf(file: string, flat: Flat, mention: LicenseMention, about: Matter, whose: 'own' | 'upstream'): Claim {
  return { kind: 'license', place: { file, ...flat.span(mention.from, mention.to) }, via: 'prose', confidence: 'likely', identity: mention.identity, raw: mention.raw, about, form: 'single', whose };
}
