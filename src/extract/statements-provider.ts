import { dataText } from '../license/data.ts';
import type { Claim } from '../model/claim.ts';
import { tonguesOf } from './cues.ts';
import type { Sentence } from './statements.ts';

interface Named {
  readonly pattern: RegExp;
  readonly byName: ReadonlyMap<string, string>;
}

let shipped: Named | undefined;
const fold = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, ' ');

function names(): Named {
  if (shipped) return shipped;
  const all = JSON.parse(dataText('generated/providers.json')) as readonly { readonly id: string; readonly names?: readonly string[] }[];
  const byName = new Map(all.flatMap(({ id, names: spelled = [] }) => spelled.map((name) => [fold(name), id] as const)));
  const spellings = [...byName.keys()].sort((a, b) => b.length - a.length).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[\\s_-]{0,2}'));
  return (shipped = { pattern: new RegExp(`(?<![A-Za-z\\u00c0-\\u024f\\d])(?:${spellings.join('|')})(?![A-Za-z\\u00c0-\\u024f])`, 'i'), byName });
}

/** How far a closed model's name may stand from the words that say what it made. */
const NEAR = 60;

/** Data that a closed model made. A comparison with such a model says nothing of data. */
export function providerStatements(file: string, sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence): Claim[] => {
    for (const { provider, refuse } of tonguesOf(sentence.text)) {
      const made = provider.exec(sentence.text);
      if (!made || refuse.test(sentence.text)) continue;
      const { pattern, byName } = names();
      const from = Math.max(0, made.index - NEAR);
      const near = sentence.text.slice(from, made.index + made[0].length + NEAR);
      const hit = pattern.exec(near);
      const id = hit ? byName.get(fold(hit[0])) : undefined;
      if (!hit || id === undefined) continue;
      const at = sentence.from + from + hit.index;
      return [{ kind: 'provider', place: { file, ...sentence.flat.span(at, at + hit[0].length) }, via: 'prose', confidence: 'likely', model: hit[0], provider: id }];
    }
    return [];
  });
}
