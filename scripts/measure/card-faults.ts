/** What holds for every model card, whoever wrote it; for a test over our own cards and for `cards.ts`. */
import { isDeepStrictEqual } from 'node:util';
import { blocksOf } from '../../src/core/extract/card/blocks.ts';
import { flatten } from '../../src/core/extract/card/flatten-block.ts';
import { frontMatter } from '../../src/core/extract/card/front-matter.ts';
import { loadMarkdown, parseMarkdown } from '../../src/core/extract/card/markdown.ts';
import { plainTree } from '../../src/core/extract/card/plain-markdown.ts';
import { createContext } from '../../src/core/extract/make-context.ts';
import { candidatesIn } from '../../src/core/extract/prose/candidate-blocks.ts';
import { languagesOf } from '../../src/core/extract/prose/languages.ts';
import { mayHoldClaim } from '../../src/core/extract/prose/prefilter.ts';
import { statementsIn, statementsOf } from '../../src/core/extract/prose/statements/statements.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';

await loadMarkdown();

export interface CardFaults {
  /** Blocks of text and headings, those of them that are read without the parser, and those left unparsed. */
  readonly blocks: number;
  readonly plain: number;
  readonly hopeless: number;
  /** One line each: a shortcut that changes what is read. */
  readonly faults: readonly string[];
}

/** Holds each shortcut of reading a card against the long way: the same words, and no claim lost. */
export function cardFaults(file: string, text: string): CardFaults {
  const faults: string[] = [];
  const context = createContext(shippedCatalogue(), undefined);
  const blocks = blocksOf(text, frontMatter(text).bodyStart);
  const shown = blocks.filter(({ kind }) => kind === 'text' || kind === 'heading');
  let plain = 0;
  for (const { start, end } of shown) {
    const same = readAlike(text.slice(start, end));
    if (same !== undefined) plain += 1;
    if (same === false) faults.push(`${file}:${start} is read otherwise without the parser`);
  }
  const source = { kind: 'text', file, text, bom: false } as const;
  const { picked: candidates } = candidatesIn(text, blocks);
  const hopeless = candidates.filter((one) => !mayHoldClaim(text.slice(one.block.start, one.block.end), one));
  for (const one of hopeless) {
    const { claims, listing } = statementsOf(source, one, undefined, context);
    if (claims.length > 0 || listing) faults.push(`${file}:${one.block.start} claims, and was not parsed`);
  }
  const picked = new Set(candidates.map(({ block }) => block.start));
  let skipped = false;
  for (const block of blocks) {
    if (block.kind === 'heading')
      skipped = languagesOf(block.title ?? '').some(({ skipHeading }) =>
        skipHeading.test((block.title ?? '').replace(/[*_`#:]/g, '').trim()),
      );
    if (block.kind !== 'text' || skipped || picked.has(block.start)) continue;
    const candidate = { block, heading: '', underLicense: false, first: false, copied: false };
    if (
      statementsIn(source, [candidate], context).some(({ kind }) => kind === 'upstream' || kind === 'license')
    )
      faults.push(`${file}:${block.start} claims, and was not picked`);
  }
  return { blocks: shown.length, plain, hopeless: hopeless.length, faults };
}

/** Whether a block reads the same by the plain tree; undefined where it is left to the parser. */
export function readAlike(markdown: string): boolean | undefined {
  const plain = plainTree(markdown);
  if (!plain) return undefined;
  const [short, long] = [plain, parseMarkdown(markdown)].map((tree) => {
    const { text, links, span } = flatten(markdown, 7, tree);
    return { text, links, spans: [...text].map((_, at) => span(at, at + 1)) };
  });
  return isDeepStrictEqual(JSON.parse(JSON.stringify(short)), JSON.parse(JSON.stringify(long)));
}
