import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import { cardClaims } from '../../../../src/core/extract/card/card.ts';
import { loadMarkdown } from '../../../../src/core/extract/card/markdown.ts';
import { createContext } from '../../../../src/core/extract/make-context.ts';
import type { Claim } from '../../../../src/core/model/claim.ts';

await loadMarkdown();

interface Sentences {
  readonly heard: readonly { readonly say: string; readonly as: string }[];
  readonly unheard: readonly string[];
}

const folder = new URL('../../../../data/prose/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.yml') && file !== 'frames.yml');
const sentencesOf = (file: string) =>
  (parse(readFileSync(new URL(file, folder), 'utf8')) as { readonly sentences: Sentences }).sentences;

const catalogue = shippedCatalogue();

/** What a sentence says, standing alone in the card of a model with a name of its own. */
async function said(sentence: string): Promise<string[]> {
  const text = `---\ntags: [x]\n---\n# Harbor 7B\n\n${sentence}\n`;
  const claims = await cardClaims(
    { kind: 'text', file: 'README.md', text, bom: false },
    createContext(catalogue, 'harbor/Harbor-7B'),
  );
  return claims.filter(({ via }) => via === 'prose').flatMap(told);
}

function told(claim: Claim): string[] {
  if (claim.kind === 'license' && claim.identity.is === 'known')
    return [`license ${claim.identity.license.id}`];
  if (claim.kind === 'upstream') return [`upstream ${claim.model}=${claim.relation}`];
  if (claim.kind === 'provider') return [`provider ${claim.provider.replace(/-.*/, '')}`];
  if (claim.kind === 'use-limit') return [`limit ${claim.limit}`];
  return claim.kind === 'from-scratch' ? ['scratch'] : [];
}

describe.each(files)('%s', (file) => {
  const { heard, unheard } = sentencesOf(file);
  test.each(heard.map(({ say, as }) => [say, as] as const))('%s', async (say, as) =>
    expect(await said(say)).toContain(as),
  );
  test.each(unheard)('not heard: %s', async (say) => expect(await said(say)).toEqual([]));
});
