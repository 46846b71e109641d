/** Checks `data/prose/*.yml` and writes `data/generated/prose.json`: every expression must compile. `--check` writes nothing and says where it is stale. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { generated } from './generated.ts';
import { isPlain, stemsOf } from './stems.ts';

const folder = new URL('../data/prose/', import.meta.url);
let troubles = 0;

function check(value: unknown, where: string): void {
  if (typeof value === 'string') {
    try {
      new RegExp(value, 'iu');
    } catch (error) {
      troubles += 1;
      console.error(`${where}: ${(error as Error).message}`);
    }
  } else if (Array.isArray(value)) value.forEach((item, index) => check(item, `${where}[${index}]`));
  else if (value !== null && typeof value === 'object') for (const [key, item] of Object.entries(value)) check(item, `${where}.${key}`);
}

type Patterns = readonly string[];
interface Language {
  readonly trigger: Patterns;
  readonly upstream: readonly { readonly cue: string }[];
  readonly license: { readonly strong?: Patterns; readonly label: Patterns; readonly before: Patterns };
  readonly limits: readonly { readonly cue: string }[];
  readonly fromScratch: Patterns;
  readonly split: Patterns;
  readonly provider: Patterns;
  readonly label: Patterns;
  readonly refuse: Patterns;
  readonly copied: Patterns;
}

const languages = readdirSync(folder)
  .filter((file) => file.endsWith('.yml'))
  .sort()
  .map((file) => {
    const language: unknown = parse(readFileSync(new URL(file, folder), 'utf8'));
    check(language, file);
    const { trigger, upstream, limits, ...rest } = language as Language;
    const { license, fromScratch, split } = rest;
    return {
      ...rest,
      trigger: trigger.map((cue) => ({ stems: stemsOf(cue), ...(isPlain(cue) ? {} : { cue }) })),
      upstream: upstream.map((one) => ({ ...one, stems: stemsOf(one.cue) })),
      limits: limits.map((one) => ({ ...one, stems: stemsOf(one.cue) })),
      telling: [license.strong ?? [], license.label, license.before, fromScratch, split, limits.map(({ cue }) => cue)].flat().map(stemsOf),
      making: rest.provider.map(stemsOf),
      labelling: rest.label.map(stemsOf),
      refusing: rest.refuse.map(stemsOf),
      copying: rest.copied.map(stemsOf),
    };
  });
if (troubles > 0) process.exitCode = 1;
else generated('data/generated/prose.json', `${JSON.stringify(languages)}\n`, 'npm run data');
console.log(`${languages.length} languages, ${troubles} troubles`);
