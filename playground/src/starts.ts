import names from '../../examples/names.json';
import type { Words } from './words/english.ts';

const texts = import.meta.glob<string>(
  ['../../examples/{llama-3.1-bad,llama-3.1-good,merge-bad,lora-bad}/*', '!../../examples/*/expected.txt'],
  { query: '?raw', import: 'default' },
);

/** What one may begin with: the examples that the tests of licet hold too. */
export const STARTS = [
  ['llama-3.1-bad', 'startLlama'],
  ['llama-3.1-good', 'startGood'],
  ['merge-bad', 'startMerge'],
  ['lora-bad', 'startAdapter'],
] as const satisfies readonly (readonly [keyof typeof names, keyof Words])[];

export type Start = (typeof STARTS)[number][0];

export async function startOf(start: Start): Promise<{ name: string; texts: Record<string, string> }> {
  const here = Object.entries(texts).filter(([path]) => path.includes(`/${start}/`));
  const read = here.map(
    async ([path, load]) => [path.slice(path.lastIndexOf('/') + 1), await load()] as const,
  );
  return { name: names[start].name, texts: Object.fromEntries(await Promise.all(read)) };
}
