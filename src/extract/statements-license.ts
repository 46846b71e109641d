import type { Claim, Matter } from '../model/claim.ts';
import type { Context } from './context.ts';
import { cues, type Tongue } from './cues.ts';
import type { Flat } from './flatten.ts';
import { licenseAfter, licenseBefore, licenseOfBadge, type LicenseMention } from './license-words.ts';
import type { Candidate } from './prose.ts';
import type { Sentence } from './statements.ts';

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
    for (const tongue of cues().tongues) {
      const found = stated(sentence, tongue, candidate, index, context);
      if (!found) continue;
      claims.push(claimOf(file, flat, found, aboutOf(clauseOf(sentence, found), tongue), whoseOf(sentence.text, tongue)));
      break;
    }
  }
  return claims;
}

const labels = new WeakMap<Tongue, RegExp>();

/** A language's words for "license" as a label: at the start, a sign behind. Compiled once. */
function labelOf(tongue: Tongue): RegExp {
  const known = labels.get(tongue) ?? new RegExp(`^\\W{0,4}(?:\\w+ ){0,2}?(?:${tongue.license.label.source})(?:\\s+\\(\\w+\\))?\\W{0,3}\\s*(?::|-|–|—|：|\\bis\\b)`, 'iu');
  labels.set(tongue, known);
  return known;
}

function stated(sentence: Sentence, tongue: Tongue, candidate: Candidate, index: number, context: Context): LicenseMention | undefined {
  const { license } = tongue;
  const { flat, from, to, text } = sentence;
  const label = labelOf(tongue).exec(text);
  if (label) {
    const found = licenseAfter(flat, from + label[0].length, Math.min(to, from + label[0].length + REACH), context, 1);
    if (found) return found;
  }
  const named = license.before.exec(text);
  if (named) {
    const found = licenseBefore(flat, from, from + named.index, context);
    if (found) return found;
  }
  const aboutLicense = candidate.underLicense || /licen[cs]e|라이[선센]스|许可|协议|ライセンス/iu.test(text);
  const statement = aboutLicense ? license.statement.exec(text) : null;
  if (statement && !/\bnot\b|n't/i.test(text.slice(0, statement.index).slice(-20))) {
    const at = from + statement.index + statement[0].length;
    const found = licenseAfter(flat, at, Math.min(to, at + REACH), context, 4);
    if (found) return found;
  }
  // Under a heading "License" the first words are often nothing but its name.
  return candidate.underLicense && candidate.first && index === 0 ? licenseAfter(flat, from, Math.min(to, from + REACH), context, 1) : undefined;
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

const whoseOf = (text: string, { license }: Tongue): 'own' | 'upstream' => (license.upstream.test(text) ? 'upstream' : 'own');

function claimOf(file: string, flat: Flat, mention: LicenseMention, about: Matter, whose: 'own' | 'upstream'): Claim {
  return { kind: 'license', place: { file, ...flat.span(mention.from, mention.to) }, via: 'prose', confidence: 'likely', identity: mention.identity, raw: mention.raw, about, form: 'single', whose };
}
