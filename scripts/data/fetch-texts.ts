/**
 * Gets the license texts that `npm run index` reads, each by a pinned address and its SHA-256, into a folder
 * that git ignores. A text that is there already is not asked for again.
 *
 *   npm run fetch-texts [-- --list data/license-texts.tsv --to .cache/license-texts]
 *
 * Exit 0: every text of the list is there. Exit 1: one line for each text that is not, with the reason and
 * where to get it. Exit 2: usage error.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fetchPinned } from './pinned-files.ts';
import { listedTexts, TEXT_FOLDER, TEXT_LIST } from './text-list.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { list: { type: 'string' }, to: { type: 'string' } } });
  const texts = listedTexts(values.list ?? join(root, TEXT_LIST), values.list);
  await fetchPinned(
    texts.map((text) => ({ ...text, file: `${text.name}.txt` })),
    {
      called: 'texts',
      folder: values.to ?? join(root, TEXT_FOLDER),
      shown: values.to ?? TEXT_FOLDER,
      saveAs: 'NAME.txt',
      command: 'npm run fetch-texts',
    },
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
